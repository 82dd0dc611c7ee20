import type { FigureShape, Point, Shape, Steps } from '../../charts/marks/shapes.ts';
import { measureFigure, piecesOf } from './figure-text.ts';
import { type Paints, tonePaint } from './paints.ts';

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const;

/**
 * Paints on a canvas what the static drawing has as SVG, in pixels. Rings, courses, points and ladders' dots are not painted: Chart.js draws the
 * former itself, so that they can be pointed at, and no ladder.
 */
export function paintShapes(ctx: CanvasRenderingContext2D, shapes: readonly Shape[], paints: Paints): void {
  for (const shape of shapes) {
    ctx.save();
    ctx.textBaseline = 'alphabetic';
    paintShape(ctx, shape, paints);
    ctx.restore();
  }
}

function paintShape(ctx: CanvasRenderingContext2D, shape: Shape, paints: Paints): void {
  switch (shape.kind) {
    case 'text':
      ctx.fillStyle = paints[shape.fill];
      ctx.font = `${String(shape.size)}px ${paints.textFont}`;
      ctx.textAlign = ALIGN[shape.anchor ?? 'start'];
      if (shape.hasHalo === true) paintHalo(ctx, shape.text, shape, paints);
      ctx.fillText(shape.text, shape.x, shape.y);
      return;
    case 'figure':
      paintFigure(ctx, shape, paints);
      return;
    case 'hairline':
      ctx.globalAlpha = shape.opacity;
      stroke(ctx, shape.steps, { colour: paints.ink, width: 1 });
      return;
    case 'stroke':
      stroke(ctx, shape.steps, {
        colour: shape.tone === undefined ? paints.ink : tonePaint(shape.tone, paints),
        width: shape.width ?? 1,
      });
      return;
    case 'bars':
    case 'box':
      ctx.fillStyle = tonePaint(shape.tone, paints);
      for (const { x, y, width, height } of shape.kind === 'bars' ? shape.boxes : [shape.box])
        ctx.fillRect(x, y, width, height);
      return;
    case 'dot':
      ctx.fillStyle = paints.ink;
      ctx.beginPath();
      ctx.arc(shape.x, shape.y, 2.2, 0, Math.PI * 2);
      ctx.fill();
      return;
    case 'dots':
    case 'ring':
    case 'course':
    case 'point':
      return;
  }
}

/** A rim of the ground, so that a line behind the words does not strike them through. */
function paintHalo(ctx: CanvasRenderingContext2D, words: string, { x, y }: Point, { sheet }: Paints): void {
  ctx.strokeStyle = sheet;
  ctx.lineWidth = 5;
  ctx.lineJoin = 'round';
  ctx.strokeText(words, x, y);
}

function paintFigure(
  ctx: CanvasRenderingContext2D,
  { text, x, y, fill, anchor, hasHalo }: FigureShape,
  paints: Paints,
): void {
  let at = x - measureFigure(ctx, text, paints) * { start: 0, middle: 0.5, end: 1 }[anchor ?? 'start'];
  ctx.fillStyle = paints[fill];
  ctx.textAlign = 'left';
  for (const piece of piecesOf(text, paints)) {
    ctx.font = piece.font;
    if (hasHalo === true) paintHalo(ctx, piece.text, { x: at, y }, paints);
    ctx.fillText(piece.text, at, y);
    at += ctx.measureText(piece.text).width;
  }
}

function stroke(
  ctx: CanvasRenderingContext2D,
  steps: Steps,
  { colour, width }: { colour: string; width: number },
): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke(new Path2D(steps.join(' ')));
}
