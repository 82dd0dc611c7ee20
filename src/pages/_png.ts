import { loadPngAssets } from '../integrations/png-assets.ts';
import { buildPalette } from '../renderers/palette.ts';
import { renderChartPng } from '../renderers/png/chart-png.ts';
import { buildPngRenderer, type PngRenderer } from '../renderers/png/render-png.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import { getSite } from './_site.ts';

let renderer: Promise<PngRenderer> | undefined;

/** Turns drawings into PNG; its fonts are read once a build. */
export function getPngRenderer(): Promise<PngRenderer> {
  return (renderer ??= loadPngAssets().then(buildPngRenderer));
}

const pictures = new Map<string, Promise<Uint8Array>>();

/** A chart's picture; the chart's own file, its Word file and its zip hold the same one, drawn once a build. */
export function getChartPng(spec: ChartSpec): Promise<Uint8Array> {
  const known = import.meta.env.DEV ? undefined : pictures.get(spec.id);
  if (known) return known;
  const picture = drawChartPng(spec);
  pictures.set(spec.id, picture);
  return picture;
}

async function drawChartPng(spec: ChartSpec): Promise<Uint8Array> {
  const { absolute, catalogue } = await getSite();
  return renderChartPng(
    spec,
    { palette: buildPalette(catalogue.site.colours), url: absolute(spec.path) },
    await getPngRenderer(),
  );
}
