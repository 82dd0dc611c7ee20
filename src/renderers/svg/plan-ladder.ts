import { nameOf, type Tone, toneOf } from '../../charts/groups.ts';
import { planDots, planDotSize } from '../../charts/marks/dots.ts';
import type { ChartRow, ChartSpec } from '../../schemas/chart-spec.ts';
import { figure, hairline, type Plan, type Room, type Shape, textLines } from '../../charts/marks/shapes.ts';
import { wrapText } from './text-measure.ts';
import { measureFigure, sizesOf } from './text-sizes.ts';

/** How much further in each step begins than the one below it. */
const INSET = { wide: 34, middle: 26, narrow: 18 } as const;
const MOST_INSETS = 0.25;
/** Height of a step beside its dots, about. */
const STEP = 60;
/** Height that the dots of the fullest step may take. */
const FIELD = { wide: 220, middle: 240, narrow: 250 } as const;

/**
 * A climb of steps, the highest on top. A dot is one of what is counted, of one size on all steps, so 4 beside 9000 is seen as what it
 * is; numbers too large for that stand as numerals alone. The height of the steps tells the order and nothing more.
 */
export function planLadder(spec: ChartSpec, room: Room): Plan {
  const { width, layout } = room;
  const count = spec.rows.length;
  const inset = Math.min(INSET[layout], (width * MOST_INSETS) / count);
  const dots = planDotSize(spec.rows, {
    width: width - inset - 10,
    height: room.height === undefined ? FIELD[layout] : Math.max(40, room.height - count * STEP - 24),
  });
  const shapes: Shape[] = [];
  const outline: (string | number)[] = ['M', width - 1];
  let y = 0;
  for (const [at, row] of [...spec.rows].reverse().entries()) {
    const isHighest = at === 0;
    const x = 1 + (count - 1 - at) * inset;
    // What stands on a step begins right of the riser that goes up from it.
    const left = x + (isHighest ? 0 : inset) + 8;
    const step = planStep(spec, row, { left, above: y, dots }, room);
    y = step.y;
    outline.push(...(isHighest ? [y, 'H', x] : ['V', y, 'H', x]));
    shapes.push(...step.shapes);
    if (!isHighest) shapes.push(hairline(['M', x, y, 'H', width], 0.3));
  }
  shapes.push({ kind: 'stroke', steps: [...outline, 'v', 12], width: 1.5 });
  return { shapes, height: y + 14 };
}

/** Name and figure of a step below `above`, its dots below them, and the `y` at which it is trodden. */
function planStep(
  spec: ChartSpec,
  row: ChartRow,
  { left, above, dots }: { left: number; above: number; dots: ReturnType<typeof planDotSize> },
  room: Room,
): { shapes: Shape[]; y: number } {
  const { width } = room;
  const sizes = sizesOf(room);
  const tone = toneOf(spec, row);
  const lineHeight = sizes.label * 1.3;
  const figureWidth = measureFigure(row.display, sizes.figure, sizes.unit);
  const lines = wrapText(nameOf(spec, row), width - left - figureWidth - 18, sizes.label);
  const nameY = above + 12 + sizes.figure;
  const words = nameY + (lines.length - 1) * lineHeight;
  const field = dots ? planDots(row, tone, { x: left, y: words + 12, width: width - left - 2, ...dots }) : undefined;
  return {
    y: field ? field.bottom + 10 : words + 14,
    shapes: [
      ...textLines(lines, { x: left, y: nameY, size: sizes.label, fill: 'ink', lineHeight }),
      figure(row.display, {
        x: width - 4,
        y: words,
        size: sizes.figure,
        unitSize: sizes.unit,
        fill: inkOf(tone),
        anchor: 'end',
      }),
      ...(field?.shapes ?? []),
    ],
  };
}

function inkOf(tone: Tone): 'seal' | 'ink' {
  return tone === 'seal' ? 'seal' : 'ink';
}
