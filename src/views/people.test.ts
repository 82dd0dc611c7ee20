import { describe, expect, test } from 'vitest';
import { openHealthySite } from '../tests/healthy-site.ts';
import { buildFacets, buildPersonLine, DIRECTORY_PAGE_SIZE, joinDetails, paginate } from './people.ts';

const site = await openHealthySite();

describe('buildFacets', () => {
  test('files people under the pinyin of their surname as it is read in a name', () => {
    expect(buildFacets(site).initial.map(({ label, people }) => [label, people.map(({ name }) => name)])).toEqual([
      ['L', ['林墨']],
      ['S', ['单宇']],
    ]);
  });

  test('gives every value a page', () => {
    for (const values of Object.values(buildFacets(site))) {
      for (const { href } of values) expect(href).toMatch(/\/craftsmen\/by\/[a-z]+\/[a-z0-9-]+\/$/);
    }
  });
});

describe('paginate', () => {
  const [person] = site.catalogue.people;
  const people = Array.from({ length: DIRECTORY_PAGE_SIZE * 2 + 1 }, () => person).filter((one) => one !== undefined);

  test('cuts a long list into pages that link to their neighbours', () => {
    const pages = paginate(people, '/craftsmen/', site);
    expect(pages.map(({ people: members }) => members.length)).toEqual([DIRECTORY_PAGE_SIZE, DIRECTORY_PAGE_SIZE, 1]);
    expect(
      pages.map(({ previous, next }) => [previous?.replace(/^.*craftsmen/, ''), next?.replace(/^.*craftsmen/, '')]),
    ).toEqual([
      [undefined, '/page/2/'],
      ['/', '/page/3/'],
      ['/page/2/', undefined],
    ]);
  });

  test('gives an empty list one empty page', () => {
    expect(paginate([], '/craftsmen/', site)).toMatchObject([{ number: 1, count: 1, people: [] }]);
  });
});

test('a line of the directory says only what is known', () => {
  const lines = site.catalogue.people.map((person) => buildPersonLine(person, site));
  expect(lines.map(({ name, honour, trade }) => [name, honour, trade])).toEqual([
    ['林墨', '海城工匠', '钳工'],
    ['单宇', undefined, undefined],
  ]);
});

describe('joinDetails', () => {
  test('keeps each dot to what stands before it', () => {
    expect(joinDetails(['大国工匠', '青岛港'])).toBe('大国工匠\u00a0· 青岛港');
  });

  test('leaves out what is not known', () => {
    expect(joinDetails([undefined, '青岛港', ''])).toBe('青岛港');
    expect(joinDetails([])).toBe('');
  });
});
