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
    ['种师道', 'chong shidao', 'csd', 'C'],
    ['么六', 'yao liu', 'yl', 'Y'],
    ['召存信', 'zhao cunxin', 'zcx', 'Z'],
    ['洗夫人', 'xian furen', 'xfr', 'X'],
    ['贠小苏', 'yun xiaosu', 'yxs', 'Y'],
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
    ['单于夫', 'chanyu fu', 'cyf'],
    ['百里奚', 'baili xi', 'blx'],
    ['澹台灭明', 'tantai mieming', 'ttmm'],
    ['亓官明', 'qiguan ming', 'qgm'],
  ])('%s: %s', (name, spaced, initials) => {
    expect(personPinyin(name)).toMatchObject({ spaced, initials });
  });

  test('unless there would be no given name left', () => {
    expect(personPinyin('司马').spaced).toBe('si ma');
  });
});

describe('a name of another people is not cut behind its first character', () => {
  test.each([
    ['阿卜杜拉·买买提', 'abudula maimaiti', 'abdlmmt', ['abudula', 'maimaiti'], ['abdl', 'mmt']],
    ['加·朱乃', 'jia zhunai', 'jzn', ['jia', 'zhunai'], ['j', 'zn']],
    ['爱新觉罗•庆凯', 'aixinjueluo qingkai', 'axjlqk', ['aixinjueluo', 'qingkai'], ['axjl', 'qk']],
    ['次仁罗布', 'cirenluobu', 'crlb', [], []],
    ['额日格吉德玛', 'erigejidema', 'ergjdm', [], []],
    ['那仁满都拉', 'narenmandoula', 'nrmdl', [], []],
    ['张杨小明', 'zhangyang xiaoming', 'zyxm', ['xiaoming'], ['xm']],
  ])('%s: %s', (name, spaced, initials, letters, partInitials) => {
    const { parts, ...found } = personPinyin(name);
    expect(found).toMatchObject({ spaced, initials, index: spaced[0]?.toUpperCase() });
    expect(parts).toEqual(letters.map((part, at) => ({ letters: part, initials: partInitials[at] })));
  });
});

describe('wrong readings of a surname are known', () => {
  test.each([
    ['单田芳', ['dantianfang', 'chantianfang']],
    ['盖文', ['gaiwen']],
    ['乐明', ['leming']],
    ['覃明德', ['tanmingde']],
    ['召八', ['shaoba']],
    ['种奇', ['zhongqi']],
    ['朴哲', ['puzhe']],
    ['许振超', []],
    ['阿卜杜拉·买买提', []],
  ])('%s: %j', (name, letters) => {
    expect(personPinyin(name).misreadings.map((wrong) => wrong.letters)).toEqual(letters);
  });

  test.each([
    ['尉迟静', 'weichijing'],
    ['万俟卿', 'wansiqing'],
    ['单于野', 'shanyuye'],
  ])('%s, of two characters: %s', (name, letters) => {
    expect(personPinyin(name).misreadings.map((wrong) => wrong.letters)).toContain(letters);
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
    ['多吉', 'duoji', { spaced: 'duoji', initials: 'dj', index: 'D', parts: [] }],
    ['阿卜杜拉·买买提', 'abdulla mamat', { spaced: 'abdulla mamat', index: 'A' }],
    ['欧阳娜', 'ouyang nuo', { spaced: 'ouyang nuo', initials: 'oyn', index: 'O', sortKey: 'ou yang na\u0000欧阳娜' }],
  ])('%s as «%s»', (name, override, expected) => {
    expect(personPinyin(name, override)).toMatchObject(expected);
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
