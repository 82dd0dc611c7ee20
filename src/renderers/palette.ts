import { COLOURS } from '../lib/colours.ts';
import type { Tone } from '../charts/groups.ts';
import type { Paint } from '../charts/marks/shapes.ts';
import type { Site } from '../schemas/site.ts';

/** The paints of a chart: any colour an SVG attribute takes, so `var(--seal)` as well as `#A8231B`. */
export type ChartPalette = Readonly<Record<Paint, string>>;

/** Colours for a file: a site's own two, and paper and ink as everywhere. */
export function buildPalette(
  { seal, sealDark, steel, steelDark }: Site['colours'],
  scheme: 'light' | 'dark' = 'light',
): ChartPalette {
  const { sheet, ink, inkSoft } = COLOURS[scheme];
  return scheme === 'light'
    ? { sheet, ink, inkSoft, seal, steel }
    : { sheet, ink, inkSoft, seal: sealDark, steel: steelDark };
}

/**
 * Colours for a drawing inside a page, which follows the page's light and dark: `var(--seal,#A8231B)`. The light colours stand in
 * where the variables are not known (a drawing copied elsewhere).
 */
export function buildPagePalette(colours: Site['colours']): ChartPalette {
  const light = buildPalette(colours);
  return {
    sheet: `var(--sheet,${light.sheet})`,
    ink: `var(--ink,${light.ink})`,
    inkSoft: `var(--ink-2,${light.inkSoft})`,
    seal: `var(--seal,${light.seal})`,
    steel: `var(--steel,${light.steel})`,
  };
}

/** Fill of a tone. Tints are transparency, so they follow a page's colours; where lines run behind them they want `sheet` below. */
export function tonePaint(tone: Tone, palette: ChartPalette): { fill: string; 'fill-opacity'?: number } {
  switch (tone) {
    case 'seal':
      return { fill: palette.seal };
    case 'steel':
      return { fill: palette.steel };
    case 'ink':
      return { fill: palette.ink, 'fill-opacity': 0.55 };
    case 'pale':
      return { fill: palette.steel, 'fill-opacity': 0.35 };
  }
}
