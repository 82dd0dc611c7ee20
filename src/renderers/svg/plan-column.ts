import { groupRows, type RowGroup, toneOf } from '../../charts/groups.ts';
import { markInferred } from '../../charts/inferred.ts';
import { planBreakAcross } from '../../charts/marks/axis-break.ts';
import { findBreaks } from '../../charts/period-time.ts';
import { isTimeColumns } from '../../charts/time-columns.ts';
import { planTimeColumns } from './plan-time-columns.ts';
import { findExtent } from '../../charts/scale.ts';
import { uncertainRange } from '../../charts/uncertain-range.ts';
import type { ChartAnnotation, ChartRow, ChartSpec } from '../../schemas/chart-spec.ts';
import { planColumnMark } from '../../charts/marks/bar-mark.ts';
import { planBars } from './plan-bar.ts';
import { DIMENSION_TEXT_GAP, planDimension } from '../../charts/marks/dimension.ts';
import { figure, hairline, type Plan, type Room, type Shape, text, textLines } from '../../charts/marks/shapes.ts';
import { measureText, wrapText } from './text-measure.ts';
import { measureFigure, sizesOf } from './text-sizes.ts';

const PLOT_HEIGHT = { wide: 250, middle: 230, narrow: 210 } as const;
const COLUMN_WIDTH = { wide: 72, middle: 64, narrow: 56 } as const;
/** A few columns alone in a wide picture are set wider and further apart. */
const MOST_COLUMN_WIDTH = 96;
const MOST_PITCH = 176;
/** Between the labels of neighbouring columns. */
const LABEL_GAP = 12;

/** How the columns stand side by side. */
interface ColumnFrame {
  /** From the middle of a column to that of the next in its group. */
  pitch: number;
  columnWidth: number;
  /** Room for the dimension right of a group. */
  dimension: number;
  groupWidth: number;
}

/** How high they are. */
interface ColumnHeights {
  /** The y at which columns stand. */
  base: number;
  /** Below this stand the names. */
  floor: number;
  /** Negative for a figure below zero. */
  lengthOf: (value: number) => number;
}

/**
 * Columns from zero, by group, each with its figure and so without a scale. Where the figures have no room beside each other the same
 * are planned as bars; a long series becomes columns in time.
 */
export function planColumns(spec: ChartSpec, room: Room): Plan {
  if (isTimeColumns(spec)) return planTimeColumns(spec, room);
  const groups = groupRows(spec);
  const frame = planFrame(spec, groups, room);
  if (!frame) return planBars(spec, room);
  const { width } = room;
  const isOneSeries = spec.series.length === 1;
  const bottomText = isOneSeries || spec.periods.length === 1 ? 44 : 62;
  const heights = planHeights(spec.rows, bottomText, room);
  const { base, floor } = heights;
  const columnGroups = isOneSeries
    ? [{ label: '', rows: groups.flatMap(({ rows }) => rows) }]
    : groups.map(({ label, rows }) => ({ label, rows }));
  const shapes = [
    ...columnGroups.flatMap((group, at) => planGroup(spec, group, at, { frame, heights, room })),
    { kind: 'stroke', steps: ['M', 0, base, 'H', width] } as const,
  ];
  return { shapes, height: floor + bottomText };
}

/** Undefined where the columns and what stands at them have no room beside each other. */
function planFrame(
  { annotations, rows, series }: ChartSpec,
  groups: readonly RowGroup[],
  room: Room,
): ColumnFrame | undefined {
  const { figure: figureSize, unit, small, label } = sizesOf(room);
  const widest = Math.max(...rows.map(({ display }) => measureFigure(display, figureSize, unit)));
  const pitch = Math.max(widest + LABEL_GAP, COLUMN_WIDTH[room.layout] * 0.8 + LABEL_GAP);
  const perGroup = Math.max(...groups.map((group) => group.rows.length));
  const dimension = Math.max(
    0,
    ...annotations.flatMap(linesOf).map((line) => measureText(line, small) + DIMENSION_TEXT_GAP + 14),
  );
  const isOneSeries = series.length === 1;
  const columnsWidth = pitch * (isOneSeries ? groups.length : perGroup);
  const groupWidth = room.width / (isOneSeries ? 1 : groups.length);
  const longestLabel = Math.max(...groups.map((group) => measureText(group.label, label)));
  const isCramped = columnsWidth + dimension > groupWidth || (!isOneSeries && longestLabel / 2 > groupWidth);
  if (isCramped) return undefined;
  const roomyPitch = Math.min(
    Math.max(pitch * 1.15, isOneSeries ? MOST_PITCH : 0),
    (groupWidth - dimension) / (columnsWidth / pitch),
  );
  const columnWidth = Math.min(
    MOST_COLUMN_WIDTH,
    Math.max(COLUMN_WIDTH[room.layout], roomyPitch * 0.55),
    roomyPitch - LABEL_GAP,
  );
  return { pitch: roomyPitch, columnWidth, dimension, groupWidth };
}

