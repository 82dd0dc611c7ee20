import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkitten';
import { once } from '../lib/memoize.ts';
import type { FindGlyph, GlyphOutline } from '../renderers/glyph-path.ts';

/** The Song face of headings and seals, from npm, so that it is the same on every machine. */
export function readDisplayFont(weight: '600SemiBold' | '900Black'): Buffer {
  return readFileSync(
    fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-serif-sc/${weight}/NotoSerifSC_${weight}.ttf`)),
  );
}

/** Outlines of the heaviest weight; the font is opened once a process, and each character looked up once. */
export const getSealGlyphs: () => FindGlyph = once(openGlyphs);

function openGlyphs(): FindGlyph {
  const font = create(readDisplayFont('900Black'));
  if (font.isCollection) throw new Error('The display font is one face, not a collection.');
  const known = new Map<string, GlyphOutline | undefined>();
  return (character) => {
    const codePoint = character.codePointAt(0);
    if (!known.has(character)) {
      const hasGlyph = codePoint !== undefined && font.hasGlyphForCodePoint(codePoint);
      const glyph = hasGlyph ? font.glyphForCodePoint(codePoint) : undefined;
      known.set(character, glyph && { commands: glyph.path.commands, bbox: glyph.bbox, advance: glyph.advanceWidth });
    }
    return known.get(character);
  };
}
