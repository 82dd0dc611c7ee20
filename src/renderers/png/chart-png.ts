import type { ChartSpec } from '../../schemas/chart-spec.ts';
import type { ChartPalette } from '../palette.ts';
import { renderPicture } from '../svg/render-picture.ts';
import type { PngRenderer } from './render-png.ts';

/** What newsrooms place: 16:9 at twice the size it is usually shown at. */
export const PNG_SIZE = { width: 1600, height: 900 } as const;

/** A chart as a 1600 × 900 picture with everything a reader needs inside it: headline, figures, source, publisher, address, QR code. */
export function renderChartPng(
  spec: ChartSpec,
  { palette, url }: { palette: ChartPalette; url: string },
  renderPng: PngRenderer,
): Uint8Array {
  return renderPng(renderPicture(spec, { format: 'poster', palette, url }), PNG_SIZE.width);
}
