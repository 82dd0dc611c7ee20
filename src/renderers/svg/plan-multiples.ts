import { figureFoot } from '../../charts/figure-foot.ts';
import { toneOf } from '../../charts/groups.ts';
import { markInferred } from '../../charts/inferred.ts';
import { planBreakAcross } from '../../charts/marks/axis-break.ts';
import { findBreaks } from '../../charts/period-time.ts';
import { planFigureTable } from './plan-figure-table.ts';
import { columnPlaces, planColumnsInTime } from './plan-time-columns.ts';
import { planPeriodNames } from './plan-time-frame.ts';
import { findExtent } from '../../charts/scale.ts';
import { isTimePanel } from '../../charts/time-columns.ts';
import { isFigureTable } from '../../charts/figure-table.ts';
import { uncertainRange } from '../../charts/uncertain-range.ts';
import type { ChartRow, ChartSpec, SpecSeries } from '../../schemas/chart-spec.ts';
import { planColumnMark } from '../../charts/marks/bar-mark.ts';
import { figure, hairline, type Plan, type Room, type Shape, text, textLines } from '../../charts/marks/shapes.ts';
import { measureText, wrapText } from './text-measure.ts';
import { measureFigure, sizesOf, type TextSizes } from './text-sizes.ts';

const GAP = { wide: 28, middle: 24, narrow: 20 } as const;
const LINE_GAP = 26;
const MOST_PANELS = { wide: 5, middle: 3, narrow: 2 } as const;
const COLUMNS_HEIGHT = { wide: 110, middle: 104, narrow: 92 } as const;
/** Of a figure's size: above a column, and of one that stands alone. */
const COLUMN_FIGURE = 0.9;
const LONE_FIGURE = 1.3;

interface Panel {
  series: SpecSeries;
  rows: ChartRow[];
  /** Its name. */
  lines: string[];
}

interface PanelPlace {
  x: number;
  /** Where columns and lone figures stand. */
  foot: number;
  width: number;
}

/**
 * Small charts side by side, each on its own scale from zero; a figure that stands alone is set large, since one column beside nothing
 * says nothing. Where no series has more than two figures they are a table.
 */
export function planMultiples(spec: ChartSpec, room: Room): Plan {
  if (isFigureTable(spec)) return planFigureTable(spec, room);
  const { layout } = room;
  const sizes = sizesOf(room);
  const columns = countColumns(spec, room);
  const gap = GAP[layout];
  const width = (room.width - gap * (columns - 1)) / columns;
  const panels = spec.series.map((series, at) => ({
    series,
    rows: spec.rows.filter((row) => row.series === at),
    lines: wrapText(series.label, width, sizes.label),
  }));
  const shapes: Shape[] = [];
  let y = 0;
  for (let start = 0; start < panels.length; start += columns) {
    const line = panels.slice(start, start + columns);
    const labelHeight = Math.max(...line.map(({ lines }) => lines.length)) * sizes.label * 1.35;
    const hasColumns = line.some(({ series }) => series.scale !== null);
    const bodyHeight = hasColumns ? COLUMNS_HEIGHT[layout] + sizes.figure * 1.6 + 8 : sizes.figure * 1.9;
    const foot = y + 14 + labelHeight + bodyHeight;
    const top = y;
    shapes.push(
      ...line.flatMap((panel, at) => planPanel(spec, panel, top, { x: at * (width + gap), foot, width }, room)),
    );
    y = foot + sizes.small * 2.1 + LINE_GAP;
  }
  return { shapes, height: y - LINE_GAP + 4 };
}

/** As many panels a line as leave each figure and name its room. */
function countColumns({ series, rows }: ChartSpec, room: Room): number {
  const { layout, width } = room;
  const needed = Math.max(
    ...series.map((one, at) =>
      measurePanel(
        one,
        rows.filter((row) => row.series === at),
        room,
      ),
    ),
  );
  const fitting = Math.floor((width + GAP[layout]) / (needed + GAP[layout]));
  const most = Math.max(1, Math.min(MOST_PANELS[layout], series.length, fitting));
  // Lines about equally full: eight as four and four, not five and three.
  return Math.ceil(series.length / Math.ceil(series.length / most));
}

/** Width that a panel wants. */
function measurePanel(series: SpecSeries, rows: readonly ChartRow[], room: Room): number {
  const sizes = sizesOf(room);
  const size = sizes.figure * (series.scale ? COLUMN_FIGURE : LONE_FIGURE);
  const widest = Math.max(...rows.map(({ display }) => measureFigure(display, size, sizes.unit)));
  return Math.max(
    // A long series is drawn to the scale of time, and needs no room for every figure.
    series.scale ? (isTimePanel(rows.length) ? 4 : rows.length) * (widest + 8) : widest,
    sizes.label * 6,
    ...rows.map((row) => measureText(figureFoot(row, series), sizes.small)),
  );
}

