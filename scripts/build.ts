/**
 * Builds the site of one content folder: check, pages, search index, and only then the output folder is replaced. Everything
 * before that happens in a folder of this build alone, so a build that fails or is killed leaves the site as it was.
 */
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { contentFolder, contentLabel, outputFolder, todayInChina } from '../src/integrations/settings.ts';
import { formatIssues } from '../src/issues/format.ts';
import type { CheckAnswer, CheckRequest } from './build/check-content.ts';
import type { IndexRequest } from './build/index-content.ts';
import { buildPages } from './build/pages.ts';
import type { SearchIndexSize } from './build/search-index.ts';
import { runThread } from './build/thread.ts';

/** Something the person at the keyboard can act on; anything else is a defect and keeps its stack. */
class BuildFailure extends Error {}

/** Inside the project: Astro puts its intermediate files beside the output only there, and two builds must not share them. */
const BUILDS = path.resolve('node_modules', '.cache', 'jiangce', 'builds');

const started = performance.now();
const folder = contentFolder();
const output = outputFolder();

try {
  await build();
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n原来的网站没有改动。\n`);
  process.exitCode = 1;
}

async function build(): Promise<void> {
  await restoreInterrupted();
  await mkdir(BUILDS, { recursive: true });
  const work = await mkdtemp(path.join(BUILDS, 'build-'));
  try {
    const checked = path.join(work, 'content.json');
    step('检查内容');
    const entryCount = await checkContent(checked);
    await mkdir(path.dirname(output), { recursive: true });
    const site = path.join(work, 'site');
    step(`生成页面（${String(entryCount)} 个内容文件）`);
    const pageCount = await buildPages({ folder, content: checked, output: site, cache: path.join(work, 'cache') });
    if (pageCount === undefined) throw new BuildFailure('页面没有生成，原因见上。');
    step('建立搜索索引');
    await runThread<SearchIndexSize>(new URL('build/index-content.ts', import.meta.url), {
      site,
      checked,
    } satisfies IndexRequest);
    step('换上新网站');
    await replaceOutput(site);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(
      `完成：${String(pageCount)} 页，用时 ${seconds} 秒。网站在 ${relative(output)}，运行 npm run preview 查看。\n`,
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Checks the content folder into a file and gives the number of its entries. */
async function checkContent(checked: string): Promise<number> {
  const label = contentLabel(folder);
  const { issues, entryCount, isSound } = await runThread<CheckAnswer>(
    new URL('build/check-content.ts', import.meta.url),
    { folder, label, today: todayInChina(), checked } satisfies CheckRequest,
  );
  if (issues.length > 0) process.stderr.write(`${formatIssues(issues, 'text')}\n`);
  if (isSound) return entryCount;
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  throw new BuildFailure(`${label} 有 ${String(errors)} 处错误，没有构建。`);
}

function describeFailure(error: unknown): string {
  if (error instanceof BuildFailure) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') return '磁盘满了，网站写不下。请腾出空间再试。';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `没有写入权限：${relative(output)}。请检查文件夹权限，或用 OUT_DIR 换个地方。`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Two renames cannot be one step: a build killed between them left the old site under its other name. */
async function restoreInterrupted(): Promise<void> {
  const parent = path.dirname(output);
  const names = await readdir(parent).catch((): string[] => []);
  if (names.includes(path.basename(output))) return;
  const old = names.find((name) => name.startsWith(`${path.basename(output)}.old-`));
  if (old !== undefined) await rename(path.join(parent, old), output);
}

/** The new site is first brought beside the old one, on its disk, so that what remains is two renames. */
async function replaceOutput(site: string): Promise<void> {
  const fresh = `${output}.new-${String(process.pid)}`;
  const old = `${output}.old-${String(process.pid)}`;
  try {
    await moveFolder(site, fresh);
    const hadOld = await renameIfPresent(output, old);
    try {
      await rename(fresh, output);
    } catch (error) {
      if (hadOld) await rename(old, output);
      throw error;
    }
    await rm(old, { recursive: true, force: true });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    await cp(from, to, { recursive: true });
  }
}

async function renameIfPresent(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

function step(name: string): void {
  process.stdout.write(`· ${name}\n`);
}

function relative(target: string): string {
  const name = path.relative(process.cwd(), target);
  return name.startsWith('..') ? target : `${name || '.'}/`;
}
