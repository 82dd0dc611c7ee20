import { figureFoot } from '../../charts/figure-foot.ts';
import { toneOf } from '../../charts/groups.ts';
import { markPeriod } from '../../charts/inferred.ts';
import {
  figure,
  hairline,
  type Plan,
  type Point,
  type Room,
  type Shape,
  text,
  textLines,
} from '../../charts/marks/shapes.ts';
import { isWordFigure, splitFigureText } from '../../lib/figure-format.ts';
import type { ChartRow, ChartSpec, SpecSeries } from '../../schemas/chart-spec.ts';
import { measureText, wrapText } from './text-measure.ts';
import { measureFigure, sizesOf } from './text-sizes.ts';

/** Of a figure's usual size: here the numerals are the drawing. */
const FIGURE = 1.2;
const COLUMN_GAP = { wide: 40, middle: 28, narrow: 18 } as const;
/** Above and below each row. */
const PADDING = { wide: 11, middle: 11, narrow: 9 } as const;
const LEAST_PADDING = 2;
/** A track shorter than this shows nothing. */
const LEAST_TRACK = 110;
/** How much of the width names may take beside figures. */
const MOST_NAME_SHARE = 0.46;

interface TableRow {
  series: SpecSeries;
  /** By column of figures; undefined where there is none. */
  cells: (ChartRow | undefined)[];
  name: string[];
  /** When its figure was, where rows differ in it. */
  foot: string;
  change: string[];
}

interface TableFrame {
  rows: TableRow[];
  /** Names of the columns of figures. */
  heads: string[];
  /** Where the numbers of each column end and their units begin. */
  edges: number[];
  nameWidth: number;
  /** Where changes end; undefined where nothing is compared. */
  changeEnd: number | undefined;
  track: { from: number; to: number } | undefined;
  /** Whether a name has a line of its own above its figures. */
  isStacked: boolean;
  /** Whether each row says at its end when its figure was. */
  isTimed: boolean;
}

/**
 * Figures of different units as a three-line table, numbers set on their last digit. Where figures of two periods are compared, each
 * row has what changed and, on a wide picture, a track of its own scale from zero, on which the former figure is an open point.
 */
export function planFigureTable(spec: ChartSpec, room: Room): Plan {
  const sizes = sizesOf(room);
  const frame = planFrame(spec, room);
  const headY = sizes.small + 10;
  const shapes: Shape[] = [
    rule(0.75, room.width, 1.5),
    ...planHeads(frame, headY, room),
    rule(headY + 10, room.width, 0.75),
  ];
  let y = headY + 10;
  const padding = paddingOf(frame, y, room);
  for (const [at, row] of frame.rows.entries()) {
    if (at > 0) shapes.push(hairline(['M', 0, y, 'H', room.width], 0.18));
    const { shapes: own, height } = planRow(spec, row, { frame, y, padding, room });
    shapes.push(...own);
    y += height;
  }
  return { shapes: [...shapes, rule(y, room.width, 1.5)], height: y + 1 };
}

/** Above and below each row; of a picture with a height of its own what the rows leave. */
function paddingOf(frame: TableFrame, top: number, room: Room): number {
  const usual = PADDING[room.layout];
  if (room.height === undefined) return usual;
  const bodies = frame.rows.reduce((sum, row) => sum + bodyHeight(row, frame, room), 0);
  const left = (room.height - top - 1 - bodies) / frame.rows.length / 2;
  return Math.max(LEAST_PADDING, Math.min(usual * 1.6, left));
}

function bodyHeight({ name, foot, change }: TableRow, { isStacked }: TableFrame, room: Room): number {
  const sizes = sizesOf(room);
  const nameHeight = name.length * sizes.label * 1.35;
  const footHeight = foot === '' ? 0 : sizes.small * 1.5;
  const figureHeight = sizes.figure * FIGURE * 1.1;
  return isStacked
    ? nameHeight + Math.max(figureHeight, footHeight) + 2
    : Math.max(figureHeight, nameHeight + footHeight, change.length * sizes.small * 1.3);
}

function rule(y: number, width: number, strokeWidth: number): Shape {
  return { kind: 'stroke', steps: ['M', 0, y, 'H', width], width: strokeWidth };
}

