import { describe, expect, it } from 'vitest';
import { encodeRecord, type RecordText, toWordStart } from '../../lib/search-tokens.ts';
import { parseQuery } from './query.ts';
import {
  endToken,
  type Hits,
  matchText,
  sparseProbes,
  type TextMatch,
  type TextProbe,
  textProbes,
} from './text-match.ts';

const EMPTY: RecordText = { title: '', names: [], related: [], facts: '', body: '', hidden: [] };

function segmentOf(typed: string): ReturnType<typeof parseQuery>['segments'][number] {
  const [segment] = parseQuery(typed, new Map()).segments;
  if (!segment) throw new Error('The query is empty.');
  return segment;
}

/** Matches pages, given as the texts of their parts, without Pagefind. */
function match(
  typed: string,
  pages: Readonly<Record<string, Partial<RecordText>>>,
  choose: (probes: TextProbe[]) => TextProbe[] = (probes) => probes,
): (page: string) => TextMatch {
  const segment = segmentOf(typed);
  const probes = choose(textProbes(segment));
  const names = Object.keys(pages);
  const find = (token: string): Hits =>
    new Map(
      Object.values(pages).flatMap((text, page) => {
        const positions = encodeRecord({ ...EMPTY, ...text }).flatMap((word, at) =>
          word.toLowerCase() === token ? [at] : [],
        );
        return positions.length > 0 ? [[page, positions]] : [];
      }),
    );
  const end = endToken(segment);
  const matches = matchText(
    probes,
    probes.map(({ token }) => find(token)),
    end === undefined ? undefined : find(end),
    100,
  );
  return (page) => matches.get(names.indexOf(page)) ?? { score: 0, coverage: 0, isWhole: false, isRelated: false };
}

describe('textProbes', () => {
  it('asks for each pair of characters and each word', () => {
    expect(textProbes(segmentOf('22次打破')).map(({ token }) => token)).toEqual(['22_', '次打', '打破']);
    expect(textProbes(segmentOf('许振超')).map(({ token, at }) => [token, at])).toEqual([
      ['许振', 0],
      ['振超', 1],
    ]);
    expect(toWordStart(textProbes(segmentOf('5g'))[0]?.token ?? '')).toBe('5g');
  });
});

describe('matchText', () => {
  it('puts an exact title before the beginning of one, a part of one, a name, facts and text', () => {
    const find = match('许振超', {
      exact: { title: '许振超' },
      start: { title: '许振超工作室' },
      inside: { title: '工匠许振超的故事' },
      name: { names: ['许振超'] },
      facts: { facts: '许振超' },
      text: { body: '后来许振超来了' },
    });
    const scores = ['exact', 'start', 'inside', 'name', 'facts', 'text'].map((page) => find(page).score);

    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
  });

  it('finds words that were typed without a space between them', () => {
    const find = match('高铁研磨', { both: { body: '磨的是高铁，干的是研磨工。' }, one: { body: '坐高铁来的。' } });

    expect(find('both')).toMatchObject({ coverage: 1, isWhole: false });
    expect(find('one').coverage).toBe(0.5);
    expect(find('both').score).toBeGreaterThan(find('one').score);
  });

  it('puts what stands in one piece before what is scattered', () => {
    const find = match('缠绕打包机', {
      piece: { body: '设计了缠绕打包机。' },
      scattered: { body: '绕打的，缠绕的，打包的，包机的。' },
    });

    expect(find('piece').isWhole).toBe(true);
    expect(find('scattered')).toMatchObject({ coverage: 1, isWhole: false });
    expect(find('piece').score).toBeGreaterThan(find('scattered').score);
  });

  it.each(['第39期协商', '连续22次打破', '达到0.05毫米', '做VR'])(
    'sees %s as one piece in running text and in names',
    (text) => {
      const find = match(text, { body: { body: `说到${text}的事` }, name: { names: [text] } });

      expect(find('body').isWhole).toBe(true);
      expect(find('name').isWhole).toBe(true);
    },
  );

  it('does not join what marks keep apart', () => {
    expect(match('高铁研磨', { page: { body: '高铁。研磨。' } })('page').isWhole).toBe(false);
  });

  it('knows the whole name of something a page belongs to from a part of one', () => {
    const find = match('青岛港', { own: { related: ['青岛港'] }, other: { related: ['青岛港实华公司'] } });

    expect(find('own').isRelated).toBe(true);
    expect(find('other').isRelated).toBe(false);
  });

  it('takes rare words for more telling than common ones', () => {
    const pages = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`p${at}`, { body: '青岛的工匠' }]));
    const find = match('青岛铆工', { ...pages, rare: { body: '他是铆工。' } });

    expect(find('rare').score).toBeGreaterThan(find('p0').score);
  });

  it('needs only every other pair to tell that a text stands in one piece', () => {
    const pages = { piece: { body: '在青岛地铁集团工作' }, scattered: { body: '青岛，地铁，集团' } };
    const find = match('青岛地铁集团', pages, sparseProbes);

    expect(sparseProbes(textProbes(segmentOf('青岛地铁集团'))).map(({ token }) => token)).toEqual([
      '青岛',
      '地铁',
      '集团',
    ]);
    expect(sparseProbes(textProbes(segmentOf('许振超'))).map(({ token }) => token)).toEqual(['许振', '振超']);
    expect(find('piece').isWhole).toBe(true);
    expect(find('scattered')).toMatchObject({ isWhole: false, coverage: 1 });
  });
});
