import { expect, test } from 'vitest';
import { Occurrences } from './occurrences.ts';

type Given = [word: number, page: number, places: number[]] | [end: number];

function collect(fill: (occurrences: Occurrences) => void): Given[] {
  const given: Given[] = [];
  const occurrences = new Occurrences({
    onPage: (...page) => void given.push(page),
    onWord: (word) => void given.push([word]),
  });
  fill(occurrences);
  occurrences.flush();
  return given;
}

test('words come one after the other, each with its pages and all places on them', () => {
  const given = collect((occurrences) => {
    for (const [word, page, place] of [
      [2, 0, 5],
      [0, 0, 6],
      [2, 0, 7],
      [2, 1, 2 ** 30],
      [0, 3, 1],
    ] as const) {
      occurrences.add(word, page, place);
    }
  });

  expect(given).toEqual([[0, 0, [6]], [0, 3, [1]], [0], [2, 0, [5, 7]], [2, 1, [2 ** 30]], [2]]);
});

test('a page stays together though there is no room for all of it', () => {
  const half = 2 ** 19 + 1;
  const given = collect((occurrences) => {
    for (const page of [0, 1]) {
      occurrences.reserve(half);
      for (let place = 0; place < half; place += 1) occurrences.add(0, page, place);
    }
  });

  expect(given.map(([word, page, places]) => [word, page, places?.length])).toEqual([
    [0, 0, half],
    [0, undefined, undefined],
    [0, 1, half],
    [0, undefined, undefined],
  ]);
});

test('nothing comes of nothing', () => {
  expect(collect(() => undefined)).toEqual([]);
});
