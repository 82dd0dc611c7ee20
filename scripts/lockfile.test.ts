import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  addEntries,
  findEntriesWithoutDigest,
  findMissingPackages,
  type Lockfile,
} from './lockfile/optional-packages.ts';

const lockfile = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8')) as Lockfile;

/** Packages with a program for each system: the parser, pictures, scripts of the pages, style sheets, bundles of the templates. */
const NATIVE = ['satteri', 'sharp', 'esbuild', 'lightningcss', 'rolldown'];

interface System {
  os: string;
  cpu: string;
  libc?: string;
}

/** A package says no libc where it runs with any. */
function hasBuildFor(parent: string, { os, cpu, libc }: System): boolean {
  const names = Object.keys(lockfile.packages[`node_modules/${parent}`]?.optionalDependencies ?? {});
  return names
    .flatMap((name) => lockfile.packages[`node_modules/${name}`] ?? [])
    .some(
      (entry) =>
        entry.os?.includes(os) &&
        entry.cpu?.includes(cpu) &&
        (libc === undefined || entry.libc === undefined || entry.libc.includes(libc)),
    );
}

describe('package-lock.json', () => {
  it('has an entry for every optional package, so that npm ci passes on every platform (else: npm run lockfile)', () => {
    const names = findMissingPackages(lockfile).map(({ name, parent }) => `${name} (of ${parent})`);
    expect(names).toEqual([]);
  });

  it('names no download address and no registry', () => {
    const addresses = Object.entries(lockfile.packages).flatMap(([path, entry]) => {
      const text = JSON.stringify({ ...entry, funding: undefined, deprecated: undefined });
      return 'resolved' in entry || /:\/\/|git[+@]/.test(text) ? [`${path}: ${text}`] : [];
    });
    expect(addresses).toEqual([]);
  });

  it('has the digest of every package, so that nothing is installed unchecked (else: npm run lockfile)', () => {
    expect(findEntriesWithoutDigest(lockfile).map(({ path }) => path)).toEqual([]);
    const others = Object.entries(lockfile.packages).filter(
      ([path, entry]) => path && !(entry.integrity ?? '').startsWith('sha512-'),
    );
    expect(others).toEqual([]);
  });

  it.each([
    { os: 'win32', cpu: 'x64' },
    { os: 'darwin', cpu: 'x64' },
    { os: 'darwin', cpu: 'arm64' },
    { os: 'linux', cpu: 'x64', libc: 'glibc' },
    { os: 'linux', cpu: 'x64', libc: 'musl' },
    { os: 'linux', cpu: 'arm64', libc: 'glibc' },
    { os: 'linux', cpu: 'arm64', libc: 'musl' },
  ])('has every native package that a site is built with for $os $cpu $libc', (system) => {
    expect(NATIVE.filter((parent) => !hasBuildFor(parent, system))).toEqual([]);
  });
});

describe('what a lockfile lacks', () => {
  const packages: Lockfile['packages'] = {
    '': {},
    'node_modules/a': { version: '1.0.0', optionalDependencies: { 'a-linux-x64': '1.0.0', 'a-darwin-arm64': '1.0.0' } },
    'node_modules/a-linux-x64': { version: '1.0.0', optional: true },
    'node_modules/b/node_modules/@c/d': { version: '2.0.0', optionalDependencies: { e: '2.0.0', f: '2.0.0' } },
    'node_modules/b/node_modules/e': { version: '2.0.0', optional: true },
  };

  it('finds what no folder above the parent holds', () => {
    expect(findMissingPackages({ lockfileVersion: 3, packages })).toEqual([
      { name: 'a-darwin-arm64', range: '1.0.0', parent: 'node_modules/a' },
      { name: 'f', range: '2.0.0', parent: 'node_modules/b/node_modules/@c/d' },
    ]);
  });

  it('finds entries without a digest by their own name', () => {
    const found = findEntriesWithoutDigest({
      lockfileVersion: 3,
      packages: {
        '': {},
        'node_modules/a': { integrity: 'sha512-x' },
        'node_modules/b/node_modules/@c/d': { version: '2.0.0' },
      },
    });
    expect(found).toEqual([{ path: 'node_modules/b/node_modules/@c/d', name: '@c/d', entry: { version: '2.0.0' } }]);
  });

  it('is content once the entries are added, in order', () => {
    const entry = { version: '1.0.0', optional: true };
    const complete = addEntries(
      { lockfileVersion: 3, packages },
      { 'node_modules/a-darwin-arm64': entry, 'node_modules/f': entry },
    );
    expect(findMissingPackages(complete)).toEqual([]);
    expect(Object.keys(complete.packages).slice(0, 3)).toEqual(['', 'node_modules/a', 'node_modules/a-darwin-arm64']);
  });
});
