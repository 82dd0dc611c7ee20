import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownName } from '../lib/own-name.ts';
import { removeAbandoned, replaceOutput, restoreOutput } from './replace-output.ts';

/** Above every number that Linux gives. */
const ENDED = 2 ** 22 + 7;
let folder = '';
let output = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiangce-output-'));
  output = join(folder, 'dist');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeSite(place: string, text: string): string {
  mkdirSync(join(place, 'craftsmen'), { recursive: true });
  for (const file of ['index.html', 'craftsmen/a.html']) writeFileSync(join(place, file), text);
  return place;
}

const readSite = (): string[] =>
  ['index.html', 'craftsmen/a.html'].map((file) => readFileSync(join(output, file), 'utf8'));

describe('replacing the output', () => {
  it('puts the new site in the place of the old one and leaves nothing beside it', async () => {
    writeSite(output, 'old');
    writeFileSync(join(output, 'gone.html'), 'old');
    await replaceOutput(writeSite(join(folder, 'work', 'site'), 'new'), output);
    expect(readSite()).toEqual(['new', 'new']);
    expect(existsSync(join(output, 'gone.html'))).toBe(false);
    expect(readdirSync(folder).toSorted()).toEqual(['dist', 'work']);
  });

  it('needs no old site', async () => {
    await replaceOutput(writeSite(join(folder, 'site'), 'new'), output);
    expect(readSite()).toEqual(['new', 'new']);
  });

  it('leaves the old site when there is no new one', async () => {
    writeSite(output, 'old');
    await expect(replaceOutput(join(folder, 'missing'), output)).rejects.toThrow('ENOENT');
    expect(readSite()).toEqual(['old', 'old']);
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it('gives one whole site when several builds put theirs there at once, again and again', async () => {
    const ends = await Promise.all(['a', 'b', 'c'].map((name) => replaceOften(name)));
    expect(ends).toEqual(['', '', '']);
    const [first, second] = readSite();
    expect(first).toBe(second);
    expect(readdirSync(folder)).toEqual(['dist']);
  });
});

/** A process that replaces the output 50 times; gives what it complained of. */
function replaceOften(name: string): Promise<string> {
  const program = `
    import { mkdirSync, writeFileSync } from 'node:fs';
    import { replaceOutput } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'replace-output.ts')).href)};
    for (let round = 0; round < 50; round += 1) {
      const site = ${JSON.stringify(join(folder, `site-${name}`))};
      mkdirSync(site + '/craftsmen', { recursive: true });
      for (const file of ['index.html', 'craftsmen/a.html']) writeFileSync(site + '/' + file, '${name}' + round);
      await replaceOutput(site, ${JSON.stringify(output)});
    }`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.on('error', reject).on('close', () => {
      resolve(errors);
    });
  });
}

describe('after a build was killed', () => {
  it('between its two renames, the old site is put back', async () => {
    renameSync(writeSite(output, 'old'), `${ownName(`${output}.old`, ENDED)}-1`);
    writeSite(ownName(`${output}.new`, ENDED), 'new');
    expect(await restoreOutput(output)).toBe(true);
    expect(readSite()).toEqual(['old', 'old']);
  });

  it('what it left is removed, but not what a running build needs nor what has other names', async () => {
    const left = [ownName(`${output}.old`, ENDED), ownName(`${output}.new`, ENDED)];
    const kept = [ownName(`${output}.new`), `${output}.old-2024`, join(folder, 'dist-weifang')];
    for (const place of [...left, ...kept, output]) writeSite(place, dirname(place));
    await removeAbandoned(output);
    expect(left.filter((place) => existsSync(place))).toEqual([]);
    expect([...kept, output].filter((place) => !existsSync(place))).toEqual([]);
  });

  it('and there is a site, nothing is put back', async () => {
    writeSite(output, 'new');
    writeSite(ownName(`${output}.old`, ENDED), 'old');
    expect(await restoreOutput(output)).toBe(false);
    expect(readSite()).toEqual(['new', 'new']);
  });

  it('the old site of a build that still runs stays where it is', async () => {
    writeSite(ownName(`${output}.old`), 'old');
    expect(await restoreOutput(output)).toBe(false);
    expect(existsSync(output)).toBe(false);
  });
});
