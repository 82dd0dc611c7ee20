import type { ChartSpec } from '../../schemas/chart-spec.ts';
import { escapeHtml } from '../../lib/html.ts';
import type { ChartPalette } from '../palette.ts';
import { drawChart } from './draw-chart.ts';
import { TEXT_FONTS } from './draw-shapes.ts';
import { element } from './markup.ts';
import type { Layout } from '../../charts/marks/shapes.ts';

/** Widths of the layouts, in units of the viewBox. A page shows each at about that many pixels. */
const LAYOUT_WIDTHS = { wide: 840, middle: 560, narrow: 340 } as const satisfies Record<Layout, number>;

export interface SvgOptions {
  layout: Layout;
  palette: ChartPalette;
}

/** An SVG element and the size of its viewBox. */
export interface InlineSvg {
  markup: string;
  width: number;
  height: number;
}

/**
 * A chart as inline SVG for a page: real text in system fonts, paint as attributes, no ids, no style sheet, nothing loaded. Title,
 * headline, notes and sources stand around it in HTML. Pure: same spec, same bytes.
 */
export function renderSvg(spec: ChartSpec, { layout, palette }: SvgOptions): InlineSvg {
  const width = LAYOUT_WIDTHS[layout];
  const drawing = drawChart(spec, { layout, width, palette });
  const height = Math.ceil(drawing.height);
  return { markup: svgElement(spec, { width, height, sizing: 'fluid' }, drawing.markup), width, height };
}

/** The root element with its accessible name. `fluid` fills the width it is given; `fixed` has a size of its own, for files:
 * its units as pixels, or a `size` as print has it (85mm). */
export function svgElement(
  spec: ChartSpec,
  {
    width,
    height,
    sizing,
    size: wanted,
  }: { width: number; height: number; sizing: 'fluid' | 'fixed'; size?: string | undefined },
  markup: string,
): string {
  const size =
    sizing === 'fluid'
      ? { width: '100%', display: 'block' }
      : wanted === undefined
        ? { width, height }
        : { width: wanted };
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      ...size,
      role: 'img',
      'font-family': TEXT_FONTS,
      lang: 'zh-Hans',
    },
    element('title', {}, escapeHtml(spec.title)),
    element('desc', {}, escapeHtml(spec.alt)),
    markup,
  );
}
