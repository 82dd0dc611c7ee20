import { expect, it } from 'vitest';
import { toTypedWord } from './typed-word.ts';

it.each([
  ['名单.xlsx', '名单.xlsx'],
  ['导出 甲.xlsx', '"导出 甲.xlsx"'],
  ['C:\\我的 文件\\甲.xlsx', '"C:\\我的 文件\\甲.xlsx"'],
])('%s is typed as %s', (word, typed) => {
  expect(toTypedWord(word)).toBe(typed);
});
