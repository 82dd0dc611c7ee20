import { expect, it } from 'vitest';
import { formatAddress, parseAddress, type SearchState } from './address.ts';

it('an address says query, facets and order, and is read back as it was written', () => {
  const state: SearchState = {
    text: '焊工 青岛港',
    sort: 'name',
    selected: { kind: ['craftsmen', 'studios'], year: ['2023'] },
  };
  const address = formatAddress(state);

  expect(address).toBe(
    '?q=%E7%84%8A%E5%B7%A5+%E9%9D%92%E5%B2%9B%E6%B8%AF&kind=craftsmen&kind=studios&year=2023&sort=name',
  );
  expect(parseAddress(address)).toEqual(state);
});

it('what is usual is not written, and what is unknown not read', () => {
  expect(formatAddress({ text: ' ', sort: 'relevance', selected: { kind: [] } })).toBe('');
  expect(parseAddress('?q=%20海尔&sort=size&colour=red&kind=')).toEqual({
    text: '海尔',
    sort: 'relevance',
    selected: {},
  });
});
