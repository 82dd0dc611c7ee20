import { describe, expect, it } from 'vitest';
import { editDistance, nearTerms, readingsByCharacter, readName, similarTerms } from './corrections.ts';

const distance = (a: string, b: string, most = 3): number => editDistance([...a], [...b], most);

describe('editDistance', () => {
  it('counts one wrong, missing, added or swapped character as one', () => {
    expect(distance('缠绕打包机', '缠绕打报机')).toBe(1);
    expect(distance('缠绕打包机', '缠绕打机')).toBe(1);
    expect(distance('缠绕打包机', '缠缠绕打包机')).toBe(1);
    expect(distance('缠绕打包机', '缠打绕包机')).toBe(1);
    expect(distance('许振超', '许振超')).toBe(0);
    expect(distance('许振超', '徐震超')).toBe(2);
  });

  it('stops counting above the most that matters', () => {
    expect(distance('甲乙丙丁', '子丑寅卯', 1)).toBe(2);
    expect(distance('甲', '甲乙丙', 1)).toBe(2);
  });
});

describe('nearTerms', () => {
  const terms = ['青岛港', '青岛地铁', '全国技术能手', '研磨工'];

  it('finds the term that was meant, those that begin alike first', () => {
    expect(nearTerms('全国技书能手', terms)).toEqual(['全国技术能手']);
    expect(nearTerms('青岛岗', ['山青岛', ...terms])).toEqual(['青岛港', '山青岛'].slice(0, 1));
  });

  it('guesses nothing from one or two characters, nor for a term itself', () => {
    expect(nearTerms('青港', terms)).toEqual([]);
    expect(nearTerms('青岛港', terms)).toEqual([]);
  });
});

it('similarTerms offers terms that share words, the nearest first', () => {
  expect(similarTerms('青岛港口', ['海尔', '青岛地铁', '青岛港'])).toEqual(['青岛港', '青岛地铁']);
  expect(similarTerms('x', ['青岛港'])).toEqual([]);
});

it('readName reads a name typed with other characters of the same sound', () => {
  const readings = readingsByCharacter({ xu: '许徐', zhen: '振镇', chao: '超朝', le: '乐', yue: '乐' });
  expect(readName('徐镇朝', readings)).toEqual(['xuzhenchao']);
  expect(readName('徐乐', readings)).toEqual(['xule', 'xuyue']);
  expect(readName('徐镇人', readings)).toEqual([]);
  expect(readings.get('乐')).toEqual(['le', 'yue']);
});
