import { expect, test } from 'vitest';
import { once, oncePer } from './once.ts';

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

test('a function of an object runs once for each', () => {
  const calls: string[] = [];
  const nameOf = oncePer((entry: { name: string }) => {
    calls.push(entry.name);
    return entry.name;
  });
  const [first, second] = [{ name: '一' }, { name: '二' }];
  expect([nameOf(first), nameOf(second), nameOf(first)]).toEqual(['一', '二', '一']);
  expect(calls).toEqual(['一', '二']);
});
