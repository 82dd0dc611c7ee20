import type { InlineSvg } from '../renderers/svg/render-svg.ts';
import { measureText, wrapText } from '../renderers/svg/text-measure.ts';
import type { Layout } from '../charts/marks/shapes.ts';
import type { EmbedHeights } from '../lib/embed-code.ts';
import { EMBED_SIZES } from './embed-sizes.ts';

/**
 * How high an embedded page is at a given width. Frames get a fixed height before anything is drawn, and keep it where no script
 * runs, so it has to be enough at every width it is meant for; text is measured generously.
 */

/** What the page holds, as text and drawings. */
export interface EmbedContent {
  /** Nothing where the drawing stands alone. */
  words: { title: string; headline: string; notes: string; sources: string; foot: string } | undefined;
  /** Empty where there is none. */
  notice: string;
  wide: Pick<InlineSvg, 'width' | 'height'>;
  middle: Pick<InlineSvg, 'width' | 'height'>;
  narrow: Pick<InlineSvg, 'width' | 'height'>;
}

/** The narrowest frame that is promised to show everything, in pixels. */
export const LEAST_EMBED_WIDTH = 280;
/** From here on a page is no higher: its text has the widest lines, and its drawing its full size. */
const MOST_WIDTH = 900;
/** Digits of a heavy face are wider than the estimate. */
const HEAVY = 1.06;
/** Steps by which heights are reckoned, in pixels. */
const STEP = 20;

/** Height in pixels of the page in a frame of `width` pixels. */
export function embedHeightAt(width: number, content: EmbedContent): number {
  return heightBetween(width, width, content);
}

/** A height that is enough from one width to another of the same layout: the narrower, the more lines; the wider, the larger the drawing. */
function heightBetween(from: number, to: number, content: EmbedContent): number {
  const layout = layoutAt(from);
  const sizes = EMBED_SIZES[layout];
  const textWidth = Math.min(from - 2 * sizes.sides, EMBED_SIZES.mostTextWidth);
  const { width: drawnWidth, height: drawnHeight } = content[layout];
  const drawing = Math.min(to - 2 * sizes.sides, sizes.drawing) * (drawnHeight / drawnWidth);
  return Math.ceil(
    2 * EMBED_SIZES.border +
      sizes.top +
      sizes.bottom +
      noticeHeight(content.notice, textWidth) +
      Math.max(EMBED_SIZES.leastDrawing, drawing) +
      (content.words ? wordsHeight(content.words, textWidth, layout) : 0),
  );
}

function layoutAt(width: number): Layout {
  if (width < EMBED_SIZES.middleFrom) return 'narrow';
  return width < EMBED_SIZES.wideFrom ? 'middle' : 'wide';
}

function noticeHeight(words: string, textWidth: number): number {
  if (words === '') return 0;
  const { below, paddingX, paddingY, border } = EMBED_SIZES.notice;
  const lines = countLines(words, textWidth - 2 * (paddingX + border));
  return lines * EMBED_SIZES.line + 2 * (border + paddingY) + below;
}

function wordsHeight(words: NonNullable<EmbedContent['words']>, width: number, layout: Layout): number {
  const { line, headlineAbove, headlineBelow, noteAbove, footAbove } = EMBED_SIZES;
  const { headline, headlineLine } = EMBED_SIZES[layout];
  const lines =
    countLines(words.title, width) +
    countLines(words.notes, width) +
    countLines(words.sources, width) +
    countFootLines(words.foot, width);
  return (
    lines * line +
    headlineAbove +
    wrapText(words.headline, width, headline * HEAVY).length * headlineLine +
    headlineBelow +
    noteAbove +
    footAbove
  );
}

function countLines(words: string, width: number, size: number = EMBED_SIZES.text): number {
  return words === '' ? 0 : wrapText(words, width, size, { isBalanced: false }).length;
}

/** Heights that are enough at every width from 280 px on, and in columns of articles, rounded up to tens. */
export function estimateEmbedHeights(content: EmbedContent): EmbedHeights {
  const { middleFrom, wideFrom } = EMBED_SIZES;
  const phone = mostBetween(LEAST_EMBED_WIDTH, middleFrom - 1, content);
  const column = Math.max(mostBetween(middleFrom, wideFrom - 1, content), mostBetween(wideFrom, MOST_WIDTH, content));
  return { phone: Math.ceil(Math.max(phone, column) / 10) * 10, column: Math.ceil(column / 10) * 10 };
}

function mostBetween(from: number, to: number, content: EmbedContent): number {
  const steps = Array.from({ length: Math.ceil((to - from) / STEP) }, (_, at) => from + at * STEP);
  return Math.max(...steps.map((step) => heightBetween(step, Math.min(step + STEP, to), content)));
}

/** Parts of the foot stand beside each other and wrap as wholes. */
function countFootLines(foot: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const part of foot.split('　')) {
    const own = measureText(part, EMBED_SIZES.text);
    if (used > 0 && used + EMBED_SIZES.footGap + own > width) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(own / width) - 1);
    used += (used > 0 ? EMBED_SIZES.footGap : 0) + own;
  }
  return lines;
}
