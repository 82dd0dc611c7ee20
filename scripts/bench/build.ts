import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { listFiles } from '../../src/tests/built/built-site.ts';
import { writeSyntheticSite } from '../generate/write.ts';
import { findPackageProgram, projectRoot } from '../processes/node-process.ts';
import type { Bench, BenchOptions, BenchResult, BenchTable } from './bench.ts';
import { buildEleventyProject } from './eleventy.ts';
import { formatMemory, formatSeconds, formatSize, median } from './figures.ts';
import { buildHugoProject } from './hugo.ts';
import { measureProcess, type ProcessRun } from './measure-process.ts';
import { readPeerContent } from './peer-content.ts';
import { writeProject } from './project-files.ts';

/** What the project set itself. */
const MOST_TIMES_ELEVENTY = 2.2;
const MOST_MEMORY_BYTES = 1.5e9;
const MOST_PAGE_BYTES = 30_000;
const SEED = 1;

/** The steps that our build names as it goes, in order. */
const PHASES = { check: '检查内容', pages: '生成页面', index: '建立搜索索引', replace: '换上新网站' } as const;
type Phase = keyof typeof PHASES;

interface Generator {
  name: string;
  /** Starts it once; every run writes to a folder of its own. */
  run: (output: string) => Promise<ProcessRun>;
}

interface Measurement {
  seconds: number;
  peakBytes: number | undefined;
  phases: Partial<Record<Phase, number>>;
}

/** The whole build of a large invented city beside Eleventy and Hugo on the same profiles, in turns: A B A B. */
export const buildBench: Bench = {
  title: '大站构建：用时与内存',
  async run(options) {
    const content = path.join(options.folder, 'content');
    options.report(`写 ${String(options.profiles)} 位虚构人物`);
    await writeSyntheticSite(content, { profiles: options.profiles, seed: SEED });
    const generators = await prepareGenerators(content, options);
    const checks = await measureCheck(content, options);
    const measured = new Map<string, Measurement[]>(generators.map(({ name }) => [name, []]));
    for (let round = 1; round <= options.runs; round += 1) {
      for (const { name, run } of generators) {
        const process = await run(path.join(options.folder, `${name}-${String(round)}`));
        const measurement = { seconds: process.seconds, peakBytes: process.peakBytes, phases: readPhases(process) };
        measured.get(name)?.push(measurement);
        options.report(
          `第 ${String(round)} 轮 ${name}：${formatSeconds(process.seconds)}，${formatMemory(process.peakBytes)}`,
        );
      }
    }
    const pageCounts = new Map(
      generators.map(({ name }) => [name, countPages(path.join(options.folder, `${name}-1`))]),
    );
    const directories = await weighDirectories(path.join(options.folder, `${OURS}-1`));
    return describe({ options, measured, checks, pageCounts, directories });
  },
};

const OURS = '匠册';
const ELEVENTY = 'Eleventy 3.1.2';

async function prepareGenerators(content: string, { folder }: BenchOptions): Promise<Generator[]> {
  const peers = await readPeerContent(content);
  const ours: Generator = {
    name: OURS,
    run: (output) =>
      measureProcess({
        command: [process.execPath, path.join(projectRoot, 'scripts', 'build.ts')],
        cwd: projectRoot,
        env: { SITE: `${content}${path.sep}`, OUT_DIR: output },
      }),
  };
  const eleventyFolder = path.join(folder, 'eleventy');
  await writeProject(eleventyFolder, buildEleventyProject(peers));
  const eleventy: Generator = {
    name: ELEVENTY,
    run: (output) =>
      measureProcess({
        command: [process.execPath, findPackageProgram('@11ty/eleventy', 'eleventy'), '--quiet', `--output=${output}`],
        cwd: eleventyFolder,
      }),
  };
  const version = findHugo();
  if (version === undefined) return [ours, eleventy];
  const hugoFolder = path.join(folder, 'hugo');
  await writeProject(hugoFolder, buildHugoProject(peers));
  const hugo: Generator = {
    name: `Hugo ${version}`,
    run: (output) => measureProcess({ command: ['hugo', '--quiet', '--destination', output], cwd: hugoFolder }),
  };
  return [ours, eleventy, hugo];
}

