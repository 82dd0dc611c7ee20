import { describe, expect, it } from 'vitest';
import { parseQuery, splitWords } from './query.ts';

const traditional = new Map([
  ['許', '许'],
  ['連', '连'],
  ['鋼', '钢'],
]);
const segmentsOf = (typed: string): string[] => parseQuery(typed, traditional).segments.map(({ text }) => text);
const plainOf = (typed: string): string[] => parseQuery(typed, traditional).plain.map(({ text }) => text);

describe('parseQuery', () => {
  it('makes full-width half-width, capitals small and traditional simplified', () => {
    expect(segmentsOf('ＶＲ　０．０５毫米')).toEqual(['vr', '0.05毫米']);
    expect(segmentsOf('許振超 張連鋼')).toEqual(['许振超', '張连钢']);
  });

  it('splits at spaces and leaves marks out', () => {
    expect(segmentsOf('  高铁  研磨 ')).toEqual(['高铁', '研磨']);
    expect(segmentsOf('《工匠》，「桥吊」')).toEqual(['工匠桥吊']);
    expect(segmentsOf('！？')).toEqual([]);
  });

  it.each([
    ['xǔ zhèn chāo', 'xuzhenchao'],
    ['xu3 zhen4 chao1', 'xuzhenchao'],
    ['XuZhenchao', 'xuzhenchao'],
    ["xu zhen'chao", 'xuzhenchao'],
    ['lǚ', 'lv'],
  ])('joins pinyin however it is typed: %s', (typed, letters) => {
    expect(parseQuery(typed, traditional).letters).toBe(letters);
  });

  it('keeps numbers that are no tones', () => {
    expect(segmentsOf('5G')).toEqual(['5g']);
    expect(segmentsOf('1+X')).toEqual(['1x']);
    expect(parseQuery('5G 许', traditional).letters).toBe('');
  });

  it('drops question words where something is left', () => {
    expect(plainOf('青岛有多少技能人才')).toEqual(['青岛', '技能人才']);
    expect(plainOf('拧螺丝的工匠是谁')).toEqual(['拧螺丝', '工匠']);
    expect(plainOf('郭磊是干什么的')).toEqual(['郭磊']);
    expect(plainOf('工匠日是哪天')).toEqual(['工匠日']);
    expect(plainOf('砸了多少台冰箱')).toEqual(['砸了', '冰箱']);
    expect(plainOf('谁')).toEqual(['谁']);
  });

  it('keeps what was typed for titles that hold such words', () => {
    expect(segmentsOf('数据怎么来的')).toEqual(['数据怎么来的']);
  });

  it('knows the words of a segment, and leaves out single characters', () => {
    const [segment] = parseQuery('投诉没人管', traditional).segments;

    expect(segment && splitWords(segment).map(({ text }) => text)).toContain('投诉');
    expect(segment && splitWords(segment).every(({ text }) => text.length > 1)).toBe(true);
  });

  it('knows when a figure is asked for', () => {
    expect(parseQuery('大国工匠有多少', traditional).asksNumber).toBe(true);
    expect(parseQuery('高技能人才占比', traditional).asksNumber).toBe(true);
    expect(parseQuery('大国工匠', traditional).asksNumber).toBe(false);
  });

  it('cuts a pasted text', () => {
    expect(parseQuery('长'.repeat(500), traditional).segments[0]?.units.length).toBe(60);
  });
});
