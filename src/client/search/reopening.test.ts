import { expect, test } from 'vitest';
import { Reopening } from './reopening.ts';

/** Opens the release that is there; files of an older one are gone. */
function releases(): { replace: () => void; opened: string[]; search: Reopening<number> } {
  let present = 1;
  const opened: string[] = [];
  return {
    replace: () => (present += 1),
    opened,
    search: new Reopening(() => {
      opened.push(String(present));
      return Promise.resolve(present);
    }),
  };
}

test('what is open is used again, and opened anew once the site was replaced', async () => {
  const { replace, opened, search } = releases();
  let present = 1;
  const ask = (release: number): Promise<string> =>
    release === present ? Promise.resolve('found') : Promise.reject(new Error('404'));
  expect(await search.use(ask)).toBe('found');
  expect(await search.use(ask)).toBe('found');
  expect(opened).toEqual(['1']);
  replace();
  present = 2;
  expect(await Promise.all([search.use(ask), search.use(ask)])).toEqual(['found', 'found']);
  expect(opened).toEqual(['1', '2']);
});

test('what fails at first is not tried again by itself, but with the next question', async () => {
  let count = 0;
  const search = new Reopening(() => {
    count += 1;
    return count === 1 ? Promise.reject(new Error('offline')) : Promise.resolve('open');
  });
  await expect(search.use((value) => Promise.resolve(value))).rejects.toThrow('offline');
  expect(await search.use((value) => Promise.resolve(value))).toBe('open');
});

test('what fails for good fails after one more try', async () => {
  const { opened, search } = releases();
  await search.use(() => Promise.resolve());
  await expect(search.use(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(opened).toEqual(['1', '1']);
});
