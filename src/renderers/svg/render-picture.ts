import type { ChartSpec } from '../../schemas/chart-spec.ts';
import type { ChartPalette } from '../palette.ts';
import { drawQrCode } from '../qr-code.ts';
import { drawChart, type Drawing, type DrawingStyle } from './draw-chart.ts';
import { drawShapes } from './draw-shapes.ts';
import { element } from './markup.ts';
import { svgElement } from './render-svg.ts';
import { planChart } from './plan-chart.ts';
import { hairline, type Layout, type Plan, type Room, text, textLines } from '../../charts/marks/shapes.ts';
import { INFERRED_MARK } from '../../charts/inferred.ts';
import { termsOf } from '../../charts/groups.ts';
import { measureText, wrapText } from './text-measure.ts';

/** A picture's measures, in units of its viewBox. */
interface Format {
  layout: Layout;
  width: number;
  /** As high as its content where none is given. */
  height?: number;
  padding: number;
  kicker: number;
  headline: number;
  note: number;
  qr: number;
  /** Whether title and headline stand in it; print desks set their own. */
  hasHead?: false;
  /** `short` names the sources by their titles, for pictures that are seen on a phone. */
  foot?: 'short' | 'none';
  /** Of pixels or millimetres, where the file has a size of its own. */
  size?: string;
  /** At how small a size the chart may be set; no picture is made of one that needs a smaller one. */
  leastZoom?: number;
}

export const PICTURE_FORMATS = {
  /** For articles and documents: /charts/<id>.svg. */
  wide: { layout: 'wide', width: 800, padding: 28, kicker: 14, headline: 23, note: 12.5, qr: 0 },
  /** For phones and columns of 677 px and less. */
  narrow: { layout: 'narrow', width: 360, padding: 14, kicker: 12.5, headline: 19, note: 12, qr: 0 },
  /** Without words above it, for print desks that set their own. */
  plain: {
    layout: 'wide',
    width: 840,
    padding: 0,
    kicker: 0,
    headline: 0,
    note: 12.5,
    qr: 0,
    hasHead: false,
    foot: 'short',
  },
  /** The drawing alone, for documents that have all words beside it. */
  bare: {
    layout: 'wide',
    width: 840,
    padding: 0,
    kicker: 0,
    headline: 0,
    note: 0,
    qr: 0,
    hasHead: false,
    foot: 'none',
  },
  /** One column of a newspaper. */
  column: {
    layout: 'narrow',
    width: 340,
    padding: 0,
    kicker: 12,
    headline: 20,
    note: 11,
    qr: 0,
    foot: 'short',
    size: '85mm',
  },
  /** For feeds of phones: no text below 30 of 1,080 pixels. */
  square: {
    layout: 'middle',
    width: 480,
    height: 480,
    padding: 22,
    kicker: 13.5,
    headline: 24,
    note: 13.4,
    qr: 0,
    foot: 'short',
    leastZoom: 1,
  },
  portrait: {
    layout: 'narrow',
    width: 360,
    height: 480,
    padding: 18,
    kicker: 12,
    headline: 20,
    note: 10.2,
    qr: 0,
    foot: 'short',
    leastZoom: 0.8,
  },
  story: {
    layout: 'narrow',
    width: 360,
    height: 640,
    padding: 22,
    kicker: 13,
    headline: 23,
    note: 10.5,
    qr: 0,
    foot: 'short',
    leastZoom: 0.8,
  },
  /** 16:9 with a QR code, the ground of the PNG file. */
  poster: { layout: 'wide', width: 1000, height: 562.5, padding: 34, kicker: 16, headline: 27, note: 13, qr: 92 },
} as const satisfies Record<string, Format>;
export type PictureFormat = keyof typeof PICTURE_FORMATS;

export interface PictureOptions {
  format: PictureFormat;
  palette: ChartPalette;
  /** The chart's full address; printed, and set as a QR code where the format has one. */
  url: string;
}

/** Between head, chart and foot. */
const GAP = 16;
/** Between the line over the foot and the QR code. */
const QR_ABOVE = 14;

