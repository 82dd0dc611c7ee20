import { describe, expect, it } from 'vitest';
import {
  encodeRecord,
  fromShownText,
  hiddenToken,
  loosePinyin,
  nearForms,
  partAt,
  PART_START,
  toNameTokens,
  toShownText,
  toTokens,
  toWordStart,
} from './search-tokens.ts';

describe('toTokens', () => {
  it('pairs each Han character with the next and keeps numbers and Latin words whole', () => {
    expect(toTokens('磨工用VR，精度0.05毫米')).toEqual([
      '磨工',
      '工用',
      '¦',
      'VR_',
      '¦',
      '精度',
      '¦',
      '0ˑ05_',
      '毫米',
      '¦',
    ]);
  });

  it('gives a token of its own only to a character that stands alone', () => {
    expect(toTokens('第39期，焊')).toEqual(['第_', '39_', '期_', '¦', '焊_']);
  });

  it('ends each run in names, so that a whole name is told from a part', () => {
    expect(toNameTokens('许振超')).toEqual(['许振', '振超', '超_']);
    expect(toNameTokens('1+X')).toEqual(['1_', '¦', 'X_']);
  });

  it('makes no token that begins another', () => {
    const tokens = toNameTokens('许振超和许振，VR与V，0.05与0').filter((token) => /[\p{L}\p{N}]/u.test(token));
    const clashes = tokens.filter((token) => tokens.some((other) => other !== token && other.startsWith(token)));
    expect(clashes).toEqual([]);
  });
});

describe('records', () => {
  const text = {
    title: '许振超',
    names: ['人民工匠', '桥吊'],
    related: ['青岛港'],
    facts: '人民工匠国家荣誉称号 · 青岛港',
    body: '许振超获授称号。\n第二段。',
    hidden: [hiddenToken('name', 'xuzhenchao')],
  };

  it('are shown by title, facts and body', () => {
    expect(fromShownText(toShownText(text))).toEqual({
      title: '许振超',
      facts: '人民工匠国家荣誉称号 · 青岛港',
      body: '许振超获授称号。 第二段。',
    });
    expect(fromShownText(toShownText({ title: '题', facts: '', body: '文' }))).toEqual({
      title: '题',
      facts: '',
      body: '文',
    });
  });

  it('say by position in which part a word stands', () => {
    const tokens = encodeRecord(text);
    expect(partAt(tokens.indexOf('振超'))).toBe('title');
    expect(partAt(tokens.indexOf('桥吊'))).toBe('names');
    expect(partAt(tokens.indexOf('岛港'))).toBe('related');
    expect(partAt(tokens.indexOf('荣誉'))).toBe('facts');
    expect(partAt(tokens.indexOf('获授'))).toBe('body');
  });

  it('keep their parts apart when one is too long', () => {
    const tokens = encodeRecord({
      ...text,
      title: '长'.repeat(300),
      names: Array.from({ length: 200 }, () => '别名'),
    });
    expect(tokens.indexOf('青岛')).toBe(PART_START.related);
    expect(tokens.indexOf('获授')).toBeGreaterThan(PART_START.body);
  });
});

describe('hidden tokens', () => {
  it('can be asked for whole or by their beginning', () => {
    expect(hiddenToken('name', 'xuzhenchao').startsWith(toWordStart(hiddenToken('name', 'xuzhen')))).toBe(true);
    expect(hiddenToken('name', 'xuzhenchao').startsWith(hiddenToken('name', 'xuzhen'))).toBe(false);
  });

  it('are found for a name with one character wrong, missing, added or two swapped', () => {
    const forms = new Set(nearForms('许振超'));
    for (const typo of ['许镇超', '许超', '许振振超', '许超振', '徐振超']) {
      expect(
        nearForms(typo).some((form) => forms.has(form)),
        typo,
      ).toBe(true);
    }
    expect(nearForms('王京京').some((form) => forms.has(form))).toBe(false);
  });

  it('do not tell apart what many speakers do not', () => {
    expect(loosePinyin('xuzhenchao')).toBe(loosePinyin('xuzengcao'));
    expect(loosePinyin('ningyunzhan')).toBe(loosePinyin('ninyunzhang'));
  });
});
