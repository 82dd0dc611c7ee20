import { stat } from 'node:fs/promises';
import path from 'node:path';
import { isLargeSite } from '../../src/lib/site-size.ts';
import { contentFolderOf, listFiles } from '../sites/built-site.ts';
import { launchBrowser } from '../browser/launch.ts';
import { writeSyntheticSite } from '../generate/write.ts';
import { projectRoot } from '../processes/node-process.ts';
import type { Bench, BenchOptions, BenchTable } from './bench.ts';
import { formatMemory, formatSeconds, formatSize, median } from './figures.ts';
import { measureProcess } from './measure-process.ts';
import { collectQueries } from './search-queries.ts';
import { describeRecall, measureRecall } from './search-recall.ts';
import { measureSession, type QueryCost, SLOWDOWN } from './search-session.ts';

const SEED = 1;
const BUDGETS = {
  firstBytes: { small: 120_000, large: 250_000 },
  firstMilliseconds: 400,
  laterMilliseconds: 30,
} as const;

interface Subject {
  name: string;
  /** Value of SITE for the build. */
  site: string;
  content: string;
  output: string;
  isLarge: boolean;
}

interface SearchCost {
  name: string;
  isLarge: boolean;
  buildSeconds: number;
  peakBytes: number | undefined;
  indexBytes: number;
  indexFiles: number;
  /** Costs of a first query by its text, each the median of the runs. */
  first: QueryCost[];
  /** The same of queries after a first one. */
  later: QueryCost[];
}

/** What a search costs its reader, on the default city and on a large invented one, and what its index costs. */
export const searchBench: Bench = {
  title: '搜索：下载、用时和索引',
  async run(options) {
    const large = path.join(options.folder, 'content');
    options.report(`写 ${String(options.profiles)} 位虚构人物`);
    await writeSyntheticSite(large, { profiles: options.profiles, seed: SEED });
    const subjects: Subject[] = [
      {
        name: '青岛',
        site: 'qingdao',
        content: contentFolderOf('qingdao'),
        output: path.join(options.folder, 'qingdao'),
        isLarge: false,
      },
      {
        name: `${String(options.profiles)} 人`,
        site: `${large}${path.sep}`,
        content: large,
        output: path.join(options.folder, 'large'),
        isLarge: isLargeSite(options.profiles),
      },
    ];
    const costs: SearchCost[] = [];
    for (const subject of subjects) costs.push(await measureSubject(subject, options));
    options.report('青岛的查询，与 Pagefind 自带的搜索比');
    const recall = await measureRecall('qingdao', path.join(options.folder, 'qingdao'));
    return {
      tables: [describeQueries(costs), describeIndexes(costs), describeRecall('青岛', recall)],
      data: { slowdown: SLOWDOWN, budgets: BUDGETS, sites: costs, recall },
    };
  },
};

async function measureSubject(
  { name, site, content, output, isLarge }: Subject,
  { runs, report }: BenchOptions,
): Promise<SearchCost> {
  report(`构建${name}`);
  const build = await measureProcess({
    command: [process.execPath, path.join(projectRoot, 'scripts', 'build.ts')],
    cwd: projectRoot,
    env: { SITE: site, OUT_DIR: output },
  });
  const files = ['pagefind', 'search'].flatMap((folder) =>
    listFiles(path.join(output, folder)).map((file) => path.join(output, folder, file)),
  );
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const queries = await collectQueries(output, content);
  const { first, later } = await measureQueries(output, queries, runs);
  report(`${name}：${String(queries.length)} 条查询，各 ${String(runs)} 次`);
  return {
    name,
    isLarge,
    buildSeconds: build.seconds,
    peakBytes: build.peakBytes,
    indexBytes: sizes.reduce((sum, size) => sum + size, 0),
    indexFiles: files.length,
    first,
    later,
  };
}

/** What is asked before the queries that are measured as later ones. */
const OPENING = '工匠';