/** A chart as a picture that stands alone: title, headline, chart, how to read it, sources, publisher and address are all inside. */
export function renderPicture(spec: ChartSpec, { format: name, palette, url }: PictureOptions): string {
  const format: Format = PICTURE_FORMATS[name];
  const { width, height, padding, layout, qr } = format;
  const inner = width - 2 * padding;
  const { head, foot, room } = planWords(spec, format, url);
  const code = qr > 0 ? drawQrCode(url, { x: inner - qr, y: QR_ABOVE, size: qr }) : '';
  const style: DrawingStyle = { layout, width: inner, palette };
  const chart = room === undefined ? drawChart(spec, style) : fitChart(spec, style, room);
  const total = height ?? Math.ceil(2 * padding + head.height + chart.height + foot.height + 2 * GAP);
  const markup = [
    element('rect', { width, height: total, fill: palette.sheet }),
    place(padding, padding, drawShapes(head.shapes, palette)),
    place(padding, padding + head.height + GAP, chart.markup),
    place(padding, total - padding - foot.height, drawShapes(foot.shapes, palette) + code),
  ];
  return svgElement(spec, { width, height: total, sizing: 'fixed', size: format.size }, markup.join(''));
}

/** What stands above and below a chart, and the height that is left for it in a picture of fixed height. */
function planWords(spec: ChartSpec, format: Format, url: string): { head: Plan; foot: Plan; room: number | undefined } {
  // Where nothing stands there is no gap either.
  const none: Plan = { shapes: [], height: -GAP };
  const head = format.hasHead === false ? none : planHead(spec, format);
  const foot = format.foot === 'none' ? none : planFoot(spec, format, url);
  const { height, padding } = format;
  const room = height === undefined ? undefined : height - 2 * padding - head.height - foot.height - 2 * GAP;
  return { head, foot, room };
}

