import type { ChartSpec } from '../../schemas/chart-spec.ts';
import type { ChartPalette } from '../palette.ts';
import { type PictureFormat, renderPicture } from '../svg/render-picture.ts';
import type { PngRenderer } from './render-png.ts';

/** What newsrooms place: 16:9 at twice the size it is usually shown at. */
export const PNG_SIZE = { width: 1600, height: 900 } as const;

/** A chart as a picture with everything a reader needs inside it: headline, figures, source, publisher and address. */
export function renderChartPng(
  spec: ChartSpec,
  { format = 'poster', widthPx = PNG_SIZE.width, ...options }: ChartPngOptions,
  renderPng: PngRenderer,
): Uint8Array {
  return renderPng(renderPicture(spec, { format, ...options }), widthPx);
}

export interface ChartPngOptions {
  /** 16:9 with a QR code where none is given. */
  format?: PictureFormat;
  widthPx?: number;
  palette: ChartPalette;
  /** Of the chart's page. */
  url: string;
}
