import { describe, expect, test } from 'vitest';
import { findName, foldText, foldWithPlaces, nameKey, RADICAL, replaceRadicals } from './folding.ts';

test.each([
  ['⽅⼒⼯', '方力工'],
  ['⻓⻋⻢⻰', '长车马龙'],
  ['林⾠', '林辰'],
  ['羽\u{e0100}生', '羽生'],
  ['\ufa19', '神'],
  ['Ｃ＋＋', 'c++'],
  ['№1机床', 'no1机床'],
  ['Ⅲ型', 'iii型'],
  ['25㎡', '25m2'],
  ['许振超', '许振超'],
  ['𠮷田 VR', '𠮷田 vr'],
])('%s is folded to %s', (text, folded) => {
  expect(foldText(text)).toBe(folded);
  expect(foldWithPlaces(text).text).toBe(folded);
});

test('every radical and stroke stands for a character', () => {
  for (let code = 0x2e80; code <= 0x2fd5; code += 1) {
    const character = String.fromCodePoint(code);
    if (!/\p{Assigned}/u.test(character) || code === 0x2e80) continue;
    expect(RADICAL.test(foldText(character)), character).toBe(false);
  }
});

test('letters, digits and characters are folded as NFKC has it', () => {
  for (let code = 0x20; code <= 0xffff; code += 1) {
    const character = String.fromCharCode(code);
    const isFoldedOtherwise =
      RADICAL.test(character) ||
      /[ĳĲŀĿŉſ\uab30-\uabff\u01c4-\u01f3\u1d78-\u1dbf\u02b9-\ua7ff\ufb07-\ufdff\ufe30-\ufeff]/u.test(character);
    if (!/[\p{Script=Han}\p{N}\p{Script=Latin}]/u.test(character) || isFoldedOtherwise) continue;
    expect(foldText(character), code.toString(16)).toBe(character.normalize('NFKC').toLowerCase());
  }
});

test('folding what is folded changes nothing', () => {
  for (let code = 0x20; code <= 0xffff; code += 1) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const folded = foldText(String.fromCodePoint(code));
    expect(foldText(folded), code.toString(16)).toBe(folded);
  }
});

test('kept text loses its radicals only', () => {
  expect(replaceRadicals('⽅工 Ｃ＋＋ 羽\u{e0100}')).toBe('方工 Ｃ＋＋ 羽\u{e0100}');
});

test('a folded text tells where its characters stood', () => {
  const original = 'a羽\u{e0100}№𠮷';
  const { text, places } = foldWithPlaces(original);
  expect(text).toBe('a羽no𠮷');
  expect(places).toEqual([0, 1, 4, 4, 5, 5, 7]);
});

describe('a name has one key', () => {
  test.each([
    '阿卜杜拉·买买提',
    '阿卜杜拉•买买提',
    '阿卜杜拉．买买提',
    '阿卜杜拉 买买提',
    '阿卜杜拉买买提',
    '阿⼘杜拉・买买提',
  ])('%s', (name) => {
    expect(nameKey(name)).toBe('阿卜杜拉买买提');
  });
});

test.each([
  ['师从方工。', '方工'],
  ['师从⽅工。', '⽅工'],
  ['师从方\u{e0100}工。', '方\u{e0100}工'],
  ['师从方\u3000工。', '方\u3000工'],
  ['师从方\n工。', '方\n工'],
  ['师从方·工。', '方·工'],
])('方工 is found in %j', (text, written) => {
  expect(findName(text, '方工').map(([from, to]) => text.slice(from, to))).toEqual([written]);
});

test('a name is not found in a longer one of somebody else', () => {
  expect(findName('林墨斗和林墨', '林墨', ['林墨斗'])).toEqual([[4, 6]]);
});

test('a name in Latin letters is found as it is written, and not in other words', () => {
  expect(findName('bottom, tom-smith, Tom', 'Tom')).toEqual([[19, 22]]);
});
