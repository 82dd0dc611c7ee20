import type { ChartJsConfig } from '../../charts/chart-js.ts';
import { DIMENSION_TEXT_GAP, planDimension } from '../../charts/marks/dimension.ts';
import { planOpenPoint } from '../../charts/marks/open-point.ts';
import { figure, type Point, type Shape, text, type TextShape } from '../../charts/marks/shapes.ts';
import { reachOf } from '../../charts/uncertain-end.ts';
import type { BarBox } from './bar-box.ts';
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
const NAME_GAP = 8;
export const NAME_ROOM = 28;
/** From the second column to the line of a dimension. */
const DIMENSION_OFFSET = 34;

const { small, label, figure: size, unit: unitSize } = TEXT_PX;

/** 单位：人, above the axis or at its end. */
export function planUnit(unit: string, indexAxis: 'x' | 'y', widthPx: number): TextShape {
  const place = indexAxis === 'y' ? ({ x: widthPx, anchor: 'end' } as const) : { x: 0 };
  return text(`单位：${unit}`, { ...place, y: small, size: small, fill: 'inkSoft' });
}

/** Figures at the ends of bars, uncertain ends included; bars of a group bear their own names. */
export function planBarLabels(
  { data: { datasets }, options }: ChartJsConfig,
  boxes: Boxes,
  measures: Measures,
): Shape[] {
  const isAcross = options.indexAxis === 'y';
  return datasets.flatMap((dataset, at) =>
    dataset.figures.flatMap((display, index): Shape[] => {
      const box = boxes[at]?.[index];
      if (!box) return [];
      const reach = reachOf(dataset.bounds[index] ?? 'exact');
      const fill = dataset.tones[index] === 'seal' ? 'seal' : 'ink';
      const x = isAcross ? box.x + reach + 9 : box.x;
      const name = { size: small, fill: 'inkSoft' } as const;
      const [written, named] = isAcross
        ? [
            figure(display, { x, y: box.y + size * 0.36, size, unitSize, fill }),
            text(dataset.label, { ...name, x: x + measures.figure(display) + 8, y: box.y + small * 0.36 }),
          ]
        : [
            figure(display, { x, y: box.y - reach - 7, size, unitSize, fill, anchor: 'middle' }),
            text(dataset.label, { ...name, x, y: box.base + NAME_GAP + small, anchor: 'middle' }),
          ];
      return datasets.length > 1 ? [written, named] : [written];
    }),
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

/** Figures of lines: at their ends, then wherever they have room; strokes above a figure that is a lower bound. */
export function planPointLabels({ data: { datasets } }: ChartJsConfig, boxes: Boxes, measures: Measures): Shape[] {
  const taken: { left: number; right: number; top: number }[] = [];
  return datasets.flatMap((dataset, at) => {
    const points = (boxes[at] ?? []).flatMap((box, index) => (box ? [{ box, index }] : []));
    const tone = dataset.tones[0] ?? 'steel';
    const fill = tone === 'seal' ? 'seal' : 'ink';
    const ordered = [...points.slice(0, 1), ...points.slice(-1), ...points.slice(1, -1)];
    const shapes = ordered.flatMap(({ box, index }): Shape[] => {
      const isLower = dataset.bounds[index] === 'lower';
      const strokes = isLower ? [planOpenPoint(box, tone)] : [];
      const display = dataset.figures[index] ?? '';
      const half = measures.figure(display) / 2;
      const y = box.y - (isLower ? 22 : 13);
      const [left, right, top] = [box.x - half - 4, box.x + half + 4, y - size];
      if (taken.some((one) => left < one.right && right > one.left && Math.abs(top - one.top) < size + 2))
        return strokes;
      taken.push({ left, right, top });
      return [...strokes, figure(display, { x: box.x, y, size, unitSize, fill, anchor: 'middle' })];
    });
    const end = points.at(-1)?.box;
    if (datasets.length === 1 || !end) return shapes;
    const place = { x: end.x, y: end.y + label + 10, anchor: 'end' } as const;
    return [...shapes, text(dataset.label, { ...place, size: label, fill: tone === 'seal' ? 'seal' : 'steel' })];
  });
}
