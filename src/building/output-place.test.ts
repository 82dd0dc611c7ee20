import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BuildFailure } from './failures.ts';
import { findRealPlace, refuseUnsafeOutput } from './output-place.ts';

let folder = '';
let project = '';
let content = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiangce-place-'));
  project = join(folder, 'project');
  content = join(folder, 'cities', 'haicheng');
  for (const place of [
    project,
    content,
    join(folder, 'empty'),
    join(folder, 'site', 'search'),
    join(folder, 'documents'),
  ])
    mkdirSync(place, { recursive: true });
  writeFileSync(join(folder, 'site', 'index.html'), '');
  writeFileSync(join(folder, 'documents', '名单.xlsx'), '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const place = (output: string): Promise<void> => refuseUnsafeOutput(output, { project, content });

describe('the place of the output', () => {
  it.each(['project/dist', 'new/dist', 'empty', 'site'])('may be %s', async (name) => {
    await expect(place(join(folder, name))).resolves.toBeUndefined();
  });

  it.each([
    ['project', '里面还有别的东西'],
    ['cities', '里面还有别的东西'],
    ['cities/haicheng', '里面还有别的东西'],
    ['cities/haicheng/dist', '里面'],
    ['documents', '里放着别的东西'],
    ['documents/名单.xlsx', '是一个文件'],
  ])('may not be %s', async (name, reason) => {
    const placed = place(join(folder, name));
    await expect(placed).rejects.toThrow(BuildFailure);
    await expect(placed).rejects.toThrow(reason);
  });

  it('may not be what holds everything', async () => {
    await expect(place(homedir())).rejects.toThrow(BuildFailure);
    await expect(place(parse(homedir()).root)).rejects.toThrow(BuildFailure);
  });
});

describe('an output place that is a link', () => {
  it.each([
    ['project', '里面还有别的东西'],
    ['cities/haicheng', '里面还有别的东西'],
    ['documents', '里放着别的东西'],
  ])('to %s is refused like the place itself', async (target, reason) => {
    symlinkSync(join(folder, target), join(folder, 'link'), 'junction');
    await expect(place(join(folder, 'link'))).rejects.toThrow(reason);
    await expect(place(join(folder, 'link', '.'))).rejects.toThrow(reason);
  });

  it('stands for the folder it leads to, there or not there yet', () => {
    const real = realpathSync(folder);
    symlinkSync(join(folder, 'site'), join(folder, 'dist'), 'junction');
    symlinkSync(join(folder, 'later'), join(folder, 'soon'), 'junction');
    expect(findRealPlace(join(folder, 'dist'))).toBe(join(real, 'site'));
    expect(findRealPlace(join(folder, 'soon'))).toBe(join(real, 'later'));
    expect(findRealPlace(join(folder, 'new', 'dist'))).toBe(join(real, 'new', 'dist'));
  });

  it('that leads round in a circle is no place', () => {
    symlinkSync(join(folder, 'b'), join(folder, 'a'), 'junction');
    symlinkSync(join(folder, 'a'), join(folder, 'b'), 'junction');
    expect(() => findRealPlace(join(folder, 'a'))).not.toThrow();
  });
});
