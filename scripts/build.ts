/**
 * Builds the site of one content folder: check, pages, search index, and only then the output folder is replaced. Everything
 * before that happens in a folder of this build alone, so a build that fails or is killed leaves the site as it was.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { contentFolder, contentLabel, outputFolder, todayInChina } from '../src/integrations/settings.ts';
import { formatIssues } from '../src/issues/format.ts';
import { SiteCompressor } from './build/compress.ts';
import { BuildFailure, describeFailure, describeLog, shorten } from './build/failures.ts';
import type { IndexRequest } from './build/index-records.ts';
import { type MovedFiles, writeMovedAddresses } from './build/moved-addresses.ts';
import { moveInto } from './build/move-into.ts';
import { refuseUnsafeOutput } from './build/output-place.ts';
import { ownName } from './build/own-name.ts';
import { type PagesRun, startPages } from './build/pages.ts';
import type { CheckAnswer, CheckRequest, RecordsRequest } from './build/prepare-content.ts';
import { removeAbandoned, replaceOutput, restoreOutput, tryOutput } from './build/replace-output.ts';
import { readSiteUrl } from './build/site-url.ts';
import { runStep, StepProcess } from './processes/step.ts';

/** Inside the project: Astro puts its intermediate files beside the output only there, and two builds must not share them. */
const BUILDS = path.resolve('node_modules', '.cache', 'jiangce', 'builds');

const started = performance.now();
const folder = contentFolder();
const label = contentLabel(folder);
const output = outputFolder();

try {
  await build();
} catch (error) {
  process.stderr.write(`${describeFailure(error, { folder, label })}\n原来的网站没有改动。\n`);
  process.exitCode = 1;
}

async function build(): Promise<void> {
  await refuseUnsafeOutput(output, { project: process.cwd(), content: folder });
  if (await restoreOutput(output)) step('上次构建中断，已把原来的网站放回原处');
  await removeAbandoned(output, BUILDS);
  await tryOutput(output);
  await mkdir(BUILDS, { recursive: true });
  const work = await mkdtemp(path.join(BUILDS, `${ownName('build')}-`));
  try {
    const site = path.join(work, 'site');
    const pageCount = await makeSite(site, work);
    step('换上新网站');
    await replaceOutput(site, output);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const place = shorten(output);
    process.stdout.write(
      `完成：${String(pageCount)} 页，用时 ${seconds} 秒。网站在 ${place}${path.isAbsolute(place) ? '' : '/'}，运行 npm run preview 查看。\n`,
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Makes the whole site in a folder and gives the number of its pages. What can be done at the same time is: Astro puts itself
 * together while the content is checked; the search index is made, and pages are compressed, while others are made.
 */
async function makeSite(site: string, work: string): Promise<number> {
  const checked = path.join(work, 'content');
  const cache = path.join(work, 'cache');
  const start = (url: string): PagesRun => startPages({ folder, url, content: checked, output: site, cache });
  const early = await readSiteUrl(folder);
  let pages = early === undefined ? undefined : start(early);
  let compressor: SiteCompressor | undefined;
  const failure = new AbortController();
  const { signal } = failure;
  let search: Promise<SearchFiles> | undefined;
  const content: ContentStep = new StepProcess(new URL('build/prepare-content.ts', import.meta.url), { signal });
  try {
    step('检查内容');
    const { entryCount, url } = await checkContent(content, { checked, scratch: work });
    if (!pages || url !== early) {
      await pages?.stop();
      pages = start(url);
    }
    step(`生成页面和搜索索引（${String(entryCount)} 个内容文件）`);
    compressor = new SiteCompressor(site, entryCount);
    search = makeSearchable(content, work, signal);
    const [count, { folder: index, moved }] = await Promise.all([finishPages(pages, compressor), search]);
    await moveInto(site, index);
    await writeMovedAddresses(site, moved);
    step('压缩');
    await compressor.finish();
    return count;
  } finally {
    failure.abort();
    await Promise.allSettled([pages?.stop(), compressor?.stop(), content.stop(), search]);
  }
}

async function finishPages(pages: PagesRun, compressor: SiteCompressor): Promise<number> {
  const result = await pages.begin((file) => compressor.announce(file));
  if (result.type === 'made') return result.count;
  const reason = describeLog(result.log, { folder, label });
  if (reason === undefined) process.stderr.write(result.log);
  throw new BuildFailure(reason ?? '页面没有生成，原因见上。');
}

/** What is made beside the pages and goes among them when they are there. */
interface SearchFiles {
  /** The search index lies in a folder of its own: Astro empties that of the site before it begins. */
  folder: string;
  moved: MovedFiles;
}

/** Each request has its own answer. The content stays with the step that checked it: of a large site, reading it anew takes seconds. */
type ContentStep = StepProcess<CheckRequest | RecordsRequest, CheckAnswer | MovedFiles>;

async function makeSearchable(content: ContentStep, work: string, signal: AbortSignal): Promise<SearchFiles> {
  const records = path.join(work, 'records');
  const moved = (await content.ask({ records })) as MovedFiles;
  await content.stop();
  const index = path.join(work, 'search');
  const makeIndex = new URL('build/index-records.ts', import.meta.url);
  const request: IndexRequest = { folder: index, records };
  await runStep(makeIndex, request, { isPatient: true, signal });
  return { folder: index, moved };
}

/** Checks the content folder into a file and gives the number of its entries and the site's address. */
async function checkContent(
  content: ContentStep,
  places: Pick<CheckRequest, 'checked' | 'scratch'>,
): Promise<{ entryCount: number; url: string }> {
  const answer = await content.ask({ folder, label, today: todayInChina(), ...places });
  const { issues, entryCount, url } = answer as CheckAnswer;
  if (issues.length > 0) process.stderr.write(`${formatIssues(issues, 'text')}\n`);
  if (url !== undefined) return { entryCount, url };
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  throw new BuildFailure(`${label} 有 ${String(errors)} 处错误，没有构建。`);
}

function step(name: string): void {
  process.stdout.write(`· ${name}\n`);
}
