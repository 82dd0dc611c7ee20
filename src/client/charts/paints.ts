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

/** The same tints as the static drawing has, mixed with the ground so that the scale's hairlines do not show through. */
export function tonePaint(tone: Tone, { seal, steel, ink, sheet }: Paints): string {
  switch (tone) {
    case 'seal':
      return seal;
    case 'steel':
      return steel;
    case 'ink':
      return mix(ink, sheet, 0.55);
    case 'pale':
      return mix(steel, sheet, 0.35);
  }
}

/** So much of the first colour, the rest of the second; both #rrggbb. */
function mix(colour: string, ground: string, share: number): string {
  const [a, b] = [colour, ground].map((hex) => Number.parseInt(hex.slice(1), 16)) as [number, number];
  const channels = [16, 8, 0].map((shift) =>
    Math.round(((a >> shift) & 255) * share + ((b >> shift) & 255) * (1 - share)),
  );
  return `rgb(${channels.join(' ')})`;
}
