import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readWorkbook } from '../../src/spreadsheet/read-workbook.ts';
import type { CellValue } from '../../src/spreadsheet/table.ts';
import { writeWorkbook } from '../../src/spreadsheet/write-workbook.ts';
import { buildNames } from '../generate/names.ts';
import { SeededRandom } from '../../src/lib/seeded-random.ts';
import type { Bench, BenchOptions } from './bench.ts';
import { command } from './command.ts';
import { formatMemory, formatSeconds, median } from './figures.ts';
import { measureProcess } from './measure-process.ts';
import { writeStarterSite } from './starter.ts';

const SEED = 1;
/** Of 10,000 rows. */
const MOST_SECONDS = 20;
const FIRMS = 100;

interface Trial {
  name: string;
  /** The content folder to begin with. */
  base: string;
  args: (site: string) => readonly string[];
}

/** A long list into the content: all new, all changed, nothing changed; and out again. */
export const importBench: Bench = {
  title: '表格导入导出',
  async run(options) {
    const { folder, profiles, report } = options;
    const empty = path.join(folder, 'empty');
    const full = path.join(folder, 'full');
    const list = path.join(folder, 'list.xlsx');
    const exported = path.join(folder, 'exported.xlsx');
    const changed = path.join(folder, 'changed.xlsx');
    report(`写 ${String(profiles)} 行的名单`);
    await writeStarterSite(empty);
    await writeFile(list, await buildList(profiles));
    await cp(empty, full, { recursive: true });
    await measureProcess(command('import', list, '--site', `${full}/`));
    await measureProcess(command('export', 'craftsmen', '--out', exported, '--site', `${full}/`));
    await writeFile(changed, await changeList(exported));
    const trials: Trial[] = [
      { name: '全是新人', base: empty, args: (site) => ['import', list, '--site', site] },
      { name: '全有改动', base: full, args: (site) => ['import', changed, '--site', site] },
      { name: '没有改动', base: full, args: (site) => ['import', exported, '--site', site] },
      {
        name: '导出',
        base: full,
        args: (site) => ['export', 'craftsmen', '--out', path.join(folder, 'again.xlsx'), '--site', site],
      },
    ];
    const results = [];
    for (const trial of trials) results.push(await measureTrial(trial, options));
    return {
      tables: [
        {
          title: `${String(profiles)} 行，各做 ${String(options.runs)} 次取中位数`,
          columns: ['做什么', '用时', '每千行', '最大内存'],
          rows: results.map(({ name, seconds, peakBytes }) => [
            name,
            `${formatSeconds(seconds)}${seconds > (MOST_SECONDS * profiles) / 10_000 ? ' ✗' : ''}`,
            formatSeconds((seconds / profiles) * 1000),
            formatMemory(peakBytes),
          ]),
          notes: [`预算：一万行 ${String(MOST_SECONDS)} 秒以内，从打命令到写完，含两遍检查。`],
        },
      ],
      data: { profiles, budgetSeconds: MOST_SECONDS, results },
    };
  },
};

async function measureTrial(
  { name, base, args }: Trial,
  { folder, runs, report }: BenchOptions,
): Promise<{ name: string; seconds: number; peakBytes: number | undefined; runs: number[] }> {
  const times: number[] = [];
  let peakBytes: number | undefined;
  for (let round = 1; round <= runs; round += 1) {
    const site = path.join(folder, 'site');
    await rm(site, { recursive: true, force: true });
    await cp(base, site, { recursive: true });
    const [script = '', ...rest] = args(`${site}/`);
    const run = await measureProcess(command(script, ...rest));
    times.push(run.seconds);
    peakBytes = Math.max(peakBytes ?? 0, run.peakBytes ?? 0) || undefined;
    report(`${name}，第 ${String(round)} 轮：${formatSeconds(run.seconds)}`);
  }
  return { name, seconds: median(times), peakBytes, runs: times };
}

/** A list as a union would send it: firms on one sheet, people with honours and a few words each on another. */
function buildList(count: number): Promise<Uint8Array> {
  const random = new SeededRandom(SEED);
  const firms = Array.from({ length: FIRMS }, (_, at) => `海城第${String(at + 1)}机械厂`);
  const people = buildNames(count, random).map(({ id, name }, at): CellValue[] => [
    id,
    name,
    firms[at % FIRMS] ?? '',
    `岗位${String(at % 97)}`,
    '海城工匠',
    2000 + (at % 25),
    '海城匠册编制说明',
    `第${String((at % 40) + 1)}段`,
    `在车间干了${String((at % 40) + 1)}年，带出徒弟${String((at % 30) + 1)}余名。`,
  ]);
  const headings = ['编号', '姓名', '单位', '职务或岗位', '荣誉1', '荣誉1年份', '来源1', '来源1位置', '简介'];
  return writeWorkbook([
    { name: '工匠', rows: [headings, ...people] },
    { name: '单位', rows: [['全称', '类别'], ...firms.map((firm) => [firm, '企业'])] },
  ]);
}

/** The exported list with another position for everybody. */
async function changeList(file: string): Promise<Uint8Array> {
  const tables = await readWorkbook(await readFile(file), file, { looksRight: () => true });
  return writeWorkbook(
    tables.map(({ name, rows }) => {
      const position = (rows[0] ?? []).indexOf('职务或岗位');
      return {
        name,
        rows: rows.map((row, at) =>
          row.map((cell, column) => (at > 0 && column === position && name === '工匠' ? `新${String(cell)}` : cell)),
        ),
      };
    }),
  );
}
