import type { ChartJsConfig } from '../../charts/chart-js.ts';
import { stackUp } from '../../charts/marks/name-blocks.ts';
import { figure, type Shape, text } from '../../charts/marks/shapes.ts';
import type { BarBox } from './bar-box.ts';
import { TEXT_PX } from './figure-text.ts';

/** A segment holds its name and figure when it is this high. */
const SEGMENT_PX = 48;
/** Height of a name with its figure. */
const BLOCK_PX = 42;
/** Room above a stack for its whole. */
export const STACK_TOP_PX = 54;

/**
 * Names and figures of the segments, inside where all have room, beside the columns elsewhere; the wholes above. `boxes` are the
 * segments by dataset and period, `measure` tells the width of a figure.
 */
export function planStacks(
  { data: { datasets, labels }, wholes }: ChartJsConfig,
  boxes: readonly (readonly (BarBox | undefined)[])[],
  measure: (figure: string) => number,
): Shape[] {
  const all = boxes.flat().filter((box) => box !== undefined);
  const widest = Math.max(...datasets.flatMap(({ figures }) => figures.map(measure)));
  const isInside = all.every(({ y, base, width }) => Math.abs(base - y) >= SEGMENT_PX && width >= widest + 8);
  return labels.flatMap((_, index) => {
    const segments = datasets.flatMap((dataset, at) => {
      const box = boxes[at]?.[index];
      return box ? [{ dataset, box, wanted: (box.y + box.base) / 2, height: BLOCK_PX }] : [];
    });
    const middles = isInside ? segments.map(({ wanted }) => wanted) : stackUp(segments, { base: Infinity, gap: 0 });
    const names = segments.flatMap(({ dataset, box, wanted }, at) => {
      const middle = middles[at] ?? wanted;
      const place = isInside
        ? ({ x: box.x, anchor: 'middle', fill: dataset.tones[index] === 'pale' ? 'ink' : 'sheet' } as const)
        : ({ x: box.x + box.width / 2 + 8, anchor: 'start', fill: 'ink' } as const);
      return [
        text(dataset.label, { ...place, y: middle - 4, size: TEXT_PX.small }),
        figure(dataset.figures[index] ?? '', {
          ...place,
          y: middle + 16,
          size: TEXT_PX.figure,
          unitSize: TEXT_PX.unit,
        }),
      ];
    });
    const [whole, column] = [wholes[index], segments.at(-1)?.box];
    if (!whole || !column) return names;
    const top = Math.min(...segments.map(({ box }) => box.y));
    const place = { x: column.x, anchor: 'middle', fill: 'ink' } as const;
    return [
      ...names,
      figure(whole.figure, { ...place, y: top - 8, size: TEXT_PX.figure, unitSize: TEXT_PX.unit }),
      text(whole.label, { ...place, y: top - 30, size: TEXT_PX.label }),
    ];
  });
}
