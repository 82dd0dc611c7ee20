import type { ChartJsConfig } from '../../charts/chart-js.ts';
import { stackUp } from '../../charts/marks/name-blocks.ts';
import { figure, type Shape, text } from '../../charts/marks/shapes.ts';
import { TEXT_PX } from './figure-text.ts';
import type { Boxes, Measures } from './plan-labels.ts';

/** A segment holds its name and figure when it is this high. */
const SEGMENT_PX = 48;
/** Height of a name with its figure. */
const BLOCK_PX = 42;
/** Room above a stack for its whole. */
export const STACK_TOP_PX = 54;

/** From a column to the words beside it, and from these to the next column. */
const BESIDE_PX = 8;

/**
 * Names and figures of the segments: inside where all have room, else beside the columns, where these stand far enough apart. Where
 * they do not, each segment bears what it has room for, since words on the next column would be read as its figures. The wholes
 * stand above. `boxes` are the segments by dataset and period, `widthPx` is that of the chart.
 */
export function planStacks(
  { data: { datasets, labels }, wholes }: ChartJsConfig,
  boxes: Boxes,
  measures: Measures,
  widthPx: number,
): Shape[] {
  const all = boxes.flat().filter((box) => box !== undefined);
  const widest = Math.max(...datasets.flatMap(({ figures }) => figures.map(measures.figure)));
  const names = Math.max(...datasets.map(({ label }) => measures.words(label)));
  const isInside = all.every(({ y, base, width }) => Math.abs(base - y) >= SEGMENT_PX && width >= widest + 8);
  const columns = labels.flatMap((_, index) => boxes.map((row) => row[index]).find((box) => box !== undefined) ?? []);
  const isBeside = columns.every(({ x, width }, at) => {
    const next = columns[at + 1];
    const end = next ? next.x - next.width / 2 - BESIDE_PX : widthPx;
    return x + width / 2 + BESIDE_PX + Math.max(widest, names) <= end;
  });
  return labels.flatMap((_, index) => {
    const segments = datasets.flatMap((dataset, at) => {
      const box = boxes[at]?.[index];
      return box ? [{ dataset, box, wanted: (box.y + box.base) / 2, height: BLOCK_PX }] : [];
    });
    const isOutside = isBeside && !isInside;
    const middles = isOutside ? stackUp(segments, { base: Infinity, gap: 0 }) : segments.map(({ wanted }) => wanted);
    const words = segments.flatMap(({ dataset, box, wanted }, at) => {
      const middle = middles[at] ?? wanted;
      const display = dataset.figures[index] ?? '';
      const place = isOutside
        ? ({ x: box.x + box.width / 2 + BESIDE_PX, anchor: 'start', fill: 'ink' } as const)
        : ({ x: box.x, anchor: 'middle', fill: dataset.tones[index] === 'pale' ? 'ink' : 'sheet' } as const);
      const hasRoom = (width: number): boolean =>
        isOutside || (width <= box.width - 4 && Math.abs(box.base - box.y) >= SEGMENT_PX);
      return [
        ...(hasRoom(measures.words(dataset.label))
          ? [text(dataset.label, { ...place, y: middle - 4, size: TEXT_PX.small })]
          : []),
        ...(hasRoom(measures.figure(display))
          ? [figure(display, { ...place, y: middle + 16, size: TEXT_PX.figure, unitSize: TEXT_PX.unit })]
          : []),
      ];
    });
    const [whole, column] = [wholes[index], segments.at(-1)?.box];
    if (!whole || !column) return words;
    const top = Math.min(...segments.map(({ box }) => box.y));
    const place = { x: column.x, anchor: 'middle', fill: 'ink' } as const;
    return [
      ...words,
      figure(whole.figure, { ...place, y: top - 8, size: TEXT_PX.figure, unitSize: TEXT_PX.unit }),
      text(whole.label, { ...place, y: top - 30, size: TEXT_PX.label }),
    ];
  });
}