function place(x: number, y: number, markup: string, scale = 1): string {
  const zoom = scale === 1 ? '' : ` scale(${scale.toFixed(3)})`;
  return element('g', { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})${zoom}` }, markup);
}

/** From the largest that looks well beside the headline to the smallest that can be read. */
const SMALLEST_ZOOM = 0.62;
const ZOOMS = [1.4, 1.3, 1.2, 1.1, 1, 0.92, 0.85, 0.78, 0.7, SMALLEST_ZOOM];

/** On a phone's picture words are large already. */
const MOST_ZOOM = { wide: 1.4, middle: 1.3, narrow: 1.2 } as const;

/** The largest size at which a chart fits a height; it keeps the full width, so a larger size means fewer units across. */
function findZoom(
  spec: ChartSpec,
  { layout, width }: Room,
  { room, leastZoom = SMALLEST_ZOOM }: { room: number; leastZoom?: number | undefined },
): number | undefined {
  // Columns of several series need their width: enlarged they would be drawn as bars. So do the names beside a ring.
  const isColumns = spec.kind === 'column' && spec.series.length > 1;
  const most = isColumns || (spec.kind === 'doughnut' && layout === 'narrow') ? 1 : MOST_ZOOM[layout];
  const zooms = ZOOMS.filter((zoom) => zoom <= most && zoom >= leastZoom);
  return zooms.find(
    (zoom) => planChart(spec, { layout, width: width / zoom, height: room / zoom }).height * zoom <= room + 0.5,
  );
}

/** The chart at the largest size at which it fits a height. */
function fitChart(spec: ChartSpec, style: DrawingStyle, room: number): Drawing {
  const zoom = findZoom(spec, style, { room }) ?? SMALLEST_ZOOM;
  const drawn = drawChart(spec, { ...style, width: style.width / zoom, height: room / zoom });
  return { markup: place(0, Math.max(0, (room - drawn.height * zoom) * 0.4), drawn.markup, zoom), height: room };
}

/** Whether a chart leaves its words their room in a picture of a format, which may have a fixed height. */
export function fitsPicture(spec: ChartSpec, { format: name, url }: Omit<PictureOptions, 'palette'>): boolean {
  const format: Format = PICTURE_FORMATS[name];
  const { width, padding, layout, leastZoom } = format;
  const { room } = planWords(spec, format, url);
  if (room === undefined) return true;
  return findZoom(spec, { layout, width: width - 2 * padding }, { room, leastZoom }) !== undefined;
}

/** Title and theme on one line with a rule below it, then the headline. */
function planHead(spec: ChartSpec, { width, padding, kicker, headline }: Format): Plan {
  const inner = width - 2 * padding;
  const series = `${spec.siteTitle} · ${spec.theme.label}`;
  const seriesWidth = measureText(series, kicker);
  const isBeside = measureText(spec.title, kicker) + seriesWidth + 30 < inner;
  const titleLines = wrapText(spec.title, isBeside ? inner - seriesWidth - 30 : inner, kicker);
  const ruleY = kicker * (isBeside ? 1 : titleLines.length * 1.4) + 9;
  // A long sentence is set smaller, so that it leaves the chart its room.
  const size = measureText(spec.headline, headline) > inner * 2 ? headline * 0.84 : headline;
  const lines = wrapText(spec.headline, inner, size, { terms: termsOf(spec) });
  const first = ruleY + size * 1.5;
  const beside = text(series, { x: inner, y: kicker * 0.9, size: kicker, fill: 'inkSoft', anchor: 'end' });
  const shapes = [
    ...textLines(titleLines, { x: 0, y: kicker * 0.9, size: kicker, fill: 'ink', weight: 600 }),
    ...(isBeside ? [beside] : []),
    hairline(['M', 0, ruleY, 'H', inner, ...ticks(inner, ruleY)], 0.45),
    ...textLines(lines, { x: 0, y: first, size, fill: 'ink', weight: 600, isSerif: true, lineHeight: size * 1.4 }),
  ];
  return { shapes, height: first + (lines.length - 1) * size * 1.4 + size * 0.3 };
}

/** The divisions of the rule: at its ends and middle longer, as on a vernier. */
function ticks(width: number, y: number): (string | number)[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((part) => [
    'M',
    Math.min(width - 0.5, part * width + 0.5),
    y,
    'v',
    part % 0.5 === 0 ? 6 : 4,
  ]);
}

/** The title of a source within its citation. */
const TITLE = /《.*》/u;

/** How to read it, where it comes from, who publishes it and where, with room for the QR code beside. */
function planFoot(spec: ChartSpec, format: Format, url: string): Plan {
  const { width, padding, note: size, qr } = format;
  const inner = width - 2 * padding;
  const textWidth = qr > 0 ? inner - qr - 24 : inner;
  const isShort = format.foot === 'short';
  const notes = isShort
    ? spec.readingNotes.filter((note) => note.startsWith(INFERRED_MARK)).join('')
    : [spec.note, ...spec.readingNotes].filter((note) => note !== null).join('');
  const sources = isShort
    ? [...new Set(spec.sources.map(({ citation }) => TITLE.exec(citation)?.[0] ?? citation))].join('')
    : spec.sources.map(({ citation }) => citation).join('；');
  const address = url.replace('https://', '');
  const publisher = `发布：${spec.publisher}（${spec.licence.name}）`;
  const isOneLine = measureText(`${publisher}　${address}`, size) <= textWidth;
  const lines = [
    ...wrapText(notes, textWidth, size, { isBalanced: false }),
    ...wrapText(`来源：${sources}。数据截至${spec.asOf}。`, textWidth, size, { isBalanced: false }),
    ...(isOneLine
      ? [`${publisher}　${address}`]
      : [publisher, ...wrapText(address, textWidth, size, { isBalanced: false })]),
  ];
  const lineHeight = size * 1.45;
  const shapes = [
    hairline(['M', 0, 0.5, 'H', inner], 0.3),
    ...textLines(lines, { x: 0, y: 12 + size, size, fill: 'inkSoft', lineHeight }),
  ];
  return { shapes, height: Math.max(lines.length * lineHeight + 12, qr > 0 ? qr + QR_ABOVE : 0) };
}
