import { cellText } from '../charts/table.ts';
import { COLOURS } from '../lib/colours.ts';
import { escapeHtml } from '../lib/html.ts';
import type { ChartRow, ChartSpec } from '../schemas/chart-spec.ts';
import { CLIPPING_POLICY } from '../serving/content-security.ts';
import type { ChartPalette } from './palette.ts';
import { drawChart } from './svg/draw-chart.ts';
import { element } from './svg/markup.ts';
import { findWechatFaults, WECHAT_MOST_CHARACTERS } from './wechat-lint.ts';

/**
 * Width of the drawing in its own units: that of a phone, where articles are read. It fills the column, so on a computer (677 px)
 * everything is larger and nothing else.
 */
const DRAWING_WIDTH = 375;
const PADDING = 12;

const SOFT = COLOURS.light.inkSoft;
/** Inline styles, since the article editor keeps nothing else; no fonts, which the platform sets, and no grounds behind text. */
const STYLE = {
  headline: 'margin:0 0 12px;font-size:18px;font-weight:bold;line-height:1.6',
  note: `margin:12px 0 0;font-size:14px;line-height:1.7;color:${SOFT}`,
  table: 'margin:16px 0 0;width:100%;border-collapse:collapse;font-size:14px;line-height:1.6',
  head: `padding:6px 4px;border-top:2px solid ${SOFT};border-bottom:1px solid ${SOFT};font-weight:normal;text-align:left`,
  cell: 'padding:6px 4px;border-bottom:1px solid #CFC9BC;text-align:left;vertical-align:top',
} as const;

export interface WechatOptions {
  /** Colours of the drawing, which has a ground of its own and stays light in the app's dark mode. */
  palette: ChartPalette;
  /** The chart's full address; articles may not link to it, so it is printed. */
  url: string;
}

/**
 * A chart as the body of an article in a WeChat official account: headline, drawing, how to read it, figures, sources. All of it
 * survives pasting into the article editor. Where all figures would be too long for it, the table holds the latest periods and says
 * where the others are.
 *
 * @throws when it breaks one of the editor's rules; `npm run check` finds that first
 */
export function renderWechat(spec: ChartSpec, options: WechatOptions): string {
  const html = renderBody(spec, options);
  const faults = findWechatFaults(html);
  if (faults.length > 0) throw new Error(`图表「${spec.id}」的公众号稿过不了编辑器：\n${faults.join('\n')}`);
  return html;
}

/** The same before it is looked at. */
export function renderBody(spec: ChartSpec, { palette, url }: WechatOptions): string {
  const address = url.replace('https://', '');
  const notes = [spec.note, ...spec.readingNotes].filter((note) => note !== null).join('');
  const sources = spec.sources.map(({ citation }) => citation).join('；');
  const before = [
    '<section style="margin:0;padding:0">',
    paragraph(spec.headline, STYLE.headline),
    renderDrawing(spec, palette),
    ...(notes === '' ? [] : [paragraph(notes, STYLE.note)]),
  ].join('');
  const after = [
    paragraph(`来源：${sources}。数据截至${spec.asOf}。`, STYLE.note),
    paragraph(`发布：${spec.publisher}（${spec.licence.name}）。各数的口径和出处见 ${address}`, STYLE.note),
    '</section>',
  ].join('');
  return `${before}${renderFigures(spec, { address, most: WECHAT_MOST_CHARACTERS - before.length - after.length })}${after}`;
}

function paragraph(text: string, style: string): string {
  return `<p style="${style}">${escapeHtml(text)}</p>`;
}

function renderDrawing(spec: ChartSpec, palette: ChartPalette): string {
  const inner = DRAWING_WIDTH - 2 * PADDING;
  const { markup, height } = drawChart(spec, { layout: 'narrow', width: inner, palette });
  const total = Math.ceil(height) + 2 * PADDING;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${String(DRAWING_WIDTH)} ${String(total)}`,
      style: 'display:block;width:100%;height:auto',
      role: 'img',
      'aria-label': spec.alt,
    },
    element('rect', { width: DRAWING_WIDTH, height: total, fill: palette.sheet }),
    element('g', { transform: `translate(${String(PADDING)} ${String(PADDING)})` }, withoutFonts(markup)),
  );
}

/** The platform sets its own faces, in drawings too. */
function withoutFonts(markup: string): string {
  return markup.replaceAll(/ font-family="[^"]*"/g, '');
}

/** The table of figures in fewer than `most` characters: all, or those of the latest periods and where to find the rest. */
function renderFigures(spec: ChartSpec, { address, most }: { address: string; most: number }): string {
  const rows = spec.rows.map((row) => ({ period: row.period, html: renderRow(spec, row) }));
  const tableOf = (shown: typeof rows): string => {
    const head = ['指标', '时期', '数字'].map((label) => `<th style="${STYLE.head}">${label}</th>`).join('');
    const body = shown.map(({ html }) => html).join('');
    return `<table style="${STYLE.table}"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
  };
  const whole = tableOf(rows);
  if (whole.length < most) return whole;
  const periods = [...new Set(rows.map(({ period }) => period))].sort();
  // A period is shown with all its figures or not at all.
  for (let count = periods.length - 1; count > 0; count -= 1) {
    const shown = new Set(periods.slice(-count));
    const table = tableOf(rows.filter(({ period }) => shown.has(period)));
    const rest = `表里是最近${String(count)}个时期的数，一共有${String(periods.length)}个，全部数字见 ${address}`;
    const shortened = `${table}${paragraph(rest, STYLE.note)}`;
    if (shortened.length < most) return shortened;
  }
  return paragraph(`全部数字见 ${address}`, STYLE.note);
}

function renderRow(spec: ChartSpec, row: ChartRow): string {
  const cells = [cellText('series', row, spec), row.periodLabel, `${row.display}${row.derived ? '（算得）' : ''}`];
  return `<tr>${cells.map((cell) => `<td style="${STYLE.cell}">${escapeHtml(cell)}</td>`).join('')}</tr>`;
}

/** The same as a page that opens with a double click, for copying by hand. Its own styles stand on `html` and `body`, outside of what is copied. */
export function renderWechatPage(spec: ChartSpec, options: WechatOptions): string {
  const page = 'margin:0;background:#FFFFFF;color:#191919';
  const body =
    'margin:0 auto;padding:20px 16px;max-width:677px;box-sizing:content-box;font-family:PingFang SC,Hiragino Sans GB,Microsoft YaHei,Noto Sans SC,sans-serif';
  return `<!doctype html><html lang="zh-CN" style="${page}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${escapeHtml(CLIPPING_POLICY)}"><meta name="robots" content="noindex"><title>${escapeHtml(spec.title)}</title></head><body style="${body}">${renderWechat(spec, options)}</body></html>\n`;
}
