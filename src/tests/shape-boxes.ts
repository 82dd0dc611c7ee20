import type { Box, Shape } from '../charts/marks/shapes.ts';
import { measureText } from '../renderers/svg/text-measure.ts';
import { measureFigure } from '../renderers/svg/text-sizes.ts';

/** The place that a line of text takes; letters reach about so far above and below their baseline. */
export function boxOf(shape: Shape): (Box & { text: string }) | undefined {
  if (shape.kind !== 'text' && shape.kind !== 'figure') return undefined;
  const { text, size, anchor = 'start' } = shape;
  const width = shape.kind === 'text' ? measureText(text, size) : measureFigure(text, size, shape.unitSize);
  const x = shape.x - { start: 0, middle: width / 2, end: width }[anchor];
  return { text, x, y: shape.y - size * 0.8, width, height: size * 0.9 };
}
