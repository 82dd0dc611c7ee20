/**
 * Sizes of an embedded page in pixels. embed.css takes them through Tailwind's `theme()` (see tailwind.config.mjs), and the
 * estimate of a frame's height reckons with them.
 */
export const EMBED_SIZES = {
  text: 13,
  line: 20,
  /** Lines above and below the page. */
  border: 1,
  mostTextWidth: 860,
  /** A drawing is not pressed lower than this. */
  leastDrawing: 80,
  /** Widths of the page from which the middle and the wide drawing with their sizes take over. */
  middleFrom: 440,
  wideFrom: 720,
  headlineAbove: 2,
  headlineBelow: 12,
  notice: { below: 12, paddingY: 4, paddingX: 8, border: 1 },
  noteAbove: 12,
  footAbove: 8,
  footGap: 16,
  narrow: { top: 14, sides: 14, bottom: 12, headline: 18, headlineLine: 27, drawing: 420 },
  middle: { top: 16, sides: 16, bottom: 12, headline: 19, headlineLine: 28, drawing: 680 },
  wide: { top: 18, sides: 20, bottom: 14, headline: 20, headlineLine: 30, drawing: 860 },
} as const;
