import { describe, expect, test } from 'vitest';
import { personPinyin, toSyllables } from './pinyin.ts';

describe('a surname is read as a surname', () => {
  test.each([
    ['宁允展', 'ning yunzhan', 'nyz', 'N'],
    ['单宇', 'shan yu', 'sy', 'S'],
    ['仇英', 'qiu ying', 'qy', 'Q'],
    ['解缙', 'xie jin', 'xj', 'X'],
    ['曾国藩', 'zeng guofan', 'zgf', 'Z'],
    ['查良镛', 'zha liangyong', 'zly', 'Z'],
    ['任平生', 'ren pingsheng', 'rps', 'R'],
    ['区寄', 'ou ji', 'oj', 'O'],
    ['乐毅', 'yue yi', 'yy', 'Y'],
    ['盛开', 'sheng kai', 'sk', 'S'],
    ['翟志刚', 'zhai zhigang', 'zzg', 'Z'],
    ['逄锦聚', 'pang jinju', 'pjj', 'P'],
    ['朴正欢', 'piao zhenghuan', 'pzh', 'P'],
    ['吕梁', 'lv liang', 'll', 'L'],
  ])('%s: %s', (name, spaced, initials, index) => {
    expect(personPinyin(name)).toMatchObject({ spaced, initials, index });
  });

  test('and not when it stands in a given name', () => {
    expect(personPinyin('李乐').spaced).toBe('li le');
  });
});

describe('a surname of two characters stays one word', () => {
  test.each([
    ['欧阳修', 'ouyang xiu', 'oyx'],
    ['尉迟恭', 'yuchi gong', 'ycg'],
    ['长孙无忌', 'zhangsun wuji', 'zswj'],
    ['万俟卨', 'moqi xie', 'mqx'],
  ])('%s: %s', (name, spaced, initials) => {
    expect(personPinyin(name)).toMatchObject({ spaced, initials });
  });

  test('unless there would be no given name left', () => {
    expect(personPinyin('司马').spaced).toBe('si ma');
  });
});

describe("an entry's own pinyin wins over the dictionary", () => {
  test.each([
    ['么红', 'yao hong', { spaced: 'yao hong', initials: 'yh', index: 'Y', sortKey: 'yao hong\u0000么红' }],
    ['解博文', 'hai bowen', { spaced: 'hai bowen', initials: 'hbw', index: 'H', sortKey: 'hai bo wen\u0000解博文' }],
    [
      '解博文',
      ' Hai  Bo Wen ',
      { spaced: 'hai bo wen', initials: 'hbw', index: 'H', sortKey: 'hai bo wen\u0000解博文' },
    ],
    ['欧阳娜', 'ouyang nuo', { spaced: 'ouyang nuo', initials: 'oyn', index: 'O', sortKey: 'ou yang na\u0000欧阳娜' }],
  ])('%s as «%s»', (name, override, expected) => {
    expect(personPinyin(name, override)).toEqual(expected);
  });
});

test('a name without Han characters is filed under its first letter', () => {
  expect(personPinyin('Tom')).toMatchObject({ initials: 't', index: 'T' });
});

test('a name that no letter begins is filed under #', () => {
  expect(personPinyin('𠮷田').index).toBe('#');
});

test('a rare character is never cut in half', () => {
  expect(personPinyin('黄𠮷').initials).toBe('h𠮷');
});

test('names sort by syllable, not by letter', () => {
  const names = ['吕品', '李安', '林一', '李白', '梁文'];
  const sorted = names.toSorted((a, b) => (personPinyin(a).sortKey < personPinyin(b).sortKey ? -1 : 1));

  expect(sorted).toEqual(['李安', '李白', '梁文', '林一', '吕品']);
});

test('what is no Han character stays whole among the syllables', () => {
  expect(toSyllables('青岛港5G码头')).toEqual(['qing', 'dao', 'gang', '5G', 'ma', 'tou']);
});
