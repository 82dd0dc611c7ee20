import { buildSoundCharts } from '../charts/check-charts.ts';
import { getSealGlyphs } from '../integrations/display-font.ts';
import { buildIssue, type Issue } from '../issues/issue.ts';
import type { FieldPath, Locator } from '../reader/located.ts';
import type { ValidatedSite } from '../schemas/validate.ts';

/** Characters that the faces of pictures are known to have; for any other the face is asked, which has to be opened for it. */
export const SURELY_DRAWN =
  /^[\u0020-\u007e\u00b0\u00b1\u00b7\u00d7\u2014\u2018\u2019\u201c\u201d\u2026\u2030\u2192\u2212\u2460-\u2473\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\ufe00-\ufe0f\uff01-\uff5e\u{e0100}-\u{e01ef}]*$/u;
/** What is never drawn: marks that choose among forms of a character, and hidden characters, which the reader tells of. */
const UNSEEN = /[\p{C}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;

/** Characters of names and charts that pictures cannot show, since the faces lack them: seals, share pictures, PNG files. */
export function checkGlyphs(site: ValidatedSite): Issue[] {
  return [...checkNames(site), ...checkChartTexts(site)];
}

function checkNames({ entries }: ValidatedSite): Issue[] {
  const named = [
    ...entries.craftsmen
      .filter(({ data }) => data.withdrawn !== true)
      .map((entry) => ({ ...entry, path: ['name'], text: entry.data.name })),
    ...[...entries.studios, ...entries.teams].map((entry) => ({ ...entry, path: ['title'], text: entry.data.title })),
  ];
  return named.flatMap((entry) =>
    describe(entry, '名章改刻「匠」字，分享图上不写这个名称；网页上照原样显示，由读者的电脑决定能不能看到。'),
  );
}

function checkChartTexts(site: ValidatedSite): Issue[] {
  return buildSoundCharts(site).flatMap(({ entry: { file, locator }, spec }) =>
    describe(
      { file, locator, path: ['title'], text: JSON.stringify(spec) },
      '这张图的 PNG 图片里，这个字印成「〓」；网页上照原样显示，由读者的电脑决定能不能看到。',
    ),
  );
}

function describe(
  { file, locator, path, text }: { file: string; locator: Locator; path: FieldPath; text: string },
  consequence: string,
): Issue[] {
  const missing = findMissing(text);
  if (missing.length === 0) return [];
  return [
    buildIssue('JC614', {
      file,
      ...locator.valueAt(path),
      path: path.join('.'),
      message: `图片用的字体里没有「${missing.join('」「')}」。${consequence}`,
      hint: '核对是不是这个字；确实是，就不用改。',
    }),
  ];
}

function findMissing(text: string): string[] {
  if (SURELY_DRAWN.test(text)) return [];
  const findGlyph = getSealGlyphs();
  return [...new Set(text)].filter((character) => !UNSEEN.test(character) && !findGlyph(character));
}
