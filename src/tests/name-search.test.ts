import { beforeAll, describe, expect, it } from 'vitest';
import { SearchEngine } from '../client/search/engine.ts';
import { readingsOf } from '../lib/pinyin.ts';
import { SeededRandom } from '../lib/seeded-random.ts';
import { buildSearchAids, buildSearchCorrections } from '../views/search-aids.ts';
import { buildSearchRecords } from '../views/search-records.ts';
import { openHealthySite } from './healthy-site.ts';
import { openMemoryIndex } from './memory-index.ts';

/**
 * How well people of every shape of name are found, and how few others come with them, through the site's own records, aids and
 * engine. The names are made from parts that real lists hold, by a seed.
 */
const GIVEN = [...'芳强明祥建国庆年泰香文涛永春玉秀德荣海波俊杰婷静'];
const SHAPES = {
  plain: [...'王李张刘陈杨赵黄周吴'],
  polyphonic: ['单', '仇', '曾', '解', '区', '查', '盖', '覃', '乐', '尉迟', '万俟', '单于'],
  dotted: '阿卜杜拉 买买提 艾力 居素甫 玛玛依 热合曼 依布拉音 萨迪克'.split(' '),
  rare: [...'䶮㛃𠅤龘'],
} as const;

/** Characters that are written for those that sound like them. */
const ALIKE = [...'方名翔健清念太闻韬咏钰得融节庭敬'];

interface Query {
  text: string;
  wanted: string[];
  /** What is no wrong result beside; the wanted ones alone, if not given. */
  relevant?: string[];
}

function buildNames(): string[] {
  const random = new SeededRandom('names of every shape');
  const given = (): string => random.pick(GIVEN) + random.pick(GIVEN);
  const names = [
    ...SHAPES.plain.flatMap((surname) => Array.from({ length: 12 }, () => surname + given())),
    ...SHAPES.polyphonic.flatMap((surname) => Array.from({ length: 3 }, () => surname + given())),
    ...SHAPES.dotted.map((part, at) => `${part}·${SHAPES.dotted[(at + 3) % SHAPES.dotted.length] ?? ''}`),
    ...SHAPES.rare.map((rare) => `${random.pick(SHAPES.plain)}${rare}`),
  ];
  // Two people of one name.
  return [...new Set(names), names[0] ?? '', names[1] ?? ''];
}

/** A character that sounds alike and is another one. */
function soundAlike(character: string): string | undefined {
  return ALIKE.find((other) => other !== character && readingsOf(other)[0] === readingsOf(character)[0]);
}

const names = buildNames();
const idOf = (at: number): string => `person-${String(at)}`;
const called = (name: string): string[] =>
  names.flatMap((other, at) => (other === name ? [`craftsmen/${idOf(at)}`] : []));
const having = (test: (name: string) => boolean): string[] =>
  names.flatMap((name, at) => (test(name) ? [`craftsmen/${idOf(at)}`] : []));

const inShape = (shape: keyof typeof SHAPES): string[] =>
  names.filter(
    (name) =>
      SHAPES[shape].some((start) => name.startsWith(start)) ||
      (shape === 'rare' && SHAPES.rare.some((rare) => name.includes(rare))),
  );

const CLASSES: Readonly<Record<string, { queries: () => Query[]; recall: number; precision: number }>> = {
  'other dots and none': {
    queries: () =>
      inShape('dotted').flatMap((name) =>
        ['•', '・', '．', ' ', ''].map((dot) => ({
          text: name.replace('·', dot),
          wanted: called(name),
          relevant: having((other) => other.split('·').some((part) => name.includes(part))),
        })),
      ),
    recall: 1,
    precision: 0.9,
  },
  'a part of a dotted name': {
    queries: () =>
      SHAPES.dotted.map((part) => ({ text: part, wanted: having((name) => name.split('·').includes(part)) })),
    recall: 1,
    precision: 0.9,
  },
  'another reading of the surname': {
    queries: () =>
      [
        ['单', 'dan'],
        ['仇', 'chou'],
        ['解', 'jie'],
        ['盖', 'gai'],
        ['覃', 'tan'],
        ['尉迟', 'weichi'],
      ].flatMap(([surname = '', reading = '']) =>
        names
          .filter((name) => name.startsWith(surname) && !name.startsWith('单于'))
          .map((name) => ({
            text: reading + [...name.slice(surname.length)].map((character) => readingsOf(character)[0] ?? '').join(''),
            wanted: called(name),
          })),
      ),
    recall: 0.95,
    precision: 0.95,
  },
  'both given characters sound alike': {
    queries: () =>
      [...inShape('polyphonic'), ...inShape('plain').slice(0, 40)].flatMap((name) => {
        const [surname, first, second] = [name.slice(0, -2), name.at(-2) ?? '', name.at(-1) ?? ''];
        const [a, b] = [soundAlike(first), soundAlike(second)];
        const text = a !== undefined && b !== undefined ? `${surname}${a}${b}` : '';
        return text === '' || names.includes(text) ? [] : [{ text, wanted: called(name) }];
      }),
    recall: 0.97,
    precision: 0.95,
  },
  'a rare character': {
    queries: () => inShape('rare').map((name) => ({ text: name, wanted: called(name) })),
    recall: 1,
    precision: 0.9,
  },
  'two of one name': {
    queries: () => [names[0] ?? '', names[1] ?? ''].map((name) => ({ text: name, wanted: called(name) })),
    recall: 1,
    precision: 0.9,
  },
};

describe('people are found', () => {
  let engine: SearchEngine;

  beforeAll(async () => {
    const files = names.map((name, at) => [
      `craftsmen/${idOf(at)}.mdx`,
      `---\nname: ${name}\nposition: 岗位${String(at)}\nhonours: []\ncitations:\n  - source: daily-2023\n    locator: 第3段\n---\n\n车间里的工匠。\n`,
    ]);
    const context = await openHealthySite(Object.fromEntries(files) as Record<string, string>);
    const records = buildSearchRecords(context);
    engine = new SearchEngine(
      openMemoryIndex(records),
      { ...buildSearchAids(records, context), commonTokens: [] },
      () => Promise.resolve(buildSearchCorrections(records, context)),
    );
  });

  it.each(Object.entries(CLASSES))('by %s', async (_, { queries, recall, precision }) => {
    const scores: { recall: number; first: number; precision: number }[] = [];
    for (const { text, wanted, relevant = wanted } of queries()) {
      const { groups } = await engine.search({
        text,
        sort: 'relevance',
        selected: {},
        shown: {},
        each: 5,
        facets: 'none',
      });
      const found = groups.flatMap(({ items }) => items.map(({ ref }) => ref)).slice(0, 5);
      const hits = found.filter((ref) => wanted.includes(ref)).length;
      scores.push({
        recall: hits / Math.min(5, wanted.length),
        first: wanted.includes(found[0] ?? '') ? 1 : 0,
        precision: found.length === 0 ? 1 : found.filter((ref) => relevant.includes(ref)).length / found.length,
      });
    }
    const mean = (key: 'recall' | 'first' | 'precision'): number =>
      scores.reduce((sum, score) => sum + score[key], 0) / scores.length;

    expect(scores.length).toBeGreaterThan(1);
    expect(mean('recall')).toBeGreaterThanOrEqual(recall);
    expect(mean('first')).toBeGreaterThanOrEqual(recall - 0.05);
    expect(mean('precision')).toBeGreaterThanOrEqual(precision);
  });
});