function planFrame(spec: ChartSpec, room: Room): TableFrame {
  const { width, layout } = room;
  const sizes = sizesOf(room);
  const compared = spec.series.some((_, at) => rowsOf(spec, at).length > 1);
  const periods = compared ? spec.periods : spec.periods.slice(-1);
  const feet = spec.rows.map((row) => footOf(spec, row));
  const isOneTime = !compared && new Set(feet).size === 1;
  const gap = COLUMN_GAP[layout];
  const columns = periods.map(({ id }, at) =>
    spec.rows
      .filter((row) => (compared ? row.period === id : at === 0))
      .map(({ display }) => partWidths(display, room)),
  );
  const before = columns.map((cells) => Math.max(...cells.map((cell) => cell.before)));
  const after = columns.map((cells) => Math.max(...cells.map((cell) => cell.after)));
  const figures = before.reduce((sum, one, at) => sum + one + (after[at] ?? 0) + gap, 0);
  const changes = spec.annotations.flatMap(changeLines);
  const change =
    compared && changes.length > 0 ? Math.max(...changes.map((line) => measureText(line, sizes.small))) : 0;
  const names = Math.max(...spec.series.map(({ label }) => measureText(label, sizes.label)));
  const rest = width - figures - (change > 0 ? change + gap : 0);
  // Names of a compared table stand above their figures where they would have to be broken beside them.
  const isStacked = compared && names > rest;
  const nameWidth = isStacked ? width : Math.min(Math.max(names, 0), Math.max(rest, width * 0.3));
  const time = Math.max(...feet.map((foot) => measureText(foot, sizes.small))) + gap;
  // Beside the figures where there is room for it, below the names else.
  const isTimed = !compared && !isOneTime && layout !== 'narrow' && names + figures + time <= width;
  const start = isStacked
    ? width - figures - (change > 0 ? change + gap : 0)
    : compared || layout === 'narrow'
      ? nameWidth
      : Math.max(nameWidth, Math.min(width * MOST_NAME_SHARE, width - (isTimed ? time : 0) - figures));
  const edges: number[] = [];
  let x = start;
  for (const [at, one] of before.entries()) {
    x += gap + one;
    // A lone column of a narrow table stands at the right edge.
    edges.push(!compared && layout === 'narrow' ? width - (after[at] ?? 0) : x);
    x += after[at] ?? 0;
  }
  const changeEnd = change > 0 ? x + gap + change : undefined;
  const trackFrom = (changeEnd ?? x) + gap;
  const hasTrack = changeEnd !== undefined && width - trackFrom >= LEAST_TRACK;
  return {
    rows: spec.series.map((series, at) =>
      toTableRow(spec, series, at, {
        periods: compared ? periods.map(({ id }) => id) : undefined,
        nameWidth,
        hasFoot: compared || (!isOneTime && !isTimed),
        sizes: sizes.label,
      }),
    ),
    heads: compared ? periods.map((period) => markPeriod(period, spec.rows)) : [isOneTime ? (feet[0] ?? '') : ''],
    edges,
    nameWidth,
    changeEnd,
    track: hasTrack ? { from: trackFrom, to: width - 8 } : undefined,
    isStacked,
    isTimed,
  };
}

function toTableRow(
  spec: ChartSpec,
  series: SpecSeries,
  at: number,
  {
    periods,
    nameWidth,
    hasFoot,
    sizes,
  }: { periods: readonly string[] | undefined; nameWidth: number; hasFoot: boolean; sizes: number },
): TableRow {
  const own = rowsOf(spec, at);
  const annotation = spec.annotations.find(({ to }) => spec.rows[to]?.series === at);
  const [only] = own;
  return {
    series,
    cells: periods ? periods.map((id) => own.find(({ period }) => period === id)) : [only],
    name: wrapText(series.label, nameWidth, sizes),
    foot: hasFoot && own.length === 1 && only ? footOf(spec, only) : '',
    change: annotation ? changeLines(annotation) : [],
  };
}

/** Names of the columns over the ends of their numbers; one table of one time says when at its right. */
function planHeads({ heads, edges, isTimed, changeEnd }: TableFrame, y: number, room: Room): Shape[] {
  const { small: size } = sizesOf(room);
  const soft = { y, size, fill: 'inkSoft' } as const;
  const titles = heads.flatMap((head, at): Shape[] =>
    head === '' ? [] : [text(head, { ...soft, x: (edges[at] ?? 0) + measureText(head, size) * 0.5, anchor: 'middle' })],
  );
  const single = heads.length === 1 && heads[0] !== '';
  return [
    text('项目', { ...soft, x: 0 }),
    ...(single ? [text(heads[0] ?? '', { ...soft, x: room.width, anchor: 'end' })] : clampTitles(titles, room)),
    ...(isTimed ? [text('时间', { ...soft, x: room.width, anchor: 'end' })] : []),
    ...(changeEnd === undefined ? [] : [text('变化', { ...soft, x: changeEnd, anchor: 'end' })]),
  ];
}

function clampTitles(titles: readonly Shape[], { width }: Room): Shape[] {
  return titles.map((shape) => (shape.kind === 'text' ? { ...shape, x: Math.min(shape.x, width - 24) } : shape));
}

