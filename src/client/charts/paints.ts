import type { Tone } from '../../charts/groups.ts';

/** The page's colours and faces as a canvas needs them. */
export interface Paints {
  ink: string;
  inkSoft: string;
  sheet: string;
  rule: string;
  seal: string;
  steel: string;
  textFont: string;
  displayFont: string;
}

export function readPaints(): Paints {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const body = getComputedStyle(document.body);
  return {
    ink: token('--ink'),
    inkSoft: token('--ink-2'),
    sheet: token('--sheet'),
    rule: token('--rule'),
    seal: token('--seal'),
    steel: token('--steel'),
    textFont: body.fontFamily,
    displayFont: token('--font-song') || body.fontFamily,
  };
}

/** The same tints as the static drawing has. */
export function tonePaint(tone: Tone, paints: Paints): string {
  switch (tone) {
    case 'seal':
      return paints.seal;
    case 'steel':
      return paints.steel;
    case 'ink':
      return withAlpha(paints.ink, 0.55);
    case 'pale':
      return withAlpha(paints.steel, 0.35);
  }
}

function withAlpha(hex: string, alpha: number): string {
  const value = Number.parseInt(hex.slice(1), 16);
  return `rgb(${String(value >> 16)} ${String((value >> 8) & 255)} ${String(value & 255)} / ${String(alpha)})`;
}
