import type { Chart } from 'chart.js';
import type { ChartJsConfig } from '../../charts/chart-js.ts';
import { measureFigure, TEXT_PX, writeFigure, writeWords } from './figure-text.ts';
import type { Paints } from './paints.ts';
import type { BarBox } from './uncertain-marks.ts';

/** A segment holds its name and figure when it is this high. */
const SEGMENT_PX = 48;
const BLOCK_PX = 42;

/** Names and figures of the segments, inside where all have room, beside the columns elsewhere; the wholes above. */
export function writeStacks(
  chart: Chart,
  { data: { datasets, labels }, wholes }: ChartJsConfig,
  boxes: readonly (readonly (BarBox | undefined)[])[],
  paints: Paints,
): void {
  const { ctx } = chart;
  const all = boxes.flat().filter((box) => box !== undefined);
  const widest = Math.max(...datasets.flatMap(({ figures }) => figures.map((one) => measureFigure(ctx, one, paints))));
  const isInside = all.every(({ y, base, width }) => Math.abs(base - y) >= SEGMENT_PX && width >= widest + 8);
  labels.forEach((_, index) => {
    let floor = Infinity;
    datasets.forEach((dataset, at) => {
      const box = boxes[at]?.[index];
      if (!box) return;
      const tone = dataset.tones[index] ?? 'pale';
      const isDark = tone === 'seal' || tone === 'steel' || tone === 'ink';
      const colour = isInside && isDark ? paints.sheet : paints.ink;
      const middle = Math.min((box.y + box.base) / 2, floor - BLOCK_PX / 2);
      floor = isInside ? Infinity : middle - BLOCK_PX / 2;
      const place = isInside
        ? { x: box.x, align: 'center' as const }
        : { x: box.x + box.width / 2 + 8, align: 'left' as const };
      writeWords(ctx, dataset.label, { ...place, y: middle - 4 }, paints, { colour, size: TEXT_PX.small });
      writeFigure(ctx, dataset.figures[index] ?? '', { ...place, y: middle + 16 }, paints, colour);
    });
    const top = Math.min(...boxes.flatMap((row) => row[index]?.y ?? []));
    const [whole, column] = [wholes[index], boxes.at(-1)?.[index] ?? boxes[0]?.[index]];
    if (!whole || !column) return;
    writeFigure(ctx, whole.figure, { x: column.x, y: top - 8, align: 'center' }, paints);
    writeWords(ctx, whole.label, { x: column.x, y: top - 30, align: 'center' }, paints, { colour: paints.ink });
  });
}

/** Room right of each column where the names stand beside it, and above for the whole. */
export const STACK_TOP_PX = 54;
