import type { ChartJsConfig } from '../../charts/chart-js.ts';
import { DIMENSION_TEXT_GAP, planDimension } from '../../charts/marks/dimension.ts';
import { planBreakAcross, planBreakDown } from '../../charts/marks/axis-break.ts';
import { type MarkLabel, placeLabels, weighFigures } from '../../charts/marks/point-labels.ts';
import { planOpenPoint } from '../../charts/marks/open-point.ts';
import { figure, type Point, type Shape, text, type TextShape } from '../../charts/marks/shapes.ts';
import { type BarBox, reachOf } from './bar-box.ts';
import { TEXT_PX } from './figure-text.ts';

/** Marks by dataset and category as Chart.js drew them; undefined where there is no figure. */
export type Boxes = readonly (readonly (BarBox | undefined)[])[];

/** Widths in pixels. */
export interface Measures {
  figure: (figure: string) => number;
  /** Of words in the small size. */
  words: (words: string) => number;
}

/** Between the axis and the bars' own names, and the room that these take. */
export const NAME_GAP = 8;
export const NAME_ROOM = 28;
/** From the second column to the line of a dimension. */
const DIMENSION_OFFSET = 34;

const { small, label, figure: size, unit: unitSize } = TEXT_PX;

/** 单位：人, above the axis. */
export function planUnit(unit: string): TextShape {
  return text(`单位：${unit}`, { x: 0, y: small, size: small, fill: 'inkSoft' });
}

/** From this width on there is room for more than a rate behind a bar. */
const ROOMY_PX = 480;

/** What stands behind the figure of a bar that lies: of bars in groups their period, of others what changed since the first. */
export function wordsBehind(
  { data: { datasets } }: { data: Pick<ChartJsConfig['data'], 'datasets'> },
  { at, index }: { at: number; index: number },
  widthPx: number,
): string {
  const dataset = datasets[at];
  if (!dataset || datasets.length > 1) return dataset?.label ?? '';
  const [difference = '', growth] = dataset.changes[index] ?? [];
  if (growth === undefined || widthPx < ROOMY_PX) return growth ?? difference;
  return `${difference}（${growth}）`;
}

/** Figures at the ends of bars, uncertain ends included; bars of a group bear their own names. */
export function planBarLabels(
  { data: { datasets }, options, title }: ChartJsConfig,
  boxes: Boxes,
  measures: Measures,
  /** Where the plot ends and names of columns begin, and the right edge of the chart. */
  { bottom, right }: { bottom: number; right: number },
): Shape[] {
  const isAcross = options.indexAxis === 'y';
  const isCrowded = title !== null && isTooNarrow(datasets[0]?.figures ?? [], boxes[0] ?? [], measures);
  return datasets.flatMap((dataset, at) =>
    dataset.figures.flatMap((display, index): Shape[] => {
      const box = boxes[at]?.[index];
      if (!box) return [];
      if (isCrowded && index > 0 && index < dataset.figures.length - 1) return [];
      const half = measures.figure(display) / 2;
      const [value, range] = [dataset.data[index] ?? 0, dataset.ranges[index]];
      const reach = range ? reachOf(box, value, range, isAcross) : 0;
      const isBelow = value < 0;
      const fill = dataset.tones[index] === 'seal' ? 'seal' : 'ink';
      // A bar below zero leaves the room on the other side of zero.
      const x = isAcross ? (isBelow ? box.base : box.x + reach) + 9 : box.x;
      const name = { size: small, fill: 'inkSoft' } as const;
      const behind = wordsBehind({ data: { datasets } }, { at, index }, right);
      const [written, named] = isAcross
        ? [
            figure(display, { x, y: box.y + size * 0.36, size, unitSize, fill }),
            text(behind, { ...name, x: x + measures.figure(display) + NAME_GAP, y: box.y + small * 0.36 }),
          ]
        : [
            figure(display, {
              x: Math.max(half, Math.min(x, right - half)),
              y: isBelow ? box.y + reach + 7 + size * 0.75 : box.y - reach - 7,
              size,
              unitSize,
              fill,
              anchor: 'middle',
            }),
            text(dataset.label, { ...name, x, y: bottom + NAME_GAP + small, anchor: 'middle' }),
          ];
      return (isAcross ? behind !== '' : datasets.length > 1) ? [written, named] : [written];
    }),
  );
}

/** Whether figures above columns that stand side by side would lie on each other: small charts then bear those of their ends. */
function isTooNarrow(figures: readonly string[], boxes: readonly (BarBox | undefined)[], measures: Measures): boolean {
  const [first, second] = boxes;
  return (
    first !== undefined && second !== undefined && Math.max(...figures.map(measures.figure)) + 8 > second.x - first.x
  );
}

/**
 * What changed between the first and last column of a group, or of all where each stands by itself, as dimensions. Left out where
 * nothing changed and where one has no room in its group's part of the chart.
 */