function planHeights(rows: readonly ChartRow[], bottomText: number, room: Room): ColumnHeights {
  const sizes = sizesOf(room);
  const { least, most } = findExtent(rows.map((row) => uncertainRange(row).to));
  const top = sizes.figure + 12;
  // Figures below zero stand below their columns.
  const below = least < 0 ? sizes.figure + 10 : 0;
  const plotHeight =
    room.height === undefined ? PLOT_HEIGHT[room.layout] : Math.max(100, room.height - top - below - bottomText);
  const lengthOf = (value: number): number => (value / (most - least)) * plotHeight;
  const bottom = top + plotHeight;
  return { base: bottom + lengthOf(least), floor: bottom + below, lengthOf };
}

interface Measures {
  frame: ColumnFrame;
  heights: ColumnHeights;
  room: Room;
}

/** A change in words, a line each for the difference and the rate. */
function linesOf({ difference, growth }: ChartAnnotation): string[] {
  return growth === null ? [difference] : [difference, growth];
}

/** The columns of a group, what changed between its first and last, and its name where there are several. */
function planGroup(spec: ChartSpec, { label, rows }: RowGroup, at: number, measures: Measures): Shape[] {
  const { frame, heights, room } = measures;
  const columnsWidth = rows.length * frame.pitch;
  const start = at * frame.groupWidth + (frame.groupWidth - (columnsWidth + frame.dimension)) / 2;
  const centreOf = (column: number): number => start + (column + 0.5) * frame.pitch;
  const cornerOf = (column: number): { x: number; y: number } => ({
    x: centreOf(column) + frame.columnWidth / 2,
    y: heights.base - heights.lengthOf(rows[column]?.value ?? 0),
  });
  const annotation = spec.annotations.find(({ from }) => spec.rows[from] === rows[0]);
  return [
    ...(annotation
      ? planDimension(
          linesOf(annotation),
          { from: cornerOf(0), to: cornerOf(rows.length - 1), x: start + columnsWidth + 6 },
          sizesOf(room).small,
        )
      : []),
    ...rows.flatMap((row, column) => planColumn(spec, row, centreOf(column), measures)),
    ...(spec.periods.length === 1 ? [] : findBreaks(rows.map(({ period }) => period))).map((column) =>
      planBreakAcross({ x: centreOf(column + 0.5), y: heights.base }),
    ),
    ...(spec.series.length === 1 ? [] : planGroupName(spec, label, { start, columnsWidth }, measures)),
  ];
}

/** A column with its figure at its end, and below it the period where there are several. */
function planColumn(spec: ChartSpec, row: ChartRow, centre: number, { frame, heights, room }: Measures): Shape[] {
  const sizes = sizesOf(room);
  const tone = toneOf(spec, row);
  const { from, to } = uncertainRange(row);
  const { shapes, tip } = planColumnMark({
    base: heights.base,
    solid: heights.lengthOf(from),
    tip: heights.lengthOf(to),
    across: centre - frame.columnWidth / 2,
    thickness: frame.columnWidth,
    tone,
  });
  const label = figure(row.display, {
    x: centre,
    y: row.value < 0 ? tip + 9 + sizes.figure * 0.75 : tip - 9,
    size: sizes.figure,
    unitSize: sizes.unit,
    fill: tone === 'seal' ? 'seal' : 'ink',
    anchor: 'middle',
  });
  if (spec.periods.length === 1) return [...shapes, label];
  const below = { x: centre, y: heights.floor + 24, size: sizes.label };
  return [...shapes, label, text(markInferred(row), { ...below, fill: 'inkSoft', anchor: 'middle' })];
}

/** A group's name below its columns, with a line over it where the columns have names of their own. */
function planGroupName(
  { periods }: ChartSpec,
  name: string,
  { start, columnsWidth }: { start: number; columnsWidth: number },
  { frame, heights: { floor }, room }: Measures,
): Shape[] {
  const { label: size } = sizesOf(room);
  const isSingle = periods.length === 1;
  const centre = start + columnsWidth / 2;
  const lines = textLines(wrapText(name, frame.groupWidth - 8, size), {
    x: centre,
    y: floor + (isSingle ? 24 : 50),
    size,
    fill: 'ink',
    anchor: 'middle',
    weight: 600,
  });
  if (isSingle) return lines;
  const half = columnsWidth / 2 - 8;
  return [...lines, hairline(['M', centre - half, floor + 32, 'H', centre + half], 0.3)];
}
