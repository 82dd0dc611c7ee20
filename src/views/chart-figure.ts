import { toChartJs } from '../charts/chart-js.ts';
import { termsOf } from '../charts/groups.ts';
import { cellText } from '../charts/table.ts';
import { escapeHtml, htmlAttributes, scriptJson } from '../lib/html.ts';
import type { ChartRow, ChartSpec } from '../schemas/chart-spec.ts';
import type { ViewContext } from './context.ts';
import { headingHtml, headlineHtml } from './headline.ts';

export interface ChartFigureOptions {
  /** 图3-1, in a text whose figures are numbered. */
  label?: string | undefined;
  /** Id of the figure, for links to it. */
  anchor?: string | undefined;
  /** On the chart's own page topic and headline are the page's, and are not said again. */
  isOwnPage?: boolean;
  /** Left to the script of its page, which has what is to be drawn from elsewhere. */
  isStill?: boolean;
}

/** How addresses are written where the figure stands. */
export type FigureLinks = Pick<ViewContext, 'href' | 'entryHref'>;

/**
 * A chart as it stands in a page: headline, drawing, how to read it, sources and data table, all there without script. The page's
 * script, which draws readers' own charts, frames them by the same function. `<script type="application/json">` holds what
 * the page's script needs to take over.
 */
export function frameChart(
  spec: ChartSpec,
  drawing: string,
  context: FigureLinks,
  { label, anchor, isOwnPage = false, isStill = false }: ChartFigureOptions = {},
): string {
  const page = escapeHtml(context.href(spec.path));
  const title = `${label === undefined ? '' : `<span class="label">${escapeHtml(label)}</span> `}<a href="${page}">${escapeHtml(spec.title)}</a>`;
  const notes = [spec.note, ...spec.readingNotes].filter((note) => note !== null).join('');
  const sources = spec.sources
    .map(({ id, citation }) => `<a href="${escapeHtml(context.entryHref('sources', id))}">${escapeHtml(citation)}</a>`)
    .join('；');
  const configs = isStill ? [] : toChartJs(spec);
  return [
    `<figure${htmlAttributes({
      class: 'chart',
      'data-chart': spec.id,
      id: anchor,
      'aria-label': isOwnPage ? spec.headline : undefined,
    })}>`,
    isOwnPage
      ? ''
      : `<figcaption><p class="chart-title">${title}</p><p class="chart-headline">${headlineHtml(spec.headline, termsOf(spec))}</p></figcaption>`,
    drawing,
    '<div class="chart-notes">',
    notes === '' ? '' : `<p class="chart-note">${escapeHtml(notes)}</p>`,
    `<p class="chart-note">来源：${sources}。数据截至${escapeHtml(spec.asOf)}。</p>`,
    '</div>',
    renderTable(spec, context),
    configs.length === 0 ? '' : `<script type="application/json" data-chart-config>${scriptJson(configs)}</script>`,
    '</figure>',
  ].join('');
}

/** What a row says of itself, after its name. Where it comes from stands together in the last cell. */
const COLUMNS = [
  { key: 'period', label: '时期', kind: 'unbroken' },
  { key: 'display', label: '数字', kind: 'number' },
  { key: 'qualifier', label: '限定', kind: 'unbroken' },
] as const;

/** The figures as a table, folded; open in 长辈模式 and on paper. */
function renderTable(spec: ChartSpec, context: FigureLinks): string {
  const head = COLUMNS.map(
    ({ label, kind }) => `<th scope="col"${kind === 'number' ? ' class="number"' : ''}>${label}</th>`,
  ).join('');
  return (
    `<details class="chart-data"><summary>数据表</summary><div class="table-scroll" tabindex="0" role="region" aria-label="${escapeHtml(spec.title)}：数据表">` +
    `<table class="figures"><thead><tr><th scope="col">指标</th>${head}<th scope="col">来源</th></tr></thead>` +
    `<tbody>${spec.rows.map((row) => renderRow(row, spec, context)).join('')}</tbody></table></div></details>`
  );
}

function renderRow(row: ChartRow, spec: ChartSpec, { entryHref }: FigureLinks): string {
  const cells = COLUMNS.map(
    ({ key, label, kind }) => `<td class="${kind}" data-label="${label}">${escapeHtml(cellText(key, row, spec))}</td>`,
  ).join('');
  const source = `<a href="${escapeHtml(entryHref('sources', row.source))}">${escapeHtml(cellText('source', row, spec))}</a>，${escapeHtml(row.locator)}`;
  const notes = [`截至${cellText('asOf', row, spec)}`, cellText('note', row, spec)].filter((note) => note !== '');
  return (
    `<tr><th scope="row">${headingHtml(cellText('series', row, spec))}</th>${cells}` +
    `<td data-label="来源">${source}<p class="note">${escapeHtml(notes.join('。'))}</p></td></tr>`
  );
}