export function planChanges(
  { data: { datasets, labels }, options, title }: ChartJsConfig,
  boxes: Boxes,
  { left, right }: { left: number; right: number },
  measures: Measures,
): Shape[] {
  if (options.indexAxis === 'y' || title !== null) return [];
  const pairs =
    datasets.length > 1
      ? labels.map((_, index) => [boxes[0]?.[index], boxes.at(-1)?.[index], datasets.at(-1)?.changes[index]] as const)
      : [[boxes[0]?.[0], boxes[0]?.at(-1), datasets[0]?.changes.at(-1)] as const];
  const cornerOf = ({ x, y, width }: BarBox): Point => ({ x: x + width / 2, y });
  return pairs.flatMap(([from, to, lines = []], index) => {
    if (!from || !to || lines.length === 0 || from.y === to.y) return [];
    const x = cornerOf(to).x + DIMENSION_OFFSET;
    const limit = left + ((index + 1) * (right - left)) / pairs.length;
    const hasRoom = x + DIMENSION_TEXT_GAP + Math.max(...lines.map(measures.words)) <= limit;
    return hasRoom ? planDimension(lines, { from: cornerOf(from), to: cornerOf(to), x }, small) : [];
  });
}

/** Slanting strokes across the axis where periods are missing between marks side by side. */
export function planBreaks({ breaks, data: { datasets }, options }: ChartJsConfig, boxes: Boxes): Shape[] {
  const isAcross = options.indexAxis === 'y';
  const isGrouped = datasets.length > 1 && !options.isStacked;
  const rows = isGrouped ? (boxes[0] ?? []).map((_, index) => boxes.map((row) => row[index])) : boxes.slice(0, 1);
  return rows.flatMap((marks) =>
    breaks.flatMap((at): Shape[] => {
      const [before, after] = [marks[at], marks[at + 1]];
      if (!before || !after) return [];
      return isAcross
        ? [planBreakDown({ x: before.base, y: (before.y + after.y) / 2 })]
        : [planBreakAcross({ x: (before.x + after.x) / 2, y: before.base })];
    }),
  );
}

/** The edges that words keep within. */
export type Edges = Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>;

/**
 * Figures of lines, and of columns that are a long series, where they have room; stripes at a point whose figure is no exact one;
 * the names of several lines.
 */
export function planTimeLabels(
  { type, data: { datasets } }: ChartJsConfig,
  boxes: Boxes,
  measures: Measures,
  edges: Edges,
): Shape[] {
  const isLine = type === 'line';
  const shapes: Shape[] = [];
  const labels: MarkLabel[] = [];
  const paints: ((place: Point) => Shape)[] = [];
  const courses: Point[][] = [];
  for (const [at, dataset] of datasets.entries()) {
    // Chart.js holds only the points that there are.
    const known = dataset.data.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
    const points = known.flatMap((one, order) => {
      const box = boxes[at]?.[order];
      return box ? [{ ...one, box }] : [];
    });
    if (isLine) courses.push(points.map(({ box: { x, y } }) => ({ x, y })));
    const weights = weighFigures(
      points.map(({ value, index }) => ({ value, isExact: dataset.bounds[index] === 'exact' })),
    );
    for (const [order, { value, index, box }] of points.entries()) {
      const tone = dataset.tones[index] ?? 'steel';
      const range = dataset.ranges[index];
      const perUnit = value === 0 ? 0 : (box.base - box.y) / value;
      const yOf = (at: number): number => box.base - at * perUnit;
      const isOpen = isLine && range !== undefined && range.from !== range.to;
      if (isOpen) shapes.push(...planOpenPoint({ x: box.x, from: yOf(range.from), to: yOf(range.to) }, tone));
      const weight = weights[order];
      if (weight === undefined) continue;
      const display = dataset.figures[index] ?? '';
      const gap = isLine ? 12 : 6;
      const neighbours = [points[order - 1]?.box.y, points[order + 1]?.box.y].filter((y) => y !== undefined);
      const isLow = isLine ? neighbours.length === 2 && neighbours.every((y) => y < box.y) : value < 0;
      labels.push({
        x: box.x,
        y: box.y,
        width: measures.figure(display),
        size,
        weight,
        above: gap + (isOpen ? Math.max(0, box.y - yOf(range.to)) : 0),
        below: gap,
        prefers: isLow ? 'below' : 'above',
        isNeeded: weight === 3 && points.length <= 12,
      });
      const fill = tone === 'seal' ? 'seal' : 'ink';
      paints.push((place) => figure(display, { ...place, size, unitSize, fill, anchor: 'middle', hasHalo: true }));
    }
    const [end, ...before] = [...points].reverse().map(({ box: { x, y } }) => ({ x, y }));
    if (datasets.length === 1 || !end) continue;
    const name = { width: measures.words(dataset.label) * (label / small), size: label, weight: 4 };
    labels.push({ ...end, ...name, elsewhere: before, above: 12, below: 12, prefers: 'above', isNeeded: true });
    const fill = dataset.tones[0] === 'seal' ? 'seal' : 'steel';
    paints.push((place) => text(dataset.label, { ...place, size: label, fill, anchor: 'middle', hasHalo: true }));
  }
  const marks = boxes.flat().filter((box) => box !== undefined);
  const obstacles = isLine
    ? marks.map(({ x, y }) => ({ x: x - 5, y: y - 5, width: 10, height: 10 }))
    : marks.map(({ x, y, base, width }) => ({
        x: x - width / 2,
        y: Math.min(y, base),
        width,
        height: Math.abs(base - y),
      }));
  const places = placeLabels(labels, { courses, boxes: obstacles }, edges);
  return [...shapes, ...places.flatMap((place, at) => (place ? (paints[at]?.(place) ?? []) : []))];
}
