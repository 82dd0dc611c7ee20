import { figureFoot } from '../../charts/figure-foot.ts';
import { markPeriod } from '../../charts/inferred.ts';
import type { Room } from '../../charts/marks/shapes.ts';
import { isWordFigure, splitFigureText } from '../../lib/figure-format.ts';
import type { ChartRow, ChartSpec, SpecSeries } from '../../schemas/chart-spec.ts';
import { measureText, wrapText } from './text-measure.ts';
import { measureFigure, sizesOf } from './text-sizes.ts';

/** Of a figure's usual size: here the numerals are the drawing. */
export const FIGURE = 1.2;
const COLUMN_GAP = { wide: 40, middle: 28, narrow: 18 } as const;
/** A track shorter than this shows nothing. */
const LEAST_TRACK = 110;
/** How much of the width names may take beside figures, and how much they always have. */
const MOST_NAME_SHARE = 0.46;
const LEAST_NAME_SHARE = 0.3;

export interface TableRow {
  series: SpecSeries;
  /** By column of figures; undefined where there is none. */
  cells: (ChartRow | undefined)[];
  name: string[];
  /** When its figure was, where rows differ in it. */
  foot: string;
  change: string[];
}

export interface TableFrame {
  rows: TableRow[];
  /** Names of the columns of figures. */
  heads: string[];
  /** Where the numbers of each column end and their units begin. */
  edges: number[];
  /** Where changes end; undefined where nothing is compared. */
  changeEnd: number | undefined;
  track: { from: number; to: number } | undefined;
  /** Whether a name has a line of its own above its figures. */
  isStacked: boolean;
  /** Whether each row says at its end when its figure was. */
  isTimed: boolean;
}

/** Where names, numbers, changes and tracks stand in a room, before it is known how far down each row is. */
export function planTableFrame(spec: ChartSpec, room: Room): TableFrame {
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
  const nameWidth = isStacked ? width : Math.min(names, Math.max(rest, width * LEAST_NAME_SHARE));
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
        size: sizes.label,
      }),
    ),
    heads: compared ? periods.map((period) => markPeriod(period, spec.rows)) : [isOneTime ? (feet[0] ?? '') : ''],
    edges,
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
    size,
  }: { periods: readonly string[] | undefined; nameWidth: number; hasFoot: boolean; size: number },
): TableRow {
  const own = rowsOf(spec, at);
  const annotation = spec.annotations.find(({ to }) => spec.rows[to]?.series === at);
  const [only] = own;
  return {
    series,
    cells: periods ? periods.map((id) => own.find(({ period }) => period === id)) : [only],
    name: wrapText(series.label, nameWidth, size),
    foot: hasFoot && own.length === 1 && only ? footOf(spec, only) : '',
    change: annotation ? changeLines(annotation) : [],
  };
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

function rowsOf({ rows }: ChartSpec, series: number): ChartRow[] {
  return rows.filter((row) => row.series === series);
}

/** When a figure was, in words. */
export function footOf({ series }: ChartSpec, row: ChartRow): string {
  const own = series[row.series];
  return own ? figureFoot(row, own) : '';
}

function changeLines({ difference, growth }: ChartSpec['annotations'][number]): string[] {
  return growth === null ? [difference] : [difference, growth];
}
