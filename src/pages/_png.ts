import { loadPngAssets } from '../integrations/png-assets.ts';
import { buildPalette } from '../renderers/palette.ts';
import { renderChartPng } from '../renderers/png/chart-png.ts';
import { buildPngRenderer, type PngRenderer } from '../renderers/png/render-png.ts';
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
  /** Of the chart's page. */
  url: string;
  colours: SiteFrame['colours'];
}

const drawChart = keepRecent(async ({ spec, url, colours }: ChartPicture) =>
  renderChartPng(spec, { palette: buildPalette(colours), url }, await getPngRenderer()),
);

/** A chart's picture; the chart's own file, its Word file and its zip hold the same one. */
export function getChartPng({ spec, url }: Omit<ChartPicture, 'colours'>, { colours }: SiteFrame): Promise<Uint8Array> {
  return drawChart({ spec, url, colours });
}
