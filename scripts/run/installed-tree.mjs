/** Whether the installed packages match the lockfile. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, MODULES, PINNED_NODE, ROOT } from './project.mjs';

const LOCKFILE = join(ROOT, 'package-lock.json');
/** npm writes this file as the last step of an install, so after an interrupted `npm ci` it is missing. */
const INSTALLED_LOCKFILE = join(MODULES, '.package-lock.json');
const STAMP = join(MODULES, '.jiangce-installed');

function readText(/** @type {string} */ path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Valid for one lockfile, one installed tree and one platform; an npm command that changes the tree invalidates it. */
function stampOf(/** @type {string} */ lockText, /** @type {string} */ installedText) {
  return createHash('sha256')
    .update([process.platform, process.arch, lockText, installedText].join('\0'))
    .digest('hex');
}

/** True if an os, cpu or libc list of a lockfile entry, such as ["linux", "!win32"], admits `value`. */
function admits(/** @type {string[] | undefined} */ list, /** @type {string} */ value) {
  if (!list || list.includes('any')) return true;
  if (list.includes(`!${value}`)) return false;
  return list.includes(value) || list.every((item) => item.startsWith('!'));
}

function currentLibc() {
  if (process.platform !== 'linux') return 'none';
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

/**
 * Whether the tree that npm recorded as installed matches the lockfile: every package in the right version, those for developers
 * only if they are needed, and optional packages only if they fit this platform.
 *
 * @param {string} lockText
 * @param {string} installedText
 * @param {boolean} needsAll
 */
function matchesLockfile(lockText, installedText, needsAll) {
  let wanted, installed;
  try {
    wanted = JSON.parse(lockText).packages;
    installed = JSON.parse(installedText).packages;
  } catch {
    return false;
  }
  const libc = currentLibc();
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    if (found) {
      if (found.version !== entry.version) return false;
      continue;
    }
    if (entry.dev && !needsAll) continue;
    if (!entry.optional && !entry.devOptional) return false;
    const saysPlatform = entry.os ?? entry.cpu ?? entry.libc;
    const fits = admits(entry.os, process.platform) && admits(entry.cpu, process.arch) && admits(entry.libc, libc);
    if (saysPlatform && fits) return false;
  }
  return true;
}

/** A stamp says for whom the tree is complete. */
const WHOLE = '+all';

/** Whether nothing has to be installed. The comparison is slow, so its success is remembered in a stamp. */
export function isInstalled(/** @type {boolean} */ needsAll) {
  const lockText = readText(LOCKFILE);
  const installedText = readText(INSTALLED_LOCKFILE);
  if (lockText === undefined) fail('找不到 package-lock.json：请在完整的项目文件夹里运行。');
  if (installedText === undefined) return false;
  const stamp = stampOf(lockText, installedText);
  const known = readText(STAMP);
  if (known === stamp + WHOLE || (known === stamp && !needsAll)) return true;
  if (!existsSync(PINNED_NODE) || !matchesLockfile(lockText, installedText, needsAll)) return false;
  writeFileSync(STAMP, needsAll ? stamp + WHOLE : stamp);
  return true;
}

/** Whether packages for developers are there already. */
export function hasDeveloperPackages() {
  return /"dev":\s*true/.test(readText(INSTALLED_LOCKFILE) ?? '');
}

/** Writes the stamp after a fresh install. */
export function stampInstalled(/** @type {boolean} */ isWhole) {
  const installedText = readText(INSTALLED_LOCKFILE);
  if (installedText === undefined) return;
  const stamp = stampOf(readText(LOCKFILE) ?? '', installedText);
  writeFileSync(STAMP, isWhole ? stamp + WHOLE : stamp);
}
