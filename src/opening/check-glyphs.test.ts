import { expect, test } from 'vitest';
import { getSealGlyphs } from '../integrations/display-font.ts';
import { getHealthyFile, loadHealthySite } from '../tests/content-fixtures.ts';
import { SURELY_DRAWN } from './check-glyphs.ts';

const SHAN_YU = 'craftsmen/shan-yu.mdx';

test('what is said to be drawn surely is in the face', () => {
  const findGlyph = getSealGlyphs();
  const missing: string[] = [];
  for (let point = 0x20; point <= 0xffff; point += 1) {
    const character = String.fromCodePoint(point);
    const isSelector = point >= 0xfe00 && point <= 0xfe0f;
    if (!isSelector && SURELY_DRAWN.test(character) && !findGlyph(character)) missing.push(character);
  }
  expect(missing).toEqual([]);
});

test.each([
  ['𠮷永明', ['𠮷']],
  ['刘𠮷𠮷', ['𠮷']],
  ['单宇', []],
  ['羽\u{e0100}生', []],
  ['龘䶮㛃𠅤', []],
  ['阿卜杜拉·买买提', []],
])('of %s the check names %j', async (name, missing) => {
  const text = getHealthyFile(SHAN_YU).replace('name: 单宇', `name: ${name}`);
  const { issues } = await loadHealthySite({ [SHAN_YU]: text });

  expect(issues.filter(({ code }) => code === 'JC614').map(({ message }) => message)).toEqual(
    missing.map(
      (character) =>
        `图片用的字体里没有「${character}」。名章改刻「匠」字，分享图上不写这个名称；网页上照原样显示，由读者的电脑决定能不能看到。`,
    ),
  );
});
