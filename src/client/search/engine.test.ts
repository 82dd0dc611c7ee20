import { beforeEach, describe, expect, it } from 'vitest';
import type { SearchAids, SearchCorrections } from '../../lib/search-aids.ts';
import { personPinyin } from '../../lib/pinyin.ts';
import { openMemoryIndex } from '../../tests/memory-index.ts';
import { personTokens, relatedTokens, titleTokens } from '../../views/search-names.ts';
import type { SearchKind, SearchRecord } from '../../views/search-records.ts';
import { SearchEngine } from './engine.ts';
import type { SearchAnswer, SearchRequest } from './request.ts';

function record(
  kind: SearchKind,
  id: string,
  title: string,
  fields: Partial<SearchRecord['text']> & { filters?: SearchRecord['filters'] },
): SearchRecord {
  const { filters = {}, ...text } = fields;
  const hidden = kind === 'craftsmen' ? personTokens({ name: title, pinyin: personPinyin(title) }) : titleTokens(title);
  return {
    kind,
    id,
    path: kind === 'pages' ? `/${id}/` : `/${kind}/${id}/`,
    text: {
      title,
      names: [],
      related: [],
      facts: '',
      body: '',
      hidden: [...hidden, ...relatedTokens(text.related ?? [])],
      ...text,
    },
    filters: { kind: [kind], ...filters },
    hasReliefSeal: id === 'xu-zhenchao',
  };
}

const RECORDS = [
  record('craftsmen', 'guan-yanan', '管延安', {
    names: ['拧螺丝'],
    body: '拧过的螺丝有60万颗，零失误。',
    filters: { year: ['2023'] },
  }),
  record('craftsmen', 'guo-kai', '郭凯', {
    related: ['青岛港', '大国工匠', '装载机', '铲车'],
    facts: '大国工匠 · 青岛港',
    body: '铁矿石卸船世界纪录。',
    filters: { honour: ['national'], year: ['2023'] },
  }),
  record('craftsmen', 'guo-lei', '郭磊', {
    related: ['青岛港', '桥吊操作', '桥吊'],
    facts: '青岛港',
    body: '桥吊上的大工匠。',
  }),
  record('craftsmen', 'xu-zhenchao', '许振超', {
    related: ['人民工匠'],
    facts: '人民工匠',
    body: '获授国家荣誉称号。',
    filters: { honour: ['people'] },
  }),
  record('outcomes', 'terminal', '青岛港自动化码头', {
    related: ['青岛港'],
    body: '全国首个自动化码头，许振超的同事也来了。',
    filters: { year: ['2021'] },
  }),
  record('pages', 'ladders', '工匠的阶梯', { body: '从青岛工匠到大国工匠。许振超获授称号。' }),
  record('statistics', 'masters', '大国工匠', {
    facts: '4人 · 2025年 · 青岛市',
    body: '获得称号的人数。',
    filters: { year: ['2023', '2025'] },
  }),
  record('studios', 'guo-lei', '郭磊技能大师工作室', { related: ['青岛港'], facts: '国家级 · 郭磊' }),
] as const;

const labels = (...ids: string[]): Record<string, string> => Object.fromEntries(ids.map((id) => [id, id]));
const AIDS: SearchAids = {
  traditional: '許许連连鋼钢',
  facets: {
    kind: { label: '类别', values: labels('craftsmen', 'outcomes', 'pages', 'statistics', 'studios') },
    honour: { label: '荣誉', values: labels('national', 'people') },
    trade: { label: '工种', values: {} },
    industry: { label: '行业', values: {} },
    district: { label: '区市', values: {} },
    year: { label: '年份', values: labels('2025', '2023', '2021') },
  },
  pages: RECORDS.length,
  commonKind: 'craftsmen',
  commonTokens: [],
};
const CORRECTIONS: SearchCorrections = {
  homophones: { xu: '许徐', zhen: '振镇', chao: '超朝' },
  terms: ['自动化码头', '桥吊操作', '大国工匠'],
};

let engine: SearchEngine;
let correctionsAsked: number;
beforeEach(() => {
  correctionsAsked = 0;
  engine = new SearchEngine(openMemoryIndex(RECORDS), AIDS, () => {
    correctionsAsked += 1;
    return Promise.resolve(CORRECTIONS);
  });
});

const search = (text: string, more: Partial<SearchRequest> = {}): Promise<SearchAnswer> =>
  engine.search({ text, sort: 'relevance', selected: {}, shown: {}, each: 5, facets: 'none', ...more });
const refsOf = ({ groups }: SearchAnswer): string[] => groups.flatMap(({ items }) => items.map(({ ref }) => ref));
const first = async (text: string): Promise<string | undefined> => refsOf(await search(text))[0];

