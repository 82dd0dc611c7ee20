import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addEntries, findMissingPackages, findPlatformInName, type Lockfile } from './lockfile/optional-packages.ts';

const lockfile = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8')) as Lockfile;

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

  it('says where the packages run that this project added, lest npm install them everywhere', () => {
    const added = Object.entries(lockfile.packages).filter(([path, entry]) => path !== '' && !entry.integrity);
    expect(added.filter(([, entry]) => entry.optional !== true || entry.cpu === undefined)).toEqual([]);
  });
});

describe('findMissingPackages', () => {
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

describe('findPlatformInName', () => {
  it.each([
    ['@bruits/satteri-linux-arm64-musl', { os: ['linux'], cpu: ['arm64'], libc: ['musl'] }],
    ['@bruits/satteri-linux-x64-gnu', { os: ['linux'], cpu: ['x64'], libc: ['glibc'] }],
    ['@bruits/satteri-win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }],
    ['@bruits/satteri-wasm32-wasi', { cpu: ['wasm32'] }],
    ['@pagefind/windows-arm64', { os: ['win32'], cpu: ['arm64'] }],
    ['@pagefind/darwin-x64', { os: ['darwin'], cpu: ['x64'] }],
  ])('reads %s', (name, platform) => {
    expect(findPlatformInName(name)).toEqual(platform);
  });

  it.each(['fsevents', 'sharp', '@img/colour', 'node-linux'])('reads nothing from %s', (name) => {
    expect(findPlatformInName(name)).toBeUndefined();
  });
});
