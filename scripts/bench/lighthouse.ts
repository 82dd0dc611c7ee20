import path from 'node:path';
import lighthouse from 'lighthouse';
import { readBuiltSite, contentFolderOf } from '../sites/built-site.ts';
import { samplePages } from '../sites/page-types.ts';
import { readBasePath, serveFolder } from '../serving/serve-folder.ts';
import { launchBrowser } from '../browser/launch.ts';
import { projectRoot } from '../processes/node-process.ts';
import type { Bench } from './bench.ts';
import { median } from './figures.ts';
import { findFreePort } from '../serving/free-port.ts';
import { measureProcess } from './measure-process.ts';

const SITE = 'qingdao';
/** One page of each of these types, the longest. */
const PAGE_TYPES = ['/', '/craftsmen/', '/craftsmen/:/', '/data/:/', '/reports/:/:/', '/search/'] as const;
/** Lighthouse's categories with the least score that the design asks for, of 100. */
const LEAST = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
type Category = keyof typeof LEAST;
const CATEGORIES = Object.keys(LEAST) as Category[];
const HEADINGS: Readonly<Record<Category, string>> = {
  performance: '性能 ≥99',
  accessibility: '无障碍 100',
  'best-practices': '规范 100',
  seo: '检索 100',
};

interface PageScores {
  path: string;
  /** Of 100, the median of the runs. */
  scores: Record<Category, number>;
  /** Audits that cost points in any run. */
  faults: string[];
}

/** Lighthouse's scores of the main kinds of pages, as on a middling phone over slow 4G. */
export const lighthouseBench: Bench = {
  title: 'Lighthouse（青岛站，手机）',
  async run({ folder, report, runs }) {
    const output = path.join(folder, 'site');
    report('构建青岛站');
    await measureProcess({
      command: [process.execPath, path.join(projectRoot, 'scripts', 'build.ts')],
      cwd: projectRoot,
      env: { SITE, OUT_DIR: output },
    });
    const site = readBuiltSite(SITE, output, contentFolderOf(SITE));
    const wanted = samplePages(site.pages).filter(({ type }) => (PAGE_TYPES as readonly string[]).includes(type));
    const pages: PageScores[] = [];
    const port = await findFreePort();
    const server = await serveFolder(output, { basePath: readBasePath(output), sendsCopies: true });
    const browser = await launchBrowser('current', [`--remote-debugging-port=${String(port)}`]);
    try {
      for (const { page } of wanted) {
        report(page.path);
        pages.push(await scorePage(page.path, `${server.url}${page.path.slice(1)}`, { port, runs }));
      }
    } finally {
      await browser.close();
      await server.close();
    }
    return {
      tables: [
        {
          title: `${String(runs)} 次的中位数，满分 100；没有达到的标 ✗`,
          columns: ['页面', ...CATEGORIES.map((category) => HEADINGS[category])],
          rows: pages.map(({ path: address, scores }) => [
            address,
            ...CATEGORIES.map((category) => judge(scores[category], LEAST[category])),
          ]),
          notes: pages.flatMap(({ path: address, faults }) =>
            faults.length > 0 ? [`${address} 失分：${faults.join('、')}`] : [],
          ),
        },
      ],
      data: { site: SITE, least: LEAST, pages },
    };
  },
};

async function scorePage(
  address: string,
  url: string,
  { port, runs }: { port: number; runs: number },
): Promise<PageScores> {
  const scores: Record<Category, number[]> = { performance: [], accessibility: [], 'best-practices': [], seo: [] };
  const faults = new Set<string>();
  for (let run = 0; run < runs; run += 1) {
    const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES });
    if (!result) throw new Error(`Lighthouse gave no result for ${url}`);
    const { categories, audits } = result.lhr;
    for (const category of CATEGORIES) {
      scores[category].push((categories[category]?.score ?? 0) * 100);
      for (const { id, weight } of categories[category]?.auditRefs ?? []) {
        const score = audits[id]?.score;
        if (weight > 0 && typeof score === 'number' && score < 0.9) faults.add(id);
      }
    }
  }
  const medians = CATEGORIES.map((category) => [category, Math.round(median(scores[category]))] as const);
  return { path: address, scores: Object.fromEntries(medians) as Record<Category, number>, faults: [...faults] };
}

function judge(score: number, least: number): string {
  return `${String(score)}${score < least ? ' ✗' : ''}`;
}
