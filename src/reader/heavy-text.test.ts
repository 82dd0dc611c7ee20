import { expect, it } from 'vitest';
import { AUTHOR_COMPONENTS } from '../schemas/author-components.ts';
import { findHeavyText } from './heavy-text.ts';
import { parseMdxBody } from './mdx-body.ts';

const SIZE = 290_000;
const repeat = (text: string, bytes = SIZE): string => text.repeat(Math.floor(bytes / Buffer.byteLength(text)));

it.each([
  ['&amp;', '正文里 &amp; 这样的代码有一千多处，没有再往下读。'],
  ['&#49;', '正文里 &#49; 这样的代码有一千多处，没有再往下读。'],
  ['> ', '正文的标记写坏了：记号一层套一层，套得太深。'],
  ['+ ', '正文的标记写坏了：记号一层套一层，套得太深。'],
  ['1. ', '正文的标记写坏了：记号一层套一层，套得太深。'],
  ['**汉**字', '这一段有一万多字，太长了，没有往下读。'],
  ['**汉**字\n', '这一段有一万多字，太长了，没有往下读。'],
])('%j by the hundred thousand is refused', (text, message) => {
  expect(findHeavyText(repeat(text))?.message).toBe(message);
});

it('says where', () => {
  const paragraph = repeat('汉', 40_000);
  expect(findHeavyText(`第一段\n\n- 一\n${paragraph}\n`)?.offset).toBe(5);
});

it.each([
  '&amp;'.repeat(900),
  '> > 引文\n',
  '- 一\n'.repeat(20_000),
  '| 甲 | 乙 |\n'.repeat(20_000),
  `${'汉'.repeat(9000)}\n\n`.repeat(5),
  '---\n\n***\n',
])('lets others pass', (text) => {
  expect(findHeavyText(text)).toBeUndefined();
});

/** Each of them took many seconds, or could: what a body of the largest size is made of. */
it.each([
  '&amp;',
  '&',
  '*',
  '_',
  '`',
  '[',
  '![',
  '[a](',
  '> ',
  '> a\n',
  '+ ',
  '- a\n',
  '**汉**字',
  '<',
  '<a>',
  '\\',
  '|',
  '~',
  '# ',
  '```\n',
  'https://a.cn ',
  '20余名',
  '😀',
  '{',
  '<!--',
])(
  'a body of %j is read in time',
  (text) => {
    const before = process.threadCpuUsage();
    parseMdxBody({ text: repeat(text, 100_000), file: 'a.mdx', firstLine: 1 }, AUTHOR_COMPONENTS);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1500);
  },
  30_000,
);