describe('the right person first', () => {
  it.each([
    ['许振超', 'craftsmen/xu-zhenchao'],
    ['振超', 'craftsmen/xu-zhenchao'],
    ['超', 'craftsmen/xu-zhenchao'],
    ['許振超', 'craftsmen/xu-zhenchao'],
    ['xuzhenchao', 'craftsmen/xu-zhenchao'],
    ['xu zhen chao', 'craftsmen/xu-zhenchao'],
    ['Xǔ Zhènchāo', 'craftsmen/xu-zhenchao'],
    ['zhenchao', 'craftsmen/xu-zhenchao'],
    ['xzc', 'craftsmen/xu-zhenchao'],
    ['xuzhen', 'craftsmen/xu-zhenchao'],
    ['xuzenchao', 'craftsmen/xu-zhenchao'],
    ['徐镇朝', 'craftsmen/xu-zhenchao'],
    ['许镇超', 'craftsmen/xu-zhenchao'],
    ['许超振', 'craftsmen/xu-zhenchao'],
    ['许超', 'craftsmen/xu-zhenchao'],
    ['拧螺丝 零失误', 'craftsmen/guan-yanan'],
    ['拧螺丝的工匠是谁', 'craftsmen/guan-yanan'],
    ['60万颗', 'craftsmen/guan-yanan'],
    ['青岛港 大国工匠', 'craftsmen/guo-kai'],
    ['大国工匠', 'craftsmen/guo-kai'],
    ['铲车', 'craftsmen/guo-kai'],
    ['青岛港郭磊', 'craftsmen/guo-lei'],
    ['人民工匠', 'craftsmen/xu-zhenchao'],
    ['郭磊技能大师工作室', 'studios/guo-lei'],
    ['青岛港自动化码头', 'outcomes/terminal'],
    ['自动化马头', 'outcomes/terminal'],
    ['大国工匠有多少人', 'statistics/masters'],
  ])('%s → %s', async (text, ref) => {
    expect(await first(text)).toBe(ref);
  });

  it('finds the people of a firm by its pinyin', async () => {
    expect(
      refsOf(await search('qingdaogang'))
        .slice(0, 2)
        .sort(),
    ).toEqual(['craftsmen/guo-kai', 'craftsmen/guo-lei']);
  });
});

describe('names of every shape', () => {
  const people = [
    record('craftsmen', 'shan-tianfang', '单田芳', { body: '用过№1机床和Ⅲ型钻头。' }),
    record('craftsmen', 'dan-tian', '但恬', {}),
    record('craftsmen', 'wang-fang', '王芳', {}),
    record('craftsmen', 'abudula-maimaiti', '阿卜杜拉·买买提', {}),
    record('craftsmen', 'yushengtian', '羽\u{e0100}生田', {}),
  ];
  const homophones = { shan: '单山', tian: '田天恬', fang: '芳方', wang: '王汪', dan: '但单' };
  const names = new SearchEngine(openMemoryIndex(people), { ...AIDS, pages: people.length }, () =>
    Promise.resolve({ homophones, terms: [] }),
  );
  const found = async (text: string): Promise<string[]> =>
    refsOf(await names.search({ text, sort: 'relevance', selected: {}, shown: {}, each: 5, facets: 'none' }));

  it.each([
    ['单天方', 'shan-tianfang'],
    ['shantianfang', 'shan-tianfang'],
    ['dantianfang', 'shan-tianfang'],
    ['dtf', 'shan-tianfang'],
    ['№1机床', 'shan-tianfang'],
    ['no1机床', 'shan-tianfang'],
    ['III型', 'shan-tianfang'],
    ['dantian', 'dan-tian'],
    ['汪方', 'wang-fang'],
    ['阿卜杜拉•买买提', 'abudula-maimaiti'],
    ['阿卜杜拉买买提', 'abudula-maimaiti'],
    ['买买提', 'abudula-maimaiti'],
    ['maimaiti', 'abudula-maimaiti'],
    ['mmt', 'abudula-maimaiti'],
    ['羽生田', 'yushengtian'],
  ])('%s → %s', async (text, id) => {
    expect((await found(text))[0]).toBe(`craftsmen/${id}`);
  });

  it('one character of two is no likeness', async () => {
    expect(await found('王路')).toEqual([]);
  });
});

