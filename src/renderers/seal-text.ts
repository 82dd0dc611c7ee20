import type { FindGlyph } from './glyph-path.ts';

/** More do not fit a seal. */
const MOST_CHARACTERS = 9;
/** Cut where the name itself cannot be: a seal of every craftsman. */
export const SEAL_FALLBACK = '匠';
const VARIATION_SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const DOTS = /[·・•‧∙⋅･．.●]/u;

/**
 * What a seal says. Of a name with dots its first part, as such seals are cut: 阿卜杜拉 of 阿卜杜拉·买买提. Of a name in Latin letters
 * the initials. A part of a name would be another name, so one that is too long or has a character without a drawing is not cut at
 * all.
 */
export function sealCharacters(name: string, findGlyph: FindGlyph): string[] {
  const characters = [...firstPart(name.replaceAll(VARIATION_SELECTORS, '').trim())];
  const isWhole = characters.length <= MOST_CHARACTERS && characters.every((character) => findGlyph(character));
  return isWhole && characters.length > 0 ? characters : [SEAL_FALLBACK];
}

function firstPart(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return (name.split(DOTS)[0] ?? '').replaceAll(/\s/g, '');
  const words = name.split(/[\s.·-]+/u).filter(Boolean);
  return words.length < 2 ? ([...name][0] ?? '') : words.map((word) => [...word][0] ?? '').join('');
}
