/**
 * `npm run lockfile`: adds what npm left out of package-lock.json, because the registry that it was written with lacked it: the
 * entries of other platforms' optional packages, and digests of packages. Run it after every `npm install` that changes the lockfile.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  addEntries,
  findEntriesWithoutDigest,
  findMissingPackages,
  type LockEntry,
  type Lockfile,
} from './lockfile/optional-packages.ts';
import { projectRoot } from './processes/node-process.ts';

const path = join(projectRoot, 'package-lock.json');

interface PublishedPackage {
  readonly version: string;
  readonly license?: string;
  readonly os?: string | string[];
  readonly cpu?: string | string[];
  readonly libc?: string | string[];
  readonly engines?: Record<string, string>;
  readonly 'dist.integrity'?: string;
}

const toList = (value: string | string[] | undefined): string[] | undefined =>
  typeof value === 'string' ? [value] : value;

/** Metadata of a package from the registry; undefined if the registry does not have it. */
function findPublished(name: string, range: string): PublishedPackage | undefined {
  const fields = ['version', 'license', 'os', 'cpu', 'libc', 'engines', 'dist.integrity'];
  const result = spawnSync('npm', ['view', `${name}@${range}`, ...fields, '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0 || result.stdout.trim() === '') return undefined;
  const answer = JSON.parse(result.stdout) as PublishedPackage | PublishedPackage[];
  return Array.isArray(answer) ? answer.at(-1) : answer;
}

/** The entry of an optional package as the registry describes it. Without a digest nobody could tell what gets installed. */
function buildEntry(name: string, range: string, isDev: boolean): LockEntry {
  const published = findPublished(name, range);
  const integrity = published?.['dist.integrity'];
  if (published === undefined || integrity === undefined) {
    throw new Error(`${name}@${range}：软件仓库里没有，或没有校验值。换一个各系统都齐全的版本，或换一个软件仓库。`);
  }
  const [os, cpu, libc] = [toList(published.os), toList(published.cpu), toList(published.libc)];
  return {
    version: published.version,
    integrity,
    ...(cpu === undefined ? {} : { cpu }),
    ...(isDev ? { dev: true } : {}),
    ...(libc === undefined ? {} : { libc }),
    ...(published.license === undefined ? {} : { license: published.license }),
    optional: true,
    ...(os === undefined ? {} : { os }),
    ...(published.engines === undefined ? {} : { engines: published.engines }),
  };
}

/** The first version of a package has its entry at the top level; another version is nested below its parent. */
function choosePath(
  { name, parent }: { name: string; parent: string },
  entry: LockEntry,
  taken: Readonly<Record<string, LockEntry>>,
): string {
  const top = `node_modules/${name}`;
  return top in taken && taken[top]?.version !== entry.version ? `${parent}/${top}` : top;
}

const lockfile = JSON.parse(readFileSync(path, 'utf8')) as Lockfile;
const added: Record<string, LockEntry> = {};
for (const missing of findMissingPackages(lockfile)) {
  const entry = buildEntry(missing.name, missing.range, lockfile.packages[missing.parent]?.dev === true);
  added[choosePath(missing, entry, { ...lockfile.packages, ...added })] = entry;
}
for (const { path: entryPath, name, entry } of findEntriesWithoutDigest(lockfile)) {
  added[entryPath] = { ...entry, ...buildEntry(name, entry.version ?? '*', entry.dev === true) };
}
for (const [entryPath, { version = '' }] of Object.entries(added)) console.log(`补上 ${entryPath}@${version}`);
if (Object.keys(added).length === 0) {
  console.log('package-lock.json 已经完整。');
} else {
  writeFileSync(path, `${JSON.stringify(addEntries(lockfile, added), null, 2)}\n`);
}
