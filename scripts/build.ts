/**
 * Builds the site of one content folder: check, pages, search index, and only then the output folder is replaced. Everything
 * before that happens in a folder of this build alone, so a build that fails or is killed leaves the site as it was.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildCatalogue } from '../src/catalogue/catalogue.ts';
import { toCollections } from '../src/catalogue/collections.ts';
import { loadSite } from '../src/charts/load-site.ts';
import { contentFolder, contentLabel, outputFolder, todayInChina } from '../src/integrations/settings.ts';
import { formatIssues } from '../src/issues/format.ts';
import { nodeFileSystem } from '../src/reader/file-system.ts';
import { readSite } from '../src/reader/read-site.ts';
import { SITE_LAYOUT } from '../src/schemas/kinds.ts';
import { buildViewContext } from '../src/views/context.ts';
import { compressSite } from './build/compress.ts';
import { BuildFailure, describeFailure, describeLog, shorten } from './build/failures.ts';
import { writeMovedAddresses } from './build/moved-addresses.ts';
import { refuseUnsafeOutput } from './build/output-place.ts';
import { ownName } from './build/own-name.ts';
import { buildPages } from './build/pages.ts';
import { removeAbandoned, replaceOutput, restoreOutput, tryOutput } from './build/replace-output.ts';
import { buildSearchIndex } from './build/search-index.ts';

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
  step('检查内容');
  const raw = await readSite({ fileSystem: nodeFileSystem, folder, label, layout: SITE_LAYOUT });
  const { content, issues, entryCount } = loadSite(raw, { today: todayInChina() });
  if (issues.length > 0) process.stderr.write(`${formatIssues(issues, 'text')}\n`);
  if (!content) {
    const errors = issues.filter(({ severity }) => severity === 'error').length;
    throw new BuildFailure(`${label} 有 ${String(errors)} 处错误，没有构建。`);
  }
  await tryOutput(output);
  await mkdir(BUILDS, { recursive: true });
  const work = await mkdtemp(path.join(BUILDS, `${ownName('build')}-`));
  try {
    const site = path.join(work, 'site');
    step(`生成页面（${String(entryCount)} 个内容文件）`);
    const checked = path.join(work, 'content.json');
    await writeFile(checked, JSON.stringify(toCollections(content)));
    const pages = await buildPages({
      folder,
      url: content.documents.site.url,
      content: checked,
      output: site,
      cache: path.join(work, 'cache'),
    });
    if (pages.type === 'failed') {
      const reason = describeLog(pages.log, { folder, label });
      if (reason === undefined) process.stderr.write(pages.log);
      throw new BuildFailure(reason ?? '页面没有生成，原因见上。');
    }
    step('建立搜索索引');
    const context = buildViewContext(buildCatalogue(content));
    await buildSearchIndex(site, context);
    await writeMovedAddresses(site, context);
    step('压缩');
    await compressSite(site);
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

function step(name: string): void {
  process.stdout.write(`· ${name}\n`);
}
