import { expect, test } from 'vitest';
import { findNameFaults, tidyName } from './person-name.ts';

test.each([
  '许振超',
  '王芳',
  '欧阳娜娜',
  '阿卜杜拉·买买提',
  '次仁罗布',
  '爱新觉罗·庆凯',
  '𠮷田',
  '羽\u{e0100}生',
  'John Smith',
  '王等',
  '杨师傅心'.slice(0, 2),
])('%s is a name', (name) => {
  expect(findNameFaults(name)).toEqual([]);
  expect(tidyName(name)).toBe(name);
});

test.each([
  ['李四（女，回族）', 'remark', '（女，回族）', undefined],
  ['李四九(女)', 'remark', '(女)', undefined],
  ['〔女〕施五', 'remark', '〔女〕', undefined],
  ['张三（张叁）', 'other-name', '（张叁）', undefined],
  ['释永信（法名）', 'other-name', '（法名）', undefined],
  ['张三、李四', 'several', '张三、李四', undefined],
  ['张三 李四', 'several', '张三、李四', undefined],
  ['张三\n李四', 'several', '张三、李四', undefined],
  ['张大千等', 'others', '等', undefined],
  ['蒋等3人', 'others', '等3人', undefined],
  ['韩*', 'lost', '*', undefined],
  ['杨?', 'lost', '?', undefined],
  ['钱□', 'lost', '□', undefined],
  ['陈a', 'not-han', 'a', undefined],
  ['冯Ｂ', 'not-han', 'Ｂ', undefined],
  ['卫1', 'not-han', '1', undefined],
  ['２', 'not-han', '２', undefined],
  ['林<墨>', 'not-han', '<', undefined],
  ['林师傅', 'title', '师傅', undefined],
  ['林\u3000墨', 'blank', ' ', '林墨'],
  ['单\u00a0宇', 'blank', ' ', '单宇'],
  ['吕\t明', 'blank', ' ', '吕明'],
  ['欧阳 娜娜', 'blank', ' ', '欧阳娜娜'],
  ['许 振超', 'blank', ' ', '许振超'],
  ['⽅⼒⼯', 'radical', '⽅', '方力工'],
  ['买买提•艾力', 'dot', '•', '买买提·艾力'],
  ['买买提.艾力', 'dot', '.', '买买提·艾力'],
  ['买买提・艾力', 'dot', '・', '买买提·艾力'],
])('%j: %s', (name, kind, found, mended) => {
  expect(findNameFaults(name).map((fault) => [fault.kind, fault.found, fault.mended])).toEqual([[kind, found, mended]]);
});

test('several faults of one name are told together', () => {
  expect(findNameFaults('⽅\u3000工、李四等5人').map(({ kind }) => kind)).toEqual([
    'others',
    'several',
    'radical',
    'blank',
  ]);
});

test('the sentences say what to do', () => {
  expect(
    ['林\u3000墨', '李四（女）', '张三（张叁）', '张三、李四', '蒋等3人', '杨?', '林师傅', '卫1', '⽅工', '买买提•艾力']
      .flatMap(findNameFaults)
      .map(({ message, hint }) => `${message} ${hint}`),
  ).toMatchSnapshot();
});
