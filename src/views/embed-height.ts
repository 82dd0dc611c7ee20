import { measureText, wrapText } from '../renderers/svg/text-measure.ts';

/**
 * How high an embedded page is at a given width, by the sizes in src/styles/embed.css. Frames get a fixed height before anything is
 * drawn, and keep it where no script runs, so it has to be enough for every width; text is measured on the wide side.
 */

/** What the page holds, as text and drawings. */
export interface EmbedContent {
  title: string;
  headline: string;
  /** Empty where there is none. */
  notice: string;
  /** SVG with a viewBox. */
  wide: string;
  narrow: string;
  notes: string;
  sources: string;
  foot: string;
}

/** Narrowest frame that is promised to show everything. */
export const LEAST_EMBED_WIDTH = 280;
/** Where the wide drawing takes over. */
const WIDE_FROM = 640;
/** Frames of phones, columns of news sites, and where the layout changes; wider ones are no higher. */
const WIDTHS = [
  LEAST_EMBED_WIDTH,
  300,
  320,
  343,
  360,
  375,
  390,
  414,
  440,
  500,
  560,
  600,
  WIDE_FROM - 1,
  WIDE_FROM,
  677,
  720,
  768,
  800,
  860,
  900,
];

const BORDERS = 2;
const LINE = 20;
const TEXT_SIZE = 13;
const LAYOUTS = {
  narrow: { paddingX: 14, paddingY: 26, headline: 18, headlineLine: 27, drawing: 400 },
  wide: { paddingX: 20, paddingY: 32, headline: 20, headlineLine: 30, drawing: 860 },
} as const;
const MOST_TEXT_WIDTH = 860;
/** A drawing is not pressed lower than this. */
const LEAST_DRAWING = 80;
/** Sums of the margins round headline and notice, before the notes and before the foot. */
const HEADLINE_MARGINS = 14;
const NOTICE_MARGINS = 22;
const NOTICE_SIDES = 18;
const NOTE_MARGIN = 12;
const FOOT_MARGIN = 8;
const FOOT_GAP = 16;

/** Height in pixels at one width. */
export function embedHeightAt(width: number, content: EmbedContent): number {
  const layout = width < WIDE_FROM ? 'narrow' : 'wide';
  const sizes = LAYOUTS[layout];
  const inner = width - 2 * sizes.paddingX;
  const textWidth = Math.min(inner, MOST_TEXT_WIDTH);
  const text = (words: string, size = TEXT_SIZE, line = LINE, room = textWidth): number =>
    words === '' ? 0 : wrapText(words, room, size, false).length * line;
  const notice =
    content.notice === '' ? 0 : text(content.notice, TEXT_SIZE, LINE, textWidth - NOTICE_SIDES) + NOTICE_MARGINS;
  const drawing = Math.max(LEAST_DRAWING, Math.min(inner, sizes.drawing) * aspectOf(content[layout]));
  return Math.ceil(
    BORDERS +
      sizes.paddingY +
      text(content.title) +
      text(content.headline, sizes.headline, sizes.headlineLine) +
      HEADLINE_MARGINS +
      notice +
      drawing +
      NOTE_MARGIN +
      text(content.notes) +
      text(content.sources) +
      FOOT_MARGIN +
      footLines(content.foot, textWidth) * LINE,
  );
}

/** A height that is enough at every width from 280 px on, rounded up to tens. */
export function estimateEmbedHeight(content: EmbedContent): number {
  return Math.ceil(Math.max(...WIDTHS.map((width) => embedHeightAt(width, content))) / 10) * 10;
}

/** Parts of the foot stand beside each other and wrap as wholes. */
function footLines(foot: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const part of foot.split('　')) {
    const own = measureText(part, TEXT_SIZE);
    if (used > 0 && used + FOOT_GAP + own > width) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(own / width) - 1);
    used += (used > 0 ? FOOT_GAP : 0) + own;
  }
  return lines;
}

function aspectOf(svg: string): number {
  const [, width = 1, height = 1] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
  return height / width;
}
