/** Outline of a character, its y axis upwards as in fonts. */
export interface GlyphOutline {
  commands: readonly { command: string; args: readonly number[] }[];
  bbox: { minX: number; minY: number; maxX: number; maxY: number };
  /** How far the next character stands. */
  advance: number;
}
export type FindGlyph = (character: string) => GlyphOutline | undefined;

const LETTERS: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

/** An outline as SVG path data, each coordinate carried over by the functions given; they return the text of a number. */
export function glyphPath(
  { commands }: Pick<GlyphOutline, 'commands'>,
  toX: (x: number) => string,
  toY: (y: number) => string,
): string {
  return commands
    .map(
      ({ command, args }) =>
        `${LETTERS[command] ?? ''}${args.map((value, at) => (at % 2 === 0 ? toX(value) : toY(value))).join(' ')}`,
    )
    .join('');
}
