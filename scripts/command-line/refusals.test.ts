import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeRefusal } from './refusals.ts';

function refusalOf(act: () => unknown): string | undefined {
  try {
    act();
  } catch (error) {
    return describeRefusal(error);
  }
  throw new Error('nothing was refused');
}

it('what the system refuses is a sentence with the file in it', () => {
  const missing = join(tmpdir(), 'jiangce-none', 'a.xlsx');
  expect(refusalOf(() => writeFileSync(missing, ''))).toBe(`没有 ${missing}，或者它所在的文件夹不在。`);
});

it.each([
  ['EROFS', '写不了 甲.xlsx：那里是只读的。换一个地方。'],
  ['EBUSY', '用不了 甲.xlsx：没有写入权限，或者别的程序（Excel、WPS）正开着它。关掉那个程序，或者换一个地方。'],
  ['ENOSPC', '磁盘满了，没有写完。请腾出空间再试。'],
  ['ENOTDIR', '. 不是文件夹。'],
])('%s is told', (code, told) => {
  expect(describeRefusal(Object.assign(new Error(code), { code, path: '甲.xlsx' }))).toBe(told);
});

it('a defect is none', () => {
  expect(describeRefusal(new TypeError('x is not a function'))).toBeUndefined();
  expect(refusalOf(() => readFileSync('a\0b'))).toBeUndefined();
});
