/**
 * Builds the site of one content folder: check, pages, search index, and only then the output folder is replaced. Everything
 * before that happens in a folder of this build alone, so a build that fails or is killed leaves the site as it was.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { contentFolder, contentLabel, outputFolder, todayInChina } from '../src/integrations/settings.ts';
import { formatIssues } from '../src/issues/format.ts';
import type { CheckAnswer, CheckRequest } from './build/check-content.ts';
import { SiteCompressor } from './build/compress.ts';
import { BuildFailure, describeFailure, describeLog, shorten } from './build/failures.ts';
import type { IndexRequest } from './build/index-content.ts';
import { refuseUnsafeOutput } from './build/output-place.ts';
import { ownName } from './build/own-name.ts';
import { buildPages } from './build/pages.ts';
import { removeAbandoned, replaceOutput, restoreOutput, tryOutput } from './build/replace-output.ts';
import type { SearchIndexSize } from './build/search-index.ts';
import { runStep } from './build/step.ts';

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
    const checked = path.join(work, 'content.json');
    const site = path.join(work, 'site');
    step('检查内容');
    const { entryCount, url } = await checkContent(checked);
    step(`生成页面（${String(entryCount)} 个内容文件）`);
    const compressor = new SiteCompressor(site);
    const pages = await buildPages({
      folder,
      url,
      content: checked,
      output: site,
      cache: path.join(work, 'cache'),
      onPage: (file) => compressor.announce(file),
    });
    if (pages.type === 'failed') {
      const reason = describeLog(pages.log, { folder, label });
      if (reason === undefined) process.stderr.write(pages.log);
      throw new BuildFailure(reason ?? '页面没有生成，原因见上。');
    }
    step('建立搜索索引');
    const index = new URL('build/index-content.ts', import.meta.url);
    await runStep<SearchIndexSize>(index, { site, checked } satisfies IndexRequest);
    step('压缩');
    await compressor.finish();
    step('换上新网站');
    await replaceOutput(site, output);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const place = shorten(output);
    process.stdout.write(
      `完成：${String(pages.count)} 页，用时 ${seconds} 秒。网站在 ${place}${path.isAbsolute(place) ? '' : '/'}，运行 npm run preview 查看。\n`,
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Checks the content folder into a file and gives the number of its entries and the site's address. */
async function checkContent(checked: string): Promise<{ entryCount: number; url: string }> {
  const check = new URL('build/check-content.ts', import.meta.url);
  const { issues, entryCount, url } = await runStep<CheckAnswer>(check, {
    folder,
    label,
    today: todayInChina(),
    checked,
  } satisfies CheckRequest);
  if (issues.length > 0) process.stderr.write(`${formatIssues(issues, 'text')}\n`);
  if (url !== undefined) return { entryCount, url };
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  throw new BuildFailure(`${label} 有 ${String(errors)} 处错误，没有构建。`);
}

function step(name: string): void {
  process.stdout.write(`· ${name}\n`);
}
