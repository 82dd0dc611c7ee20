/**
 * `npm run lockfile`: adds the entries of other platforms' optional packages that npm left out of package-lock.json,
 * because the registry in use lacked them. Run it after every `npm install` that changes the lockfile.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  addEntries,
  findMissingPackages,
  findPlatformInName,
  type LockEntry,
  type Lockfile,
  type MissingPackage,
} from './lockfile/optional-packages.ts';
import { projectRoot } from './processes/node-process.ts';

const path = join(projectRoot, 'package-lock.json');
const EXACT_VERSION = /^\d+\.\d+\.\d+(?:[-+].+)?$/;

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
function findPublished({ name, range }: MissingPackage): PublishedPackage | undefined {
  const fields = ['version', 'license', 'os', 'cpu', 'libc', 'engines', 'dist.integrity'];
  const result = spawnSync('npm', ['view', `${name}@${range}`, ...fields, '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0 || result.stdout.trim() === '') return undefined;
  const answer = JSON.parse(result.stdout) as PublishedPackage | PublishedPackage[];
  return Array.isArray(answer) ? answer.at(-1) : answer;
}

function buildEntry(missing: MissingPackage, isDev: boolean): LockEntry {
  const published = findPublished(missing);
  const derived = findPlatformInName(missing.name);
  if (published === undefined && (derived === undefined || !EXACT_VERSION.test(missing.range))) {
    throw new Error(`${missing.name}@${missing.range}：软件仓库里没有，也不能从名称推断它适用的系统`);
  }
  const os = toList(published?.os) ?? derived?.os;
  const cpu = toList(published?.cpu) ?? derived?.cpu;
  const libc = toList(published?.libc) ?? derived?.libc;
  const integrity = published?.['dist.integrity'];
  return {
    version: published?.version ?? missing.range,
    ...(integrity === undefined ? {} : { integrity }),
    ...(cpu === undefined ? {} : { cpu }),
    ...(isDev ? { dev: true } : {}),
    ...(libc === undefined ? {} : { libc }),
    ...(published?.license === undefined ? {} : { license: published.license }),
    optional: true,
    ...(os === undefined ? {} : { os }),
    ...(published?.engines === undefined ? {} : { engines: published.engines }),
  };
}

/** The first version of a package has its entry at the top level; another version is nested below its parent. */
function choosePath(missing: MissingPackage, entry: LockEntry, taken: Readonly<Record<string, LockEntry>>): string {
  const top = `node_modules/${missing.name}`;
  return top in taken && taken[top]?.version !== entry.version ? `${missing.parent}/${top}` : top;
}

const lockfile = JSON.parse(readFileSync(path, 'utf8')) as Lockfile;
const added: Record<string, LockEntry> = {};
for (const missing of findMissingPackages(lockfile)) {
  const entry = buildEntry(missing, lockfile.packages[missing.parent]?.dev === true);
  const entryPath = choosePath(missing, entry, { ...lockfile.packages, ...added });
  added[entryPath] = entry;
  console.log(
    `补上 ${entryPath}@${entry.version ?? ''}${entry.integrity === undefined ? '（仓库里没有，按名称推断）' : ''}`,
  );
}
if (Object.keys(added).length === 0) {
  console.log('package-lock.json 已经完整。');
} else {
  writeFileSync(path, `${JSON.stringify(addEntries(lockfile, added), null, 2)}\n`);
}