/** Version of the installed Hugo; undefined where there is none. */
function findHugo(): string | undefined {
  const { error, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return error ? undefined : /v(\d[\d.]*)/.exec(stdout)?.[1];
}

async function measureCheck(content: string, { runs, report }: BenchOptions): Promise<ProcessRun[]> {
  const checks: ProcessRun[] = [];
  for (let round = 1; round <= runs; round += 1) {
    const command = [process.execPath, path.join(projectRoot, 'scripts', 'check.ts'), content];
    const check = await measureProcess({ command, cwd: projectRoot });
    report(`第 ${String(round)} 轮 npm run check：${formatSeconds(check.seconds)}，${formatMemory(check.peakBytes)}`);
    checks.push(check);
  }
  return checks;
}

/** How long each step took, from when its name was printed to the next one's. */
function readPhases({ lines, seconds }: ProcessRun): Measurement['phases'] {
  const starts = (Object.keys(PHASES) as Phase[]).flatMap((phase) => {
    const line = lines.find(({ text }) => text.startsWith(`· ${PHASES[phase]}`));
    return line ? [{ phase, at: line.atSeconds }] : [];
  });
  return Object.fromEntries(starts.map(({ phase, at }, index) => [phase, (starts[index + 1]?.at ?? seconds) - at]));
}

function countPages(folder: string): number {
  return listFiles(folder).filter((file) => file.endsWith('.html')).length;
}

interface DirectoryWeight {
  pages: number;
  heaviest: string;
  heaviestBytes: number;
  mostLinks: number;
}

/** Directory pages of people, all facets included: their number, and the heaviest and fullest of them. */
async function weighDirectories(site: string): Promise<DirectoryWeight> {
  const files = listFiles(path.join(site, 'craftsmen')).filter((file) => /^(?:index\.html|page\/|by\/)/.test(file));
  const weights = await Promise.all(
    files.map(async (file) => {
      const html = await readFile(path.join(site, 'craftsmen', file), 'utf8');
      return { file, bytes: gzipSync(html).length, links: html.match(/<a\s/g)?.length ?? 0 };
    }),
  );
  const heaviest = weights.reduce((most, weight) => (weight.bytes > most.bytes ? weight : most), {
    file: '',
    bytes: 0,
    links: 0,
  });
  return {
    pages: files.length,
    heaviest: `/craftsmen/${heaviest.file.replace(/index\.html$/, '')}`,
    heaviestBytes: heaviest.bytes,
    mostLinks: Math.max(0, ...weights.map(({ links }) => links)),
  };
}

interface Findings {
  options: BenchOptions;
  measured: ReadonlyMap<string, readonly Measurement[]>;
  checks: readonly ProcessRun[];
  pageCounts: ReadonlyMap<string, number>;
  directories: DirectoryWeight;
}

function describe({ options, measured, checks, pageCounts, directories }: Findings): BenchResult {
  const ours = measured.get(OURS) ?? [];
  const seconds = new Map([...measured].map(([name, runs]) => [name, median(runs.map((run) => run.seconds))]));
  const withoutIndex = median(ours.map((run) => run.seconds - (run.phases.index ?? 0)));
  const peaks = new Map([...measured].map(([name, runs]) => [name, peakOf(runs)]));
  const ratio = withoutIndex / (seconds.get(ELEVENTY) ?? Number.NaN);
  const peak = peaks.get(OURS);
  const times = (value: number): string => `${(value / (seconds.get(ELEVENTY) ?? Number.NaN)).toFixed(2)} ×`;
  const rows = [...seconds].flatMap(([name, value]) => {
    const shared = [formatMemory(peaks.get(name)), String(pageCounts.get(name) ?? 0)];
    if (name !== OURS) return [[name, formatSeconds(value), ...shared, times(value)]];
    return [
      [`${name}（不含搜索索引）`, formatSeconds(withoutIndex), '', shared[1] ?? '', times(withoutIndex)],
      [`${name}（整个构建）`, formatSeconds(value), ...shared, times(value)],
    ];
  });
  const reached = (isReached: boolean): string => (isReached ? '达到' : '没有达到');
  const comparison: BenchTable = {
    title: `${String(options.profiles)} 位人物，各 ${String(options.runs)} 轮轮流跑，取中位数`,
    columns: ['', '用时', '内存峰值', '页数', '与 Eleventy 之比'],
    rows,
    notes: [
      `不含索引用时不超过 Eleventy 的 ${String(MOST_TIMES_ELEVENTY)} 倍：${reached(ratio <= MOST_TIMES_ELEVENTY)}（${ratio.toFixed(2)} 倍）`,
      `内存不超过 ${formatMemory(MOST_MEMORY_BYTES)}：${peak === undefined ? '未测' : `${reached(peak <= MOST_MEMORY_BYTES)}（${formatMemory(peak)}）`}`,
      '内存是各进程中最大的一个。匠册的页数里还有统计、来源、成果和各种分类目录；另外几家只做人物页和总目录。',
    ],
  };
  const phaseSeconds = Object.fromEntries(
    (Object.keys(PHASES) as Phase[]).map((phase) => [phase, median(ours.map((run) => run.phases[phase] ?? 0))]),
  ) as Record<Phase, number>;
  const checkSeconds = median(checks.map((check) => check.seconds));
  const phases: BenchTable = {
    title: '匠册的各个步骤',
    columns: ['步骤', '用时'],
    rows: [
      ...(Object.keys(PHASES) as Phase[]).map((phase) => [PHASES[phase], formatSeconds(phaseSeconds[phase])]),
      ['单独运行 npm run check', formatSeconds(checkSeconds)],
    ],
    notes: [
      `人物目录 ${String(directories.pages)} 页，最重的 ${directories.heaviest}：gzip 后 ${formatSize(directories.heaviestBytes)}，预算 ${formatSize(MOST_PAGE_BYTES)}，${reached(directories.heaviestBytes <= MOST_PAGE_BYTES)}；链接最多的一页有 ${String(directories.mostLinks)} 个。`,
    ],
  };
  const data = {
    profiles: options.profiles,
    runs: options.runs,
    generators: Object.fromEntries(
      [...measured].map(([name, runs]) => [
        name,
        { medianSeconds: seconds.get(name), peakBytes: peaks.get(name), pages: pageCounts.get(name), runs },
      ]),
    ),
    withoutIndexSeconds: withoutIndex,
    ratioToEleventy: ratio,
    phaseSeconds,
    checkSeconds,
    checkPeakBytes: peakOf(checks),
    directories,
  };
  return { tables: [comparison, phases], data };
}

function peakOf(runs: readonly { peakBytes: number | undefined }[]): number | undefined {
  const known = runs.flatMap(({ peakBytes }) => peakBytes ?? []);
  return known.length === 0 ? undefined : Math.max(...known);
}
