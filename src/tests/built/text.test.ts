import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTestSites } from '../../../scripts/sites/built-site.ts';
import { shorten } from './faults.ts';

const TEXT_FILE = /\.(?:html|svg|json|csv|xml|css|js|txt|webmanifest)$/;
/** Kangxi radicals (⼈ for 人), their supplement and compatibility ideographs: they look right and are found by no search. */
const LOOKALIKES = /[\u{2F00}-\u{2FDF}\u{2E80}-\u{2EFF}\u{F900}-\u{FAFF}\u{2F800}-\u{2FA1F}]/u;
/** What faults of programs leave in texts. */
const LEFTOVERS =
  /\uFFFD|\[object Object\]|>\s*(?:undefined|null|NaN)\s*<|="(?:undefined|null|NaN)"|(?:NaN|undefined)(?:人|个|项|家|元|%)/;

describe.each(readTestSites())('texts of $name', (site) => {
  const texts = [...site.files]
    .filter((file) => TEXT_FILE.test(file))
    .map((file) => ({ file, text: readFileSync(join(site.folder, file), 'utf8') }));

  it('have no character that only looks like the right one', () => {
    const found = texts.flatMap(({ file, text }) => {
      const match = LOOKALIKES.exec(text);
      return match
        ? [
            `${file}: U+${(match[0].codePointAt(0) ?? 0).toString(16)} in «${text.slice(Math.max(0, match.index - 10), match.index + 10)}»`,
          ]
        : [];
    });
    expect(texts.length).toBeGreaterThan(site.pages.length);
    expect(shorten(found)).toEqual([]);
  });

  it('have nothing left over from a program', () => {
    const found = texts
      .filter(({ file }) => !/\.(?:js|css)$/.test(file))
      .flatMap(({ file, text }) => {
        const match = LEFTOVERS.exec(text);
        return match ? [`${file}: «${text.slice(Math.max(0, match.index - 30), match.index + 30)}»`] : [];
      });
    expect(shorten(found)).toEqual([]);
  });

  it('name no place on the machine that built them', () => {
    const found = texts
      .filter(({ text }) => /\bfile:\/\/\/|\/node_modules\/|\b[A-Z]:\\\\|localhost|127\.0\.0\.1/.test(text))
      .map(({ file }) => file);
    expect(shorten(found)).toEqual([]);
  });
});
