import { loadPngAssets } from '../integrations/png-assets.ts';
import { buildPalette } from '../renderers/palette.ts';
import { PNG_SIZE, renderChartPng } from '../renderers/png/chart-png.ts';
import { buildPngRenderer, type PngRenderer } from '../renderers/png/render-png.ts';
import type { PictureFormat } from '../renderers/svg/render-picture.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import type { SiteFrame } from '../views/frame.ts';
import { keepRecent } from './_recent.ts';

let renderer: Promise<PngRenderer> | undefined;

/** Turns drawings into PNG; its fonts are read once a process. */
function getPngRenderer(): Promise<PngRenderer> {
  return (renderer ??= loadPngAssets().then(buildPngRenderer));
}

interface ChartPicture {
  spec: ChartSpec;
  format: PictureFormat;
  widthPx: number;
  /** Of the chart's page. */
  url: string;
  colours: SiteFrame['colours'];
}

const drawChart = keepRecent(async ({ spec, url, colours, format, widthPx }: ChartPicture) =>
  renderChartPng(spec, { palette: buildPalette(colours), url, format, widthPx }, await getPngRenderer()),
);

/** A chart's picture; the chart's own file and its zip hold the same one. As wide as the 16:9 one where no width is given. */
export function getChartPng(
  { spec, url, format, widthPx }: Omit<ChartPicture, 'colours' | 'widthPx'> & { widthPx?: number | undefined },
  { colours }: SiteFrame,
): Promise<Uint8Array> {
  return drawChart({ spec, url, colours, format, widthPx: widthPx ?? PNG_SIZE.width });
}
