import { buildPagePalette } from '../renderers/palette.ts';
import { renderSvg } from '../renderers/svg/render-svg.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import type { Site } from '../schemas/site.ts';
import { type ChartFigureOptions, frameChart } from './chart-figure.ts';
import type { ViewContext } from './context.ts';

/** A chart in a page with its static drawing. */
export function renderChartFigure(spec: ChartSpec, context: ViewContext, options: ChartFigureOptions = {}): string {
  return frameChart(spec, renderDrawings(spec, context.catalogue.site.colours), context, options);
}

/** The drawing for wide, middle and narrow places; the style sheet shows one. */
export function renderDrawings(spec: ChartSpec, colours: Site['colours']): string {
  const palette = buildPagePalette(colours);
  return (['wide', 'middle', 'narrow'] as const)
    .map((layout) => `<div class="chart-drawing chart-${layout}">${renderSvg(spec, { layout, palette }).markup}</div>`)
    .join('');
}
