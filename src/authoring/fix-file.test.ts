import { expect, test } from 'vitest';
import { getHealthyFile } from '../tests/content-fixtures.ts';
import { fixFile } from './fix-file.ts';

const FILE = getHealthyFile('craftsmen/lin-mo.mdx');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** 林墨 and the rest of a small file in GBK. */
const GBK = Uint8Array.from([...utf8('---\nname: '), 0xc1, 0xd6, 0xc4, 0xab, ...utf8('\n---\n')]);
const UTF_16 = Uint8Array.from([
  0xff,
  0xfe,
  ...[...'名: 林墨'].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8]),
]);

test.each([
  ['GBK', GBK, '---\nname: 林墨\n---\n', ['由 GBK 转成了 UTF-8']],
  ['UTF-16', UTF_16, '名: 林墨', ['由 UTF-16 LE 转成了 UTF-8']],
])('a file in %s is written in UTF-8', (_, bytes, text, done) => {
  expect(fixFile('sources.json', bytes)).toEqual({ text, done });
});

test.each([
  ['林　墨', '姓名「林　墨」写成了「林墨」'],
  ['买买提•艾力', '姓名「买买提•艾力」写成了「买买提·艾力」'],
])('the name %s is mended, and nothing else', (name, done) => {
  const fixed = fixFile('craftsmen/lin-mo.mdx', utf8(FILE.replace('name: 林墨', `name: ${name}`)));

  expect(fixed?.done).toEqual([done]);
  expect(fixed?.text).toBe(FILE.replace('name: 林墨', `name: ${done.split('「')[2]?.slice(0, -1) ?? ''}`));
});

test('radicals become characters anywhere', () => {
  expect(fixFile('craftsmen/lin-mo.mdx', utf8(FILE.replace('钳工', '钳⼯')))).toEqual({
    text: FILE,
    done: ['部首符号换成了汉字：⼯→工'],
  });
});

test.each([
  ['a sound file', utf8(FILE)],
  ['a name that only a person can mend', utf8(FILE.replace('name: 林墨', 'name: 林？墨'))],
  ['bytes of no text', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10])],
])('%s stays as it is', (_, bytes) => {
  expect(fixFile('craftsmen/lin-mo.mdx', bytes)).toBeUndefined();
});