/** A row from `y` down: name, figures, change and track. */
function planRow(
  spec: ChartSpec,
  row: TableRow,
  { frame, y, padding, room }: { frame: TableFrame; y: number; padding: number; room: Room },
): { shapes: Shape[]; height: number } {
  const sizes = sizesOf(room);
  const size = sizes.figure * FIGURE;
  const nameHeight = row.name.length * sizes.label * 1.35;
  const footHeight = row.foot === '' ? 0 : sizes.small * 1.5;
  const figureHeight = size * 1.1;
  const height = bodyHeight(row, frame, room) + 2 * padding;
  const middle = frame.isStacked ? y + padding + nameHeight + figureHeight / 2 + 2 : y + height / 2;
  const nameTop = frame.isStacked ? y + padding : y + (height - nameHeight - footHeight) / 2;
  const footY = frame.isStacked ? middle + sizes.small * 0.36 : nameTop + nameHeight + sizes.small;
  const baseline = middle + size * 0.36;
  const [only] = row.cells;
  const shapes: Shape[] = [
    ...textLines(row.name, {
      x: 0,
      y: nameTop + sizes.label,
      size: sizes.label,
      fill: 'ink',
      lineHeight: sizes.label * 1.35,
    }),
    ...(row.foot === '' ? [] : [text(row.foot, { x: 0, y: footY, size: sizes.small, fill: 'inkSoft' })]),
    ...row.cells.flatMap((cell, at): Shape[] =>
      cell ? planNumber(spec, cell, { x: frame.edges[at] ?? 0, y: baseline }, room) : [],
    ),
    ...(frame.isTimed && only
      ? [
          text(footOf(spec, only), {
            x: room.width,
            y: middle + sizes.small * 0.36,
            size: sizes.small,
            fill: 'inkSoft',
            anchor: 'end' as const,
          }),
        ]
      : []),
    ...(frame.changeEnd === undefined
      ? []
      : textLines(row.change, {
          x: frame.changeEnd,
          y: middle + sizes.small * 0.36 - (row.change.length - 1) * sizes.small * 0.62,
          size: sizes.small,
          fill: row.series.emphasised ? 'seal' : 'ink',
          anchor: 'end',
          lineHeight: sizes.small * 1.25,
        })),
    ...(frame.track ? planTrack(spec, row, { ...frame.track, y: middle }) : []),
  ];
  return { shapes, height };
}

/** Qualifier and number end at the point, the unit begins there. */
function planNumber(spec: ChartSpec, row: ChartRow, { x, y }: Point, room: Room): Shape[] {
  const sizes = sizesOf(room);
  const { before, number, after } = splitFigureText(row.display);
  const place = { y, size: sizes.figure * FIGURE, unitSize: sizes.unit } as const;
  const fill = toneOf(spec, row) === 'seal' ? 'seal' : 'ink';
  if (isWordFigure({ before, after })) return [figure(row.display, { ...place, x, fill, anchor: 'middle' })];
  return [
    figure(`${before}${number}`, { ...place, x, fill, anchor: 'end' }),
    ...(after === '' ? [] : [text(after, { x: x + 1, y, size: sizes.unit, fill })]),
  ];
}

/** How far a figure reaches to both sides of where its number ends. */
function partWidths(display: string, room: Room): { before: number; after: number } {
  const sizes = sizesOf(room);
  const size = sizes.figure * FIGURE;
  const { before, number, after } = splitFigureText(display);
  if (isWordFigure({ before, after })) {
    const half = measureFigure(display, size, sizes.unit) / 2;
    return { before: half, after: half };
  }
  return { before: measureFigure(`${before}${number}`, size, sizes.unit), after: measureText(after, sizes.unit) + 1 };
}

/** From zero to the larger figure; the former is an open point, the latter a filled one. */
function planTrack(
  spec: ChartSpec,
  { cells }: TableRow,
  { from, to, y }: { from: number; to: number; y: number },
): Shape[] {
  const [before, after] = cells.filter((cell) => cell !== undefined);
  if (!before || !after || before.value < 0 || after.value < 0) return [];
  const largest = Math.max(before.value, after.value) || 1;
  const xOf = (value: number): number => from + (value / largest) * (to - from);
  const tone = toneOf(spec, after);
  return [
    hairline(['M', from, y, 'H', to, 'M', from, y - 5, 'v', 10], 0.35),
    { kind: 'stroke', steps: ['M', xOf(before.value), y, 'H', xOf(after.value)], tone, width: 2.5 },
    { kind: 'point', x: xOf(before.value), y, tone: 'steel', isOpen: true },
    { kind: 'point', x: xOf(after.value), y, tone, isOpen: false },
  ];
}

function rowsOf({ rows }: ChartSpec, series: number): ChartRow[] {
  return rows.filter((row) => row.series === series);
}

function footOf({ series }: ChartSpec, row: ChartRow): string {
  const own = series[row.series];
  return own ? figureFoot(row, own) : '';
}

function changeLines({ difference, growth }: ChartSpec['annotations'][number]): string[] {
  return growth === null ? [difference] : [difference, growth];
}
