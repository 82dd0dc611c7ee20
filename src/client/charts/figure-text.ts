import { splitFigureText } from '../../lib/figure-format.ts';
import type { Paints } from './paints.ts';

/** Sizes of text on a canvas, in pixels: what the static drawing has at the width of a page. */
export const TEXT_PX = { label: 14, small: 13, figure: 18, unit: 13 } as const;
/** A figure without digits (千余家) is all characters, which look larger than digits of one size. */
const WORD_SIZE = 0.8;

export interface TextPlace {
  x: number;
  /** Baseline. */
  y: number;
  align: 'left' | 'center' | 'right';
}

interface Piece {
  text: string;
  font: string;
}

function piecesOf(figure: string, { displayFont, textFont }: Paints): Piece[] {
  const { before, number, after } = splitFigureText(figure);
  const isWords = before === '' && after === '';
  const small = `${String(TEXT_PX.unit)}px ${textFont}`;
  return [
    { text: before, font: small },
    {
      text: number,
      font: `600 ${String(isWords ? Math.round(TEXT_PX.figure * WORD_SIZE) : TEXT_PX.figure)}px ${displayFont}`,
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

/** A figure with its number in the serif, and qualifier and unit small beside it, as in the static drawing. */
export function writeFigure(
  ctx: CanvasRenderingContext2D,
  figure: string,
  { x, y, align }: TextPlace,
  paints: Paints,
  colour = paints.ink,
): void {
  const width = measureFigure(ctx, figure, paints);
  let at = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  ctx.save();
  ctx.fillStyle = colour;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  for (const { text, font } of piecesOf(figure, paints)) {
    ctx.font = font;
    ctx.fillText(text, at, y);
    at += ctx.measureText(text).width;
  }
  ctx.restore();
}

/** Words in the text face. */
export function writeWords(
  ctx: CanvasRenderingContext2D,
  words: string,
  { x, y, align }: TextPlace,
  { textFont }: Paints,
  { colour, size = TEXT_PX.label }: { colour: string; size?: number },
): void {
  ctx.save();
  ctx.fillStyle = colour;
  ctx.font = `${String(size)}px ${textFont}`;
  ctx.textAlign = align;
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(words, x, y);
  ctx.restore();
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