/** Each query as the first of a session, and as a later one of another. */
async function measureQueries(
  site: string,
  queries: readonly string[],
  runs: number,
): Promise<Pick<SearchCost, 'first' | 'later'>> {
  const browser = await launchBrowser('current');
  const first: QueryCost[] = [];
  const later: QueryCost[] = [];
  try {
    for (let round = 0; round < runs; round += 1) {
      for (const query of queries) first.push(...(await measureSession(browser, site, [query])));
      later.push(...(await measureSession(browser, site, [OPENING, ...queries])).slice(1));
    }
  } finally {
    await browser.close();
  }
  return {
    first: queries.flatMap((query) => toMedian(query, first)),
    later: queries.flatMap((query) => toMedian(query, later)),
  };
}

/** Bytes are the same in every run; of times the median. */
function toMedian(query: string, costs: readonly QueryCost[]): QueryCost[] {
  const same = costs.filter((cost) => cost.query === query);
  const [one] = same;
  return one ? [{ ...one, milliseconds: median(same.map(({ milliseconds }) => milliseconds)) }] : [];
}

function describeQueries(costs: readonly SearchCost[]): BenchTable {
  return {
    title: `一次查询要下载多少、等多久（处理器放慢到${String(SLOWDOWN)}分之一，取中位数）`,
    columns: ['站点', '查询', '有结果', '头一次下载', '文件', '头一次用时', '后来下载', '后来用时'],
    rows: costs.flatMap(({ name, isLarge, first, later }) =>
      first.map((cost, at) => [
        name,
        cost.query,
        cost.hasResults ? '有' : '无',
        judge(formatSize(cost.bytes), cost.bytes > firstBudget(isLarge)),
        String(cost.files),
        judge(formatMilliseconds(cost.milliseconds), cost.milliseconds > BUDGETS.firstMilliseconds),
        formatSize(later[at]?.bytes ?? 0),
        judge(
          formatMilliseconds(later[at]?.milliseconds ?? 0),
          (later[at]?.milliseconds ?? 0) > BUDGETS.laterMilliseconds,
        ),
      ]),
    ),
    notes: [
      `头一次从打开搜索框算起，连脚本在内；后来的从发问算到显示，不含停笔后等的一小会儿。`,
      `预算：头一次小站 ${formatSize(BUDGETS.firstBytes.small)}、万人站 ${formatSize(BUDGETS.firstBytes.large)}（gzip），${formatMilliseconds(BUDGETS.firstMilliseconds)}；后来 ${formatMilliseconds(BUDGETS.laterMilliseconds)}。超出的标 ✗。`,
      '小站在头一次之后再打字时，把剩下的索引一次取回，所以后来的头一条下载最多。',
      '浏览器只能放慢页面自己的线程，所以测量时把搜索也放在那里跑；平时它在另一个线程里。',
      ...costs.map(
        ({ name, first, later }) =>
          `${name}：头一次中位数 ${formatMilliseconds(median(first.map(({ milliseconds }) => milliseconds)))}，后来中位数 ${formatMilliseconds(median(later.map(({ milliseconds }) => milliseconds)))}，头一次最多下载 ${formatSize(Math.max(...first.map(({ bytes }) => bytes)))}。`,
      ),
    ],
  };
}

function describeIndexes(costs: readonly SearchCost[]): BenchTable {
  return {
    title: '索引',
    columns: ['站点', '大小', '文件', '构建用时', '构建最大内存'],
    rows: costs.map(({ name, indexBytes, indexFiles, buildSeconds, peakBytes }) => [
      name,
      formatSize(indexBytes),
      String(indexFiles),
      formatSeconds(buildSeconds),
      formatMemory(peakBytes),
    ]),
    notes: ['大小是磁盘上的，已经压缩。一次查询只取其中几个文件。索引与网页同时做，用时是整个构建的。'],
  };
}

function firstBudget(isLarge: boolean): number {
  return isLarge ? BUDGETS.firstBytes.large : BUDGETS.firstBytes.small;
}

function judge(text: string, isOver: boolean): string {
  return `${text}${isOver ? ' ✗' : ''}`;
}

function formatMilliseconds(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} 毫秒`;
}
