import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuiltPage, type BuiltSite, contentFolderOf, listFiles, readBuiltSite } from '../sites/built-site.ts';
import { samplePages } from '../sites/page-types.ts';
import { projectRoot } from '../processes/node-process.ts';
import type { Bench } from './bench.ts';
import { formatSize } from './figures.ts';
import { measureProcess } from './measure-process.ts';

const SITE = 'qingdao';

/** gzip, of one page. */
const BUDGETS = { html: 30_000, css: 15_000, script: 6000, chartScript: 90_000, drawing: 8000, font: 80_000 } as const;

interface PageWeight {
  type: string;
  path: string;
  html: number;
  css: number;
  /** Loaded with the page. */
  script: number;
  /** What its scripts may load later, when a chart comes into view. */
  laterScript: number;
  /** The heaviest drawing of a chart that stands in the page. */
  drawing: number;
}

/** What one page of each type weighs on the wire, the heaviest of its type, beside the budgets of the design. */
export const pageWeightBench: Bench = {
  title: '页面重量（青岛站，gzip）',
  async run({ folder, report }) {
    const output = path.join(folder, 'site');
    report('构建青岛站');
    await measureProcess({
      command: [process.execPath, path.join(projectRoot, 'scripts', 'build.ts')],
      cwd: projectRoot,
      env: { SITE, OUT_DIR: output },
    });
    const site = readBuiltSite(SITE, output, contentFolderOf(SITE));
    const weights: PageWeight[] = [];
    for (const { type, page } of samplePages(site.pages)) weights.push(await weighPage(type, page, site));
    return {
      tables: [
        {
          title: '每类页面取最长的一页，后面是预算；超出的标 ✗',
          columns: ['页面', 'HTML ≤30', 'CSS ≤15', '脚本', '后到的脚本 ≤90', '页内图 ≤8'],
          rows: weights.map(({ type, html, css, script, laterScript, drawing }) => [
            type,
            judge(html, BUDGETS.html),
            judge(css, BUDGETS.css),
            type === '/craftsmen/:/' ? judge(script, BUDGETS.script) : formatSize(script),
            laterScript === 0 ? '' : judge(script + laterScript, BUDGETS.chartScript),
            drawing === 0 ? '' : judge(drawing, BUDGETS.drawing),
          ]),
          notes: [
            '人物页的脚本预算是 6 kB。后到的脚本含先到的，只在图表进入视野时才取。',
            ...(await weighFonts(output)),
          ],
        },
      ],
      data: { site: SITE, budgets: BUDGETS, pages: weights },
    };
  },
};

function judge(bytes: number, budget: number): string {
  return `${formatSize(bytes)}${bytes > budget ? ' ✗' : ''}`;
}

async function weighPage(type: string, page: BuiltPage, site: BuiltSite): Promise<PageWeight> {
  const linked = (selector: string, attribute: string): string[] =>
    page.document.querySelectorAll(selector).flatMap((element) => element.getAttribute(attribute) ?? []);
  const styles = linked('link[rel="stylesheet"]', 'href');
  const inline = page.document
    .querySelectorAll('script:not([src]):not([type="application/ld+json"])')
    .map((element) => element.text);
  const { now, later } = await collectScripts(linked('script[src]', 'src'), inline, site);
  const drawings = page.document.querySelectorAll('figure svg').map((element) => gzipSync(element.outerHTML).length);
  return {
    type,
    path: page.path,
    html: gzipSync(page.html).length,
    css: await sumSizes(styles, site),
    script: (await sumSizes(now, site)) + inline.reduce((sum, text) => sum + gzipSync(text).length, 0),
    laterScript: await sumSizes(later, site),
    drawing: Math.max(0, ...drawings),
  };
}

/** The file of an address inside the site; undefined for other addresses. */
function fileOf(address: string, { base, folder }: BuiltSite): string | undefined {
  const file = path.join(folder, address.replace(/[?#].*$/, '').slice(base.length));
  return address.startsWith(base) && existsSync(file) ? file : undefined;
}

async function sumSizes(addresses: Iterable<string>, site: BuiltSite): Promise<number> {
  let sum = 0;
  for (const address of new Set(addresses)) {
    const file = fileOf(address, site);
    if (file !== undefined) sum += gzipSync(await readFile(file)).length;
  }
  return sum;
}

/** Modules that a page's scripts need at once, and those that they may ask for later. */
async function collectScripts(
  entries: readonly string[],
  inline: readonly string[],
  site: BuiltSite,
): Promise<{ now: Set<string>; later: Set<string> }> {
  const now = new Set<string>();
  const later = new Set<string>();
  const add = async (address: string, set: Set<string>): Promise<void> => {
    const file = fileOf(address, site);
    if (file === undefined || now.has(address) || set.has(address)) return;
    set.add(address);
    await read(await readFile(file, 'utf8'), address, set);
  };
  const read = async (code: string, address: string, set: Set<string>): Promise<void> => {
    const resolve = (specifier: string): string => new URL(specifier, new URL(address, site.origin)).pathname;
    for (const [, specifier = ''] of code.matchAll(/\b(?:import|from)\s*["']([^"']+\.js)["']/g))
      await add(resolve(specifier), set);
    for (const [, specifier = ''] of code.matchAll(/\bimport\(\s*["'`]([^"'`]+\.js)["'`]/g))
      await add(resolve(specifier), later);
  };
  for (const entry of entries) await add(entry, now);
  for (const code of inline) await read(code, site.base, now);
  for (const address of now) later.delete(address);
  return { now, later };
}

/** Fonts are compressed already. */
async function weighFonts(folder: string): Promise<string[]> {
  const fonts = listFiles(folder).filter((file) => file.endsWith('.woff2'));
  const sizes = await Promise.all(fonts.map(async (file) => (await stat(path.join(folder, file))).size));
  return fonts.map(
    (file, at) => `标题字体 ${file}：${judge(sizes[at] ?? 0, BUDGETS.font)}，预算 ${formatSize(BUDGETS.font)}。`,
  );
}
