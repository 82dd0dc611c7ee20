import { toChartJs } from '../charts/chart-js.ts';
import { toTable } from '../charts/table.ts';
import { escapeHtml, htmlAttributes, scriptJson } from '../lib/html.ts';
import { buildPagePalette } from '../renderers/palette.ts';
import { renderSvg } from '../renderers/svg/render-svg.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import type { ViewContext } from './context.ts';
import { headlineHtml } from './headline.ts';

export interface ChartFigureOptions {
  /** 图3-1, in a text whose figures are numbered. */
  label?: string | undefined;
  /** Id of the figure, for links to it. */
  anchor?: string | undefined;
  /** On the chart's own page its title is the page's, and is not said again. */
  isOwnPage?: boolean;
}

/**
 * A chart as it stands in a page: headline, drawing, how to read it, sources and data table, all there without script. The
 * drawing is given twice, for wide and narrow places; the style sheet shows one. `<script type="application/json">` holds what
 * the page's script needs to take over.
 */
export function renderChartFigure(
  spec: ChartSpec,
  context: ViewContext,
  { label, anchor, isOwnPage = false }: ChartFigureOptions = {},
): string {
  const palette = buildPagePalette(context.catalogue.site.colours);
  const page = escapeHtml(context.href(spec.path));
  const title = `${label === undefined ? '' : `<span class="label">${escapeHtml(label)}</span> `}<a href="${page}">${escapeHtml(spec.title)}</a>`;
  const notes = [spec.note, ...spec.readingNotes].filter((note) => note !== null).join('');
  const sources = spec.sources
    .map(({ id, citation }) => `<a href="${escapeHtml(context.entryHref('sources', id))}">${escapeHtml(citation)}</a>`)
    .join('；');
  const configs = toChartJs(spec);
  return [
    `<figure${htmlAttributes({ class: 'chart', 'data-chart': spec.id, id: anchor })}>`,
    '<figcaption>',
    isOwnPage ? '' : `<p class="chart-title">${title}</p>`,
    `<p class="chart-headline">${headlineHtml(spec.headline)}</p>`,
    '</figcaption>',
    `<div class="chart-drawing chart-wide">${renderSvg(spec, { layout: 'wide', palette })}</div>`,
    `<div class="chart-drawing chart-narrow">${renderSvg(spec, { layout: 'narrow', palette })}</div>`,
    notes === '' ? '' : `<p class="chart-note">${escapeHtml(notes)}</p>`,
    `<p class="chart-note">来源：${sources}。数据截至${escapeHtml(spec.asOf)}。</p>`,
    renderTable(spec),
    configs.length === 0 ? '' : `<script type="application/json" data-chart-config>${scriptJson(configs)}</script>`,
    '</figure>',
  ].join('');
}

/** The figures as a table, folded; open in 长辈模式 and on paper. */
function renderTable(spec: ChartSpec): string {
  const { caption, columns, rows } = toTable(spec);
  const head = columns
    .map(({ label, isNumeric }) => `<th scope="col"${isNumeric ? ' class="number"' : ''}>${escapeHtml(label)}</th>`)
    .join('');
  const body = rows
    .map((cells) => {
      const tds = cells.map((cell, at) => renderCell(cell, columns[at], at));
      return `<tr>${tds.join('')}</tr>`;
    })
    .join('');
  return (
    `<details class="chart-data"><summary>数据表</summary><div class="table-scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}：数据表">` +
    `<table class="figures"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div></details>`
  );
}

function renderCell(cell: string, column: { label: string; isNumeric: boolean } | undefined, at: number): string {
  if (at === 0) return `<th scope="row">${escapeHtml(cell)}</th>`;
  if (cell === '') return '<td></td>';
  return `<td${htmlAttributes({ class: column?.isNumeric ? 'number' : undefined, 'data-label': column?.label })}>${escapeHtml(cell)}</td>`;
}
