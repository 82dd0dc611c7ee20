import type { BenchOptions, BenchResult, BenchTable } from './bench.ts';
import { type Measurement, phaseNames, PHASES } from './build-phases.ts';
import type { DirectoryWeight } from './directories.ts';
import { formatMemory, formatSeconds, formatSize, median } from './figures.ts';

/** What the project set itself; times and memory without the search index, which no other generator makes. */
const MOST_TIMES_ELEVENTY = 2.2;
const MOST_MEMORY_BYTES = 1.5e9;
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
      ours: { ...ours, medianSeconds: medianOf(ours), withoutIndexSeconds: median(withoutIndex(ours)), phaseSeconds },
      eleventy: { ...eleventy, medianSeconds: medianOf(eleventy) },
      others: others.map((other) => ({ ...other, medianSeconds: medianOf(other) })),
      check: { runs: checks, medianSeconds: median(checks.map(({ seconds }) => seconds)) },
      directories,
    },
  };
}

const medianOf = ({ runs }: MeasuredGenerator): number => median(runs.map(({ seconds }) => seconds));
const withoutIndex = ({ runs }: MeasuredGenerator): number[] => runs.map((run) => run.withoutIndex.seconds);
const ratioOf = ({ ours, eleventy }: BuildFindings): number => median(withoutIndex(ours)) / medianOf(eleventy);

function highest(peaks: readonly (number | undefined)[]): number | undefined {
  const known = peaks.flatMap((peak) => peak ?? []);
  return known.length === 0 ? undefined : Math.max(...known);
}

function compare(findings: BuildFindings): BenchTable {
  const { options, ours, eleventy, others } = findings;
  const ratio = ratioOf(findings);
  const peak = highest(ours.runs.map((run) => run.withoutIndex.peakBytes));
  const toRow = (name: string, seconds: number, peakBytes: number | undefined, pages: number): string[] => [
    name,
    formatSeconds(seconds),
    formatMemory(peakBytes),
    String(pages),
    `${(seconds / medianOf(eleventy)).toFixed(2)} 倍`,
  ];
  return {
    title: `${String(options.profiles)} 位人物，轮流跑 ${String(options.runs)} 轮，用时取中位数`,
    columns: ['', '用时', '内存峰值', '页数', '与 Eleventy 比'],
    rows: [
      toRow('匠册，不含搜索索引', median(withoutIndex(ours)), peak, ours.pages),
      toRow('匠册，含搜索索引', medianOf(ours), highest(ours.runs.map((run) => run.peakBytes)), ours.pages),
      ...[eleventy, ...others].map((other) =>
        toRow(other.name, medianOf(other), highest(other.runs.map((run) => run.peakBytes)), other.pages),
      ),
    ],
    notes: [
      `不含索引，用时不超过 Eleventy 的 ${String(MOST_TIMES_ELEVENTY)} 倍：${judge(ratio <= MOST_TIMES_ELEVENTY)}，${ratio.toFixed(2)} 倍。`,
      `不含索引，内存不超过 ${formatMemory(MOST_MEMORY_BYTES)}：${peak === undefined ? '这个系统上没有测' : `${judge(peak <= MOST_MEMORY_BYTES)}，${formatMemory(peak)}`}。`,
      '内存是最大的一个进程的。匠册先检查内容，再生成人物、统计、来源、成果和分类目录；另外几家不检查，只生成人物页和总目录。',
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
        formatMemory(highest(checks.map(({ peakBytes }) => peakBytes))),
      ],
    ],
    notes: [
      `人物目录共 ${String(pages)} 页，最重的是 ${heaviest}，gzip 后 ${formatSize(heaviestBytes)}，预算 ${formatSize(MOST_PAGE_BYTES)}：${judge(heaviestBytes <= MOST_PAGE_BYTES)}。一页最多 ${String(mostLinks)} 个链接。`,
    ],
  };
}

const judge = (isReached: boolean): string => (isReached ? '达到' : '没有达到');
