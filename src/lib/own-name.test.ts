import { describe, expect, it } from 'vitest';
import { isAbandoned, ownName } from './own-name.ts';

const HOUR = 60 * 60 * 1000;
const runs = (): boolean => true;
const ended = (): boolean => false;

describe('a name with its owner', () => {
  it('is kept while its process runs', () => {
    expect(isAbandoned(ownName('dist.new'), HOUR)).toBe(false);
    expect(isAbandoned(`${ownName('build')}-Xy12zZ`, HOUR)).toBe(false);
  });

  it('is abandoned when its process has ended', () => {
    expect(isAbandoned(ownName('dist.new', 4711), 0, ended)).toBe(true);
    expect(isAbandoned(`${ownName('dist.old', 4711)}-2`, 0, ended)).toBe(true);
  });

  it('of another machine is abandoned only after a day', () => {
    const theirs = ownName('dist.new', 4711, '01234567');
    expect(isAbandoned(theirs, HOUR, ended)).toBe(false);
    expect(isAbandoned(theirs, 25 * HOUR, runs)).toBe(true);
  });

  it('is abandoned after a day though a process has its number by now', () => {
    expect(isAbandoned(ownName('dist.new', 4711), 25 * HOUR, runs)).toBe(true);
  });

  it.each(['dist', 'dist.old', 'dist.old-2024', 'build-1-Xy12zZ'])('%s has no owner and is left alone', (name) => {
    expect(isAbandoned(name, 25 * HOUR, ended)).toBe(false);
  });
});
