import type { ChartSpec } from '../../schemas/chart-spec.ts';
import type { ChartPalette } from '../palette.ts';
import { drawChart } from './draw-chart.ts';
import { type Drawing, type DrawingStyle, hairline, type Layout, text, textLines } from './drawing-style.ts';
import { element, pathData } from './markup.ts';
import { qrCode } from './qr-path.ts';
import { LAYOUT_WIDTHS, svgElement } from './render-svg.ts';
import { measureText, wrapText } from './text-measure.ts';

export interface PictureOptions {
  layout: Layout;
  palette: ChartPalette;
  /** The chart's full address; printed, and set as a QR code where there is room. */
  url: string;
  /** A fixed height, which the chart is fitted into; as high as it needs where none is given. */
  height?: number;
  hasQrCode?: boolean;
}

const SIZES = {
  wide: { padding: 32, kicker: 14, headline: 23, note: 12.5, qr: 84 },
  narrow: { padding: 16, kicker: 12.5, headline: 19, note: 12, qr: 72 },
} as const;

/** A chart as a picture that stands alone: title, headline, chart, how to read it, sources, publisher and address are all inside. */
export function renderPicture(spec: ChartSpec, options: PictureOptions): string {
  const { layout, palette, height } = options;
  const width = LAYOUT_WIDTHS[layout];
  const { padding } = SIZES[layout];
  const head = drawHead(spec, options);
  const foot = drawFoot(spec, options);
  const style: DrawingStyle = { layout, width: width - 2 * padding, palette, hasRowMarks: false };
  const room = height === undefined ? undefined : height - 2 * padding - head.height - foot.height - 2 * 18;
  const chart = room === undefined ? drawChart(spec, style) : fitChart(spec, style, room);
  const total = height ?? Math.ceil(2 * padding + head.height + chart.height + foot.height + 40);
  const markup = [
    element('rect', { width, height: total, fill: palette.sheet }),
    place(padding, padding, head.markup),
    place(padding, padding + head.height + 18, chart.markup),
    place(padding, total - padding - foot.height, foot.markup),
  ];
  return svgElement(spec, { width, height: total, sizing: 'fixed' }, markup.join(''));
}

function place(x: number, y: number, markup: string): string {
  return element('g', { transform: `translate(${String(x)} ${String(Math.round(y))})` }, markup);
}

/** The chart drawn to a height; scaled down as a whole where its kind needs more than there is. */
function fitChart(spec: ChartSpec, style: DrawingStyle, room: number): Drawing {
  const drawn = drawChart(spec, { ...style, height: room });
  const slack = room - drawn.height;
  if (slack >= 0) return { markup: slack < 1 ? drawn.markup : element('g', { transform: `translate(0 ${(slack * 0.4).toFixed(1)})` }, drawn.markup), height: room };
  const scale = room / drawn.height;
  const left = (style.width * (1 - scale)) / 2;
  return { markup: element('g', { transform: `translate(${left.toFixed(1)} 0) scale(${scale.toFixed(4)})` }, drawn.markup), height: room };
}

/** Title and theme on one line with a rule below it, then the headline. */
function drawHead(spec: ChartSpec, { layout, palette }: PictureOptions): Drawing {
  const { kicker, headline, padding } = SIZES[layout];
  const width = LAYOUT_WIDTHS[layout] - 2 * padding;
  const series = `${spec.siteTitle} · ${spec.theme.label}`;
  const seriesWidth = measureText(series, kicker);
  const isBeside = measureText(spec.title, kicker) + seriesWidth + 30 < width;
  const titleLines = wrapText(spec.title, isBeside ? width - seriesWidth - 30 : width, kicker);
  const ruleY = kicker * (isBeside ? 1 : titleLines.length * 1.4) + 10;
  // A long sentence is set a little smaller, so that it leaves the chart its room.
  const size = measureText(spec.headline, headline) > width * 2 ? headline * 0.86 : headline;
  const lines = wrapText(spec.headline, width, size);
  const first = ruleY + size * 1.55;
  const markup = [
    textLines(titleLines, { x: 0, y: kicker * 0.9, size: kicker, fill: palette.ink, weight: 600 }),
    isBeside ? text(series, { x: width, y: kicker * 0.9, size: kicker, fill: palette.inkSoft, anchor: 'end' }) : '',
    hairline(pathData('M', 0, ruleY, 'H', width, ...ticks(width, ruleY)), palette, 0.45),
    textLines(lines, { x: 0, y: first, size, fill: palette.ink, weight: 600, isSerif: true, lineHeight: size * 1.42 }),
  ];
  return { markup: markup.join(''), height: first + (lines.length - 1) * size * 1.42 + size * 0.35 };
}

/** The divisions of the rule: at its ends and middle longer, as on a vernier. */
function ticks(width: number, y: number): (string | number)[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((part) => ['M', Math.min(width - 0.5, part * width + 0.5), y, 'v', part % 0.5 === 0 ? 6 : 4]);
}

/** How to read it, where it comes from, who publishes it and where; the QR code beside. */
function drawFoot(spec: ChartSpec, { layout, palette, url, hasQrCode = false }: PictureOptions): Drawing {
  const { note: size, padding, qr } = SIZES[layout];
  const width = LAYOUT_WIDTHS[layout] - 2 * padding;
  const textWidth = hasQrCode ? width - qr - 24 : width;
  const notes = [spec.note, ...spec.readingNotes].filter((note) => note !== null).join('');
  const sources = spec.sources.map(({ citation }) => citation).join('；');
  const lines = [
    ...wrapText(notes, textWidth, size),
    ...wrapText(`来源：${sources}。数据截至${spec.asOf}。`, textWidth, size),
    ...wrapText(`发布：${spec.publisher}（${spec.licence.name}） ${url.replace('https://', '')}`, textWidth, size),
  ];
  const lineHeight = size * 1.5;
  const height = Math.max(lines.length * lineHeight + 10, hasQrCode ? qr + 10 : 0);
  const markup = [
    hairline(pathData('M', 0, 0.5, 'H', width), palette, 0.3),
    textLines(lines, { x: 0, y: 10 + size, size, fill: palette.inkSoft, lineHeight }),
    hasQrCode ? qrCode(url, { x: width - qr, y: 12, size: qr }) : '',
  ];
  return { markup: markup.join(''), height };
}
