import type { BenchOptions, BenchResult, BenchTable } from './bench.ts';
import { type Measurement, phaseNames, PHASES } from './build-phases.ts';
import type { DirectoryWeight } from './directories.ts';
import { formatMemory, formatSeconds, formatSize, median } from './figures.ts';

/** What the project set itself, search index and compressed copies included, which no other generator makes. */
const MOST_TIMES_ELEVENTY = 1.6;
const MOST_MEMORY_BYTES = 1.2e9;
const MOST_PAGE_BYTES = 30_000;

/** A generator with all its runs. */
export interface MeasuredGenerator {
  name: string;
  runs: readonly Measurement[];
  pages: number;
}

export interface BuildFindings {
  options: BenchOptions;
  ours: MeasuredGenerator;
  eleventy: MeasuredGenerator;
  /** Others that happen to be installed. */
  others: readonly MeasuredGenerator[];
  checks: readonly Measurement[];
  directories: DirectoryWeight;
}

export function describeBuild(findings: BuildFindings): BenchResult {
  const { options, ours, eleventy, others, checks, directories } = findings;
  const phaseSeconds = Object.fromEntries(
    phaseNames.map((phase) => [phase, median(ours.runs.map((run) => run.phases[phase] ?? 0))]),
  );
  return {
    tables: [compare(findings), listSteps(findings)],
    data: {
      profiles: options.profiles,
      ratioToEleventy: ratioOf(findings),
      cpuRatioToEleventy: cpuRatioOf(findings),
      ours: { ...ours, medianSeconds: medianOf(ours), phaseSeconds },
      eleventy: { ...eleventy, medianSeconds: medianOf(eleventy) },
      others: others.map((other) => ({ ...other, medianSeconds: medianOf(other) })),
      check: { runs: checks, medianSeconds: median(checks.map(({ seconds }) => seconds)) },
      directories,
    },
  };
}

const medianOf = ({ runs }: MeasuredGenerator): number => median(runs.map(({ seconds }) => seconds));
const ratioOf = ({ ours, eleventy }: BuildFindings): number => medianOf(ours) / medianOf(eleventy);

/** The same by processor time. Undefined where it was not measured. */
function cpuRatioOf({ ours, eleventy }: BuildFindings): number | undefined {
  const own = medianCpu(ours);
  const theirs = medianCpu(eleventy);
  return own === undefined || theirs === undefined ? undefined : own / theirs;
}

function medianCpu({ runs }: MeasuredGenerator): number | undefined {
  const known = runs.flatMap(({ cpuSeconds }) => cpuSeconds ?? []);
  return known.length === 0 ? undefined : median(known);
}

function highestPeak(runs: readonly Measurement[]): number | undefined {
  const known = runs.flatMap(({ peakBytes }) => peakBytes ?? []);
  return known.length === 0 ? undefined : Math.max(...known);
}

function compare(findings: BuildFindings): BenchTable {
  const { options, ours, eleventy, others } = findings;
  const ratio = ratioOf(findings);
  const cpuRatio = cpuRatioOf(findings);
  const peak = highestPeak(ours.runs);
  const toRow = (generator: MeasuredGenerator): string[] => {
    const cpuSeconds = medianCpu(generator);
    return [
      generator.name,
      formatSeconds(medianOf(generator)),
      cpuSeconds === undefined ? '未测' : formatSeconds(cpuSeconds),
      formatMemory(highestPeak(generator.runs)),
      String(generator.pages),
      `${(medianOf(generator) / medianOf(eleventy)).toFixed(2)} 倍`,
    ];
  };
  return {
    title: `${String(options.profiles)} 位人物，轮流跑 ${String(options.runs)} 轮，用时取中位数`,
    columns: ['', '用时', '处理器时间', '内存峰值', '页数', '与 Eleventy 比'],
    rows: [ours, eleventy, ...others].map(toRow),
    notes: [
      `用时不超过 Eleventy 的 ${String(MOST_TIMES_ELEVENTY)} 倍：${judge(ratio <= MOST_TIMES_ELEVENTY)}，${ratio.toFixed(2)} 倍。`,
      ...(cpuRatio === undefined
        ? []
        : [`按处理器时间算是 ${cpuRatio.toFixed(2)} 倍；机器上有别的程序在跑时，这个数更稳。`]),
      `内存不超过 ${formatMemory(MOST_MEMORY_BYTES)}：${peak === undefined ? '这个系统上没有测' : `${judge(peak <= MOST_MEMORY_BYTES)}，${formatMemory(peak)}`}。`,
      '内存是它和它启动的全部进程加在一起的。',
      '匠册先检查全部内容，再生成人物、统计、来源、成果和分类目录，每位人物另有姓名印、二维码、编号的来源注、同事和前后人物，还写出开放数据、订阅、站点地图、搜索索引和压缩好的副本；另外几家不检查，只生成人物页和总目录，注已经替它们编好。',
    ],
  };
}

function listSteps({ ours, checks, directories }: BuildFindings): BenchTable {
  const { pages, heaviest, heaviestBytes, mostLinks } = directories;
  return {
    title: '匠册的各个步骤',
    columns: ['步骤', '用时', '内存峰值'],
    rows: [
      ...phaseNames.map((phase) => [
        PHASES[phase],
        formatSeconds(median(ours.runs.map((run) => run.phases[phase] ?? 0))),
        '',
      ]),
      [
        '单独运行 npm run check',
        formatSeconds(median(checks.map(({ seconds }) => seconds))),
        formatMemory(highestPeak(checks)),
      ],
    ],
    notes: [
      `人物目录共 ${String(pages)} 页，最重的是 ${heaviest}，gzip 后 ${formatSize(heaviestBytes)}，预算 ${formatSize(MOST_PAGE_BYTES)}：${judge(heaviestBytes <= MOST_PAGE_BYTES)}。一页最多 ${String(mostLinks)} 个链接。`,
    ],
  };
}

const judge = (isReached: boolean): string => (isReached ? '达到' : '没有达到');