describe('answers', () => {
  it('are grouped by what they are, best group first, and count all', async () => {
    const { groups, total } = await search('青岛港', { each: 1 });

    expect(groups.map(({ group, total: count, items }) => [group, count, items.length])).toEqual([
      ['people', 2, 1],
      ['outcomes', 1, 1],
      ['studios', 1, 1],
    ]);
    expect(total).toBe(4);
  });

  it('show a group as far as it was asked for', async () => {
    const { groups } = await search('青岛港', { each: 1, shown: { people: 2 } });

    expect(groups[0]?.items.length).toBe(2);
  });

  it('say what was looked for instead of what was typed', async () => {
    expect((await search('许镇超')).corrections).toEqual([{ typed: '许镇超', meant: '许振超' }]);
    expect((await search('自动化马头')).corrections).toEqual([{ typed: '自动化马头', meant: '自动化码头' }]);
    expect((await search('许振超')).corrections).toEqual([]);
  });

  it('load what corrects queries only when something has to be corrected', async () => {
    await search('许振超');
    expect(correctionsAsked).toBe(0);
    await search('许镇超');
    expect(correctionsAsked).toBe(1);
  });

  it('say of a person how the seal is cut', async () => {
    const { groups } = await search('许振超');

    expect(groups[0]?.items[0]).toMatchObject({
      path: '/craftsmen/xu-zhenchao/',
      hasReliefSeal: true,
      title: [{ text: '许振超', isMarked: true }],
    });
  });

  it('fall back on the words of a query of which no page holds enough', async () => {
    const { corrections, groups } = await search('自动化码头难道没有人来看管');

    expect(groups[0]?.items[0]?.ref).toBe('outcomes/terminal');
    expect(corrections).toEqual([
      { typed: '自动化码头难道没有人来看管', meant: expect.stringContaining('码头') as string },
    ]);
  });

  it('offer names and terms that are near when there is nothing', async () => {
    const answer = await search('许多人');
    expect(answer).toMatchObject({ total: 0, groups: [] });
    expect(answer.suggestions).toContain('许振超');
    expect((await search('桥吊')).suggestions).toEqual([]);
  });

  it('are empty for marks and spaces', async () => {
    expect(await search('，')).toMatchObject({ total: 0, groups: [] });
  });
});

describe('narrowing and sorting', () => {
  it('counts what each choice would leave, and choosing leaves as many', async () => {
    const { facets } = await search('青岛港', { facets: 'all' });
    const kinds = facets?.find(({ facet }) => facet === 'kind')?.values ?? [];

    expect(kinds.map(({ id, count }) => [id, count])).toEqual([
      ['craftsmen', 2],
      ['outcomes', 1],
      ['studios', 1],
    ]);
    for (const { id, count } of kinds) expect((await search('青岛港', { selected: { kind: [id] } })).total).toBe(count);
  });

  it('joins values of one facet and crosses facets', async () => {
    expect((await search('青岛港', { selected: { kind: ['craftsmen', 'studios'] } })).total).toBe(3);
    expect(refsOf(await search('青岛港', { selected: { kind: ['craftsmen'], year: ['2023'] } }))).toEqual([
      'craftsmen/guo-kai',
    ]);
  });

  it('keeps a chosen value in sight when other choices leave nothing of it', async () => {
    const { facets } = await search('许振超', { facets: 'all', selected: { honour: ['national'] } });

    expect(facets?.find(({ facet }) => facet === 'honour')?.values).toContainEqual({
      id: 'national',
      label: 'national',
      count: 0,
    });
  });

  it('sorts by name in the index order, and by year from the latest', async () => {
    expect(refsOf(await search('青岛港', { sort: 'name', selected: { kind: ['craftsmen'] } }))).toEqual([
      'craftsmen/guo-kai',
      'craftsmen/guo-lei',
    ]);
    const years = refsOf(await search('大国工匠', { sort: 'year' }));
    expect(years.indexOf('statistics/masters')).toBeLessThan(years.indexOf('craftsmen/guo-kai'));
    expect(years.indexOf('craftsmen/guo-kai')).toBeLessThan(years.indexOf('pages/ladders'));
  });

  it('counts no facets where they were not asked for, or the site is large', async () => {
    expect((await search('青岛港')).facets).toBeUndefined();
    expect((await search('青岛港', { facets: 'small' })).facets).toBeDefined();
    engine = new SearchEngine(openMemoryIndex(RECORDS), { ...AIDS, pages: 10_000 }, () => Promise.resolve(CORRECTIONS));
    expect((await search('青岛港', { facets: 'small' })).facets).toBeUndefined();
  });
});

describe('on a large site', () => {
  beforeEach(() => {
    engine = new SearchEngine(openMemoryIndex(RECORDS), { ...AIDS, pages: 10_000, commonTokens: ['青岛'] }, () =>
      Promise.resolve(CORRECTIONS),
    );
  });

  it.each([
    ['许振超', 'craftsmen/xu-zhenchao'],
    ['xuzhenchao', 'craftsmen/xu-zhenchao'],
    ['xuzhen', 'craftsmen/xu-zhenchao'],
    ['青岛港自动化码头', 'outcomes/terminal'],
    ['徐振超', 'craftsmen/xu-zhenchao'],
  ])('saves on the index and still finds %s', async (text, ref) => {
    expect(await first(text)).toBe(ref);
  });
});
