import { expect, test, vi } from 'vitest';
import { memoizeByObjects, memoizeInMap, once, onceResolved } from './memoize.ts';

test('a value is computed once for the same objects, and apart for others that look alike', () => {
  const compute = vi.fn((a: { n: number }, b: { n: number }) => a.n + b.n);
  const memoized = memoizeByObjects(compute);
  const [one, two] = [{ n: 1 }, { n: 2 }];

  expect([memoized(one, two), memoized(one, two), memoized(two, one)]).toEqual([3, 3, 3]);
  expect(compute).toHaveBeenCalledTimes(2);
  expect(memoized(one, { n: 2 })).toBe(3);
  expect(compute).toHaveBeenCalledTimes(3);
});

test('undefined is a value that is computed once', () => {
  const compute = vi.fn<(key: object) => undefined>(() => undefined);
  const memoized = memoizeByObjects(compute);
  const key = {};

  memoized(key);
  memoized(key);
  expect(compute).toHaveBeenCalledTimes(1);
});

test('an answer is made once, also for those who ask while it is on its way', async () => {
  const make = vi.fn(() => Promise.resolve('a'));
  const known = new Map<string, Promise<string>>();

  expect(await Promise.all([memoizeInMap(known, 'x', make), memoizeInMap(known, 'x', make)])).toEqual(['a', 'a']);
  expect(make).toHaveBeenCalledTimes(1);
  await memoizeInMap(known, 'y', make);
  expect(make).toHaveBeenCalledTimes(2);
});

test('an answer that failed is made again', async () => {
  const make = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue('a');
  const ask = onceResolved(make);

  await expect(ask()).rejects.toThrow('offline');
  expect(await ask()).toBe('a');
  expect(await ask()).toBe('a');
  expect(make).toHaveBeenCalledTimes(2);
});

test('a function runs once, also where it gives undefined', () => {
  let calls = 0;
  const count = once(() => {
    calls += 1;
    return undefined;
  });
  count();
  count();
  expect(calls).toBe(1);
});

test('a function that throws runs again', () => {
  const answers = [
    (): never => {
      throw new Error('not yet');
    },
    () => 1,
  ];
  const next = once(() => answers.shift()?.());
  expect(next).toThrow('not yet');
  expect(next()).toBe(1);
});
