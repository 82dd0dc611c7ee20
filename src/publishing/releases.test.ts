import { describe, expect, test } from 'vitest';
import { findStaying, makeRelease, packRelease, type Release, showsWithdrawn, unpackRelease } from './releases.ts';

const NOW = new Date('2026-11-29T08:30:00Z');
const DAY = 24 * 60 * 60 * 1000;
const files = (...names: string[]): Release['files'] => names.map((name) => ({ name, size: 1, digest: `d-${name}` }));

function release(names: string[], more: Partial<Release> = {}): Release {
  const made = makeRelease(files(...names), { last: undefined, seen: [], tried: [], now: NOW, isCleared: false });
  return { ...made, ...more };
}

describe('a record', () => {
  const made = release(['index.html', 'media/海 港.jpg']);

  test('is read as it was written', () => {
    expect(unpackRelease(packRelease(made))).toEqual(made);
  });

  test.each([
    ['cut off', packRelease(made).subarray(0, 40)],
    ['empty', new Uint8Array()],
    ['missing', undefined],
  ])('that is %s is none', (_, bytes) => {
    expect(unpackRelease(bytes)).toBeUndefined();
  });

  test('is named by time and content', () => {
    expect(made.id).toMatch(/^20261129-083000-[0-9a-f]{8}$/);
  });

  test('of a release that was begun before keeps its name', () => {
    const later = new Date(NOW.getTime() + DAY);
    const again = makeRelease(made.files, { last: undefined, seen: [], tried: [made], now: later, isCleared: false });

    expect(again.id).toBe(made.id);
  });
});

describe('files named by their content stay for a week', () => {
  const old = release(['_assets/old.css', 'index.html', 'search/index.0123456789ab.json']);
  const names = (found: Release['staying']): string[] => found.map(({ name }) => name);

  test('after the release that had them', () => {
    expect(names(findStaying(files('index.html'), [old], { now: NOW, isCleared: false }))).toEqual([
      '_assets/old.css',
      'search/index.0123456789ab.json',
    ]);
  });

  test.each([
    { days: 6, left: ['_assets/older.css'] },
    { days: 8, left: [] },
  ])('and then go: $days days', ({ days, left }) => {
    const staying = [{ name: '_assets/older.css', size: 1, digest: 'd', since: NOW.getTime() - days * DAY }];
    const last = release(['index.html'], { staying });

    expect(names(findStaying(files('index.html'), [last], { now: NOW, isCleared: false }))).toEqual(left);
  });

  test('but no search file when somebody was withdrawn', () => {
    expect(names(findStaying(files('index.html'), [old], { now: NOW, isCleared: true }))).toEqual(['_assets/old.css']);
  });
});

test.each([
  { withdrawn: ['lin-mo'], shows: true },
  { withdrawn: ['lin'], shows: false },
  { withdrawn: [], shows: false },
])('a release shows whom it has a page of: $withdrawn', ({ withdrawn, shows }) => {
  expect(showsWithdrawn(release(['craftsmen/lin-mo/index.html']), withdrawn)).toBe(shows);
});
