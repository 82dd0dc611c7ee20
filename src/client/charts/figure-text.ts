import { isWordFigure, splitFigureText, WORD_FIGURE_SCALE } from '../../lib/figure-format.ts';
import type { Paints } from './paints.ts';

/** Sizes of text on a canvas, in pixels: what the static drawing has at the width of a page. */
export const TEXT_PX = { label: 14, small: 13, figure: 18, unit: 13 } as const;

/** A stretch of a figure in one font. */
interface Piece {
  text: string;
  font: string;
}

/** A figure with its number in the serif, and qualifier and unit small beside it, as in the static drawing. */
export function piecesOf(figure: string, { displayFont, textFont }: Paints): Piece[] {
  const { before, number, after } = splitFigureText(figure);
  const scale = isWordFigure({ before, after }) ? WORD_FIGURE_SCALE : 1;
  const small = `${String(TEXT_PX.unit)}px ${textFont}`;
  return [
    { text: before, font: small },
    {
      text: number,
      font: `600 ${String(Math.round(TEXT_PX.figure * scale))}px ${displayFont}`,
    },
    { text: after, font: small },
  ].filter(({ text }) => text !== '');
}

/** Width of a figure with its qualifier and unit. */
export function measureFigure(ctx: CanvasRenderingContext2D, figure: string, paints: Paints): number {
  ctx.save();
  const width = piecesOf(figure, paints).reduce((sum, { text, font }) => {
    ctx.font = font;
    return sum + ctx.measureText(text).width;
  }, 0);
  ctx.restore();
  return width;
}

/** Width of words in the text face. */
export function measureWords(
  ctx: CanvasRenderingContext2D,
  words: string,
  { textFont }: Paints,
  size: number = TEXT_PX.label,
): number {
  ctx.save();
  ctx.font = `${String(size)}px ${textFont}`;
  const { width } = ctx.measureText(words);
  ctx.restore();
  return width;
}

/** Words in lines of at most so many characters, about equally long: 中华技能 · 大奖获得者. */
export function breakWords(words: string, most: number): string[] {
  const characters = [...words];
  const lines = Math.max(1, Math.ceil(characters.length / Math.max(1, most)));
  const length = Math.ceil(characters.length / lines);
  return Array.from({ length: lines }, (_, at) => characters.slice(at * length, (at + 1) * length).join(''));
}
