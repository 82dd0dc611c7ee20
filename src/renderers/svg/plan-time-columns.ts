import { toneOf } from '../../charts/groups.ts';
import { planColumnMark } from '../../charts/marks/bar-mark.ts';
import { type MarkLabel, placeLabels, weighFigures } from '../../charts/marks/point-labels.ts';
import { type Box, figure, type Plan, type Room, type Shape } from '../../charts/marks/shapes.ts';
import { placeColumns } from '../../charts/time-columns.ts';
import { uncertainRange } from '../../charts/uncertain-range.ts';
import type { ChartRow, ChartSpec } from '../../schemas/chart-spec.ts';
import { planTimeFrame, planTimeScale, timeHeight } from './plan-time-frame.ts';
import { measureFigure, sizesOf, type TextSizes } from './text-sizes.ts';

/** Where columns have their room. */
export interface ColumnsPlace {
  left: number;
  right: number;
  /** What figures keep within. */
  top: number;
  bottom: number;
  yOf: (value: number) => number;
}

/** From the end of a column to its figure. */
const FIGURE_GAP = 7;

/** A long series as columns over time to scale, years that are missing left open; the figures that say most stand at their columns. */
export function planTimeColumns(spec: ChartSpec, room: Room): Plan {
  const frame = planTimeFrame(spec, { startRoom: 6, endRoom: 0 }, room);
  const place = { ...frame, left: frame.left + 6, right: room.width, top: sizesOf(room).small + 6 };
  const { xOf } = columnPlaces(spec.rows, place);
  return {
    shapes: [
      ...planTimeScale(spec, { ...frame, xOf }, room),
      ...planColumnsInTime(spec, spec.rows, place, sizesOf(room)),
    ],
    height: timeHeight(frame),
  };
}

/** Where the columns of rows stand. */
export function columnPlaces(
  rows: readonly ChartRow[],
  edges: Pick<ColumnsPlace, 'left' | 'right'>,
): ReturnType<typeof placeColumns> {
  return placeColumns(
    rows.map(({ period }) => period),
    edges,
  );
}

/** Columns to the scale of time and the figures for which there is room. */
export function planColumnsInTime(
  spec: ChartSpec,
  rows: readonly ChartRow[],
  place: ColumnsPlace,
  sizes: TextSizes,
): Shape[] {
  const { xOf, thickness } = columnPlaces(rows, place);
  const base = place.yOf(0);
  const weights = weighFigures(rows.map(({ value, bound }) => ({ value, isExact: bound === 'exact' })));
  const columns = rows.map((row) => {
    const x = xOf(row.period);
    const tone = toneOf(spec, row);
    const { from, to } = uncertainRange(row);
    const { shapes, tip } = planColumnMark({
      base,
      solid: base - place.yOf(from),
      tip: base - place.yOf(to),
      across: x - thickness / 2,
      thickness,
      tone,
    });
    const box: Box = { x: x - thickness / 2, y: Math.min(base, tip), width: thickness, height: Math.abs(tip - base) };
    return { row, x, tone, shapes, box };
  });
  const labels = columns.flatMap(({ row, x, tone, box }, at): { label: MarkLabel; paint: LabelPaint }[] => {
    const weight = weights[at];
    if (weight === undefined) return [];
    const isBelow = row.value < 0;
    const width = measureFigure(row.display, sizes.figure, sizes.unit);
    const mark = { x, y: isBelow ? box.y + box.height : box.y };
    const label = { ...mark, width, size: sizes.figure, weight, above: FIGURE_GAP, below: FIGURE_GAP };
    return [
      {
        label: { ...label, prefers: isBelow ? 'below' : 'above' },
        paint: { row, fill: tone === 'seal' ? 'seal' : 'ink' },
      },
    ];
  });
  const places = placeLabels(
    labels.map(({ label }) => label),
    { courses: [], boxes: columns.map(({ box }) => box) },
    { ...place, left: place.left - 4 },
  );
  return [
    ...columns.flatMap(({ shapes }) => shapes),
    ...labels.flatMap(({ paint: { row, fill } }, at) => {
      const found = places[at];
      if (!found) return [];
      return [figure(row.display, { ...found, size: sizes.figure, unitSize: sizes.unit, fill, hasHalo: true })];
    }),
  ];
}

interface LabelPaint {
  row: ChartRow;
  fill: 'seal' | 'ink';
}