/** A corner with the panel's name, then its columns or its figure. */
function planPanel(spec: ChartSpec, { series, rows, lines }: Panel, y: number, place: PanelPlace, room: Room): Shape[] {
  const { x, width } = place;
  const { label: size } = sizesOf(room);
  return [
    hairline(['M', x, y + 0.5, 'H', x + width, 'M', x + 0.5, y, 'v', 7], 0.5),
    ...textLines(lines, { x, y: y + 14 + size * 0.9, size, fill: 'ink', lineHeight: size * 1.35 }),
    ...(series.scale === null
      ? rows.flatMap((row) => planLone(spec, row, series, place, room))
      : planSmallColumns(spec, rows, place, room)),
  ];
}

/** A figure that stands alone. It has the seal's colour only where no columns are that could have it. */
function planLone(spec: ChartSpec, row: ChartRow, series: SpecSeries, { x, foot }: PanelPlace, room: Room): Shape[] {
  const sizes = sizesOf(room);
  const hasColumns = spec.series.some(({ scale }) => scale !== null);
  return [
    figure(row.display, {
      x,
      y: foot - 6,
      size: sizes.figure * LONE_FIGURE,
      unitSize: sizes.unit,
      fill: series.emphasised && !hasColumns ? 'seal' : 'ink',
    }),
    text(figureFoot(row, series), { x, y: foot + sizes.small * 1.5, size: sizes.small, fill: 'inkSoft' }),
  ];
}

function planSmallColumns(
  spec: ChartSpec,
  rows: readonly ChartRow[],
  { x, foot, width }: PanelPlace,
  room: Room,
): Shape[] {
  const sizes = sizesOf(room);
  const isCrowded = isTimePanel(rows.length) || rows.length * (widestFigure(rows, sizes) + 8) > width;
  if (isCrowded) return planPanelInTime(spec, rows, { x, foot, width }, room);
  const { least, most } = findExtent(rows.map((row) => uncertainRange(row).to));
  const plotHeight = COLUMNS_HEIGHT[room.layout];
  // Figures below zero stand below their columns.
  const base = least < 0 ? foot - sizes.figure + (least / (most - least)) * (plotHeight - sizes.figure) : foot;
  const unitHeight = (least < 0 ? plotHeight - sizes.figure : plotHeight) / (most - least);
  const pitch = Math.min(width / rows.length, 104);
  const thickness = Math.min(46, pitch - 10);
  const columns = rows.flatMap((row, at): Shape[] => {
    const centre = x + pitch * (at + 0.5);
    const tone = toneOf(spec, row);
    const across = centre - thickness / 2;
    const { from, to } = uncertainRange(row);
    const { shapes, tip } = planColumnMark({
      base,
      solid: from * unitHeight,
      tip: to * unitHeight,
      across,
      thickness,
      tone,
    });
    return [
      ...shapes,
      figure(row.display, {
        x: centre,
        y: row.value < 0 ? tip + 6 + sizes.figure * 0.7 : tip - 7,
        size: sizes.figure * COLUMN_FIGURE,
        unitSize: sizes.unit,
        fill: tone === 'seal' ? 'seal' : 'ink',
        anchor: 'middle',
      }),
      text(markInferred(row), {
        x: centre,
        y: foot + sizes.small * 1.5,
        size: sizes.small,
        fill: 'inkSoft',
        anchor: 'middle',
      }),
    ];
  });
  const breaks = findBreaks(rows.map(({ period }) => period)).map((at) =>
    planBreakAcross({ x: x + pitch * (at + 1), y: base }),
  );
  return [...columns, { kind: 'stroke', steps: ['M', x, base, 'H', x + pitch * rows.length] }, ...breaks];
}

function widestFigure(rows: readonly ChartRow[], { figure: size, unit }: TextSizes): number {
  return Math.max(...rows.map(({ display }) => measureFigure(display, size * COLUMN_FIGURE, unit)));
}

/** Columns that have no room for all figures beside each other: to the scale of time, with the figures that say most. */
function planPanelInTime(
  spec: ChartSpec,
  rows: readonly ChartRow[],
  { x, foot, width }: PanelPlace,
  room: Room,
): Shape[] {
  const sizes = sizesOf(room);
  const { least, most } = findExtent(rows.map((row) => uncertainRange(row).to));
  const bottom = least < 0 ? foot - sizes.figure : foot;
  const plotHeight = bottom - foot + COLUMNS_HEIGHT[room.layout];
  const yOf = (value: number): number => bottom - ((value - least) / (most - least)) * plotHeight;
  const periods = rows.map((row) => ({ id: row.period, label: markInferred(row) }));
  const place = { left: x, right: x + width, top: bottom - plotHeight - sizes.figure * 1.4, bottom: foot, yOf };
  return [
    ...planColumnsInTime(spec, rows, place, { ...sizes, figure: sizes.figure * COLUMN_FIGURE }),
    { kind: 'stroke', steps: ['M', x, yOf(0), 'H', x + width] },
    ...planPeriodNames(
      periods,
      { xOf: columnPlaces(rows, place).xOf, y: foot + sizes.small * 1.5, edge: x + width, start: x },
      room,
    ),
  ];
}
