import type { InlineSvg } from '../renderers/svg/render-svg.ts';
import { measureText, wrapText } from '../renderers/svg/text-measure.ts';
import { EMBED_SIZES } from './embed-sizes.ts';

/**
 * How high an embedded page is at a given width. Frames get a fixed height before anything is drawn, and keep it where no script
 * runs, so it has to be enough at every width; text is measured generously.
 */

/** What the page holds, as text and drawings. */
export interface EmbedContent {
  title: string;
  headline: string;
  /** Empty where there is none. */
  notice: string;
  wide: Pick<InlineSvg, 'width' | 'height'>;
  narrow: Pick<InlineSvg, 'width' | 'height'>;
  notes: string;
  sources: string;
  foot: string;
}

/** The narrowest frame that is promised to show everything, in pixels. */
export const LEAST_EMBED_WIDTH = 280;
/** Frames of phones, columns of news sites, and where the layout changes, in pixels; wider ones are no higher. */
const WIDTHS = [
  LEAST_EMBED_WIDTH,
  ...[300, 320, 343, 360, 375, 390, 414, 440, 500, 560, 600, EMBED_SIZES.wideFrom - 1, EMBED_SIZES.wideFrom],
  ...[677, 720, 768, 800, 860, 900],
];

/** Height in pixels of the page in a frame of `width` pixels. */
export function embedHeightAt(width: number, content: EmbedContent): number {
  const { notice, line } = EMBED_SIZES;
  const layout = width < EMBED_SIZES.wideFrom ? 'narrow' : 'wide';
  const sizes = EMBED_SIZES[layout];
  const inner = width - 2 * sizes.sides;
  const textWidth = Math.min(inner, EMBED_SIZES.mostTextWidth);
  const noticeWidth = textWidth - 2 * (notice.paddingX + notice.border);
  const headlineLines = countLines(content.headline, textWidth, sizes.headline);
  const { width: drawnWidth, height: drawnHeight } = content[layout];
  const drawing = Math.min(inner, sizes.drawing) * (drawnHeight / drawnWidth);
  return Math.ceil(
    2 * EMBED_SIZES.border +
      sizes.top +
      sizes.bottom +
      countLines(content.title, textWidth) * line +
      EMBED_SIZES.headlineAbove +
      headlineLines * sizes.headlineLine +
      EMBED_SIZES.headlineBelow +
      (content.notice === ''
        ? 0
        : countLines(content.notice, noticeWidth) * line + 2 * (notice.border + notice.paddingY) + notice.below) +
      Math.max(EMBED_SIZES.leastDrawing, drawing) +
      EMBED_SIZES.noteAbove +
      countLines(content.notes, textWidth) * line +
      countLines(content.sources, textWidth) * line +
      EMBED_SIZES.footAbove +
      countFootLines(content.foot, textWidth) * line,
  );
}

function countLines(words: string, width: number, size: number = EMBED_SIZES.text): number {
  return words === '' ? 0 : wrapText(words, width, size, { isBalanced: false }).length;
}

/** A height that is enough at every width from 280 px on, rounded up to tens. */
export function estimateEmbedHeight(content: EmbedContent): number {
  return Math.ceil(Math.max(...WIDTHS.map((width) => embedHeightAt(width, content))) / 10) * 10;
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
