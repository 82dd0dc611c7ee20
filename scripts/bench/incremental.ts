import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeSyntheticSite } from '../generate/write.ts';
import { runEdits, type EditRunResult } from '../incremental/run-edits.ts';
import { projectRoot } from '../processes/node-process.ts';
import { contentFolderOf, listSiteNames } from '../sites/built-site.ts';
import type { Bench, BenchOptions } from './bench.ts';
import { CACHE, prepareGenerators } from './build.ts';
import { formatMemory, formatSeconds, median } from './figures.ts';
import { measureProcess, type ProcessRun } from './measure-process.ts';

/** Random edits in all, over the cities in turn; the environment may ask for fewer. */
const EDITS = Number(process.env['EDITS'] ?? 1000);
const COMPARE_EVERY = 25;

/** What a build costs when little or nothing has changed, beside whole builds of others; and that it is the same site. */
export const incrementalBench: Bench = {
  title: '只做有改动的：用时，和从头做的比对',
  async run(options) {
    const { folder, profiles, runs, report } = options;
    const content = path.join(folder, 'content');
    await writeSyntheticSite(content, { profiles, seed: 1 });
    const { ours, eleventy, others } = await prepareGenerators(content, folder);
    const measure = async (name: string, request: Parameters<typeof measureProcess>[0]): Promise<ProcessRun> => {
      const run = await measureProcess(request);
      report(`${name}：${formatSeconds(run.seconds)}，${formatMemory(run.peakBytes)}`);
      return run;
    };
    rmSync(CACHE, { recursive: true, force: true });
    const output = path.join(folder, 'site');
    const rows: Record<string, ProcessRun[]> = { 从头做: [await measure('从头做', ours.start(output))] };
    const add = (name: string, run: ProcessRun): void => void (rows[name] ??= []).push(run);
    for (let round = 0; round < runs; round += 1) {
      // A moment for times of files to vouch for them.
      await wait(500);
      add('没有改动', await measure('没有改动', ours.start(output)));
      editProfile(content, round);
      add('改一位人物', await measure('改一位人物', ours.start(output)));
      add('npm run check', await measure('npm run check', checkOf(content)));
      for (const other of [eleventy, ...others]) {
        const place = path.join(folder, `other-${String(round)}-${other.name}`);
        add(other.name, await measure(other.name, other.start(place)));
      }
    }
    const compared = await compareEdits(options);
    return {
      tables: [
        {
          title: `${String(profiles)} 位人物，取 ${String(runs)} 轮的中位数`,
          columns: ['', '用时', '内存峰值'],
          rows: Object.entries(rows).map(([name, all]) => [
            name,
            formatSeconds(median(all.map(({ seconds }) => seconds))),
            formatMemory(Math.max(...all.map(({ peakBytes }) => peakBytes ?? 0))),
          ]),
          notes: ['Eleventy 和 Hugo 只能从头做；Hugo 只做人物页和总目录。'],
        },
        {
          title: '随机改动以后，与从头做的逐字节比对',
          columns: ['', '改动', '内容有错、没有生成', '比对', '不同'],
          rows: compared.map(({ name, edits, result }) => [
            name,
            String(edits),
            String(result.refused),
            String(result.compared),
            result.differences.length === 0 ? '没有' : result.differences.slice(0, 5).join('；'),
          ]),
          notes: [],
        },
      ],
      data: { profiles, rows, compared },
    };
  },
};

async function compareEdits({
  folder,
  report,
}: BenchOptions): Promise<{ name: string; edits: number; result: EditRunResult }[]> {
  const names = listSiteNames();
  const edits = Math.ceil(EDITS / names.length);
  const all: { name: string; edits: number; result: EditRunResult }[] = [];
  for (const name of names) {
    const place = path.join(folder, `edits-${name}`);
    cpSync(contentFolderOf(name), path.join(place, 'content'), { recursive: true });
    const result = await runEdits({
      content: path.join(place, 'content'),
      output: path.join(place, 'edited'),
      clean: path.join(place, 'clean'),
      edits,
      compareEvery: COMPARE_EVERY,
      seed: `${name} bench`,
      onEdit: (done) => {
        if (done % COMPARE_EVERY === 0) report(`${name}：改了 ${String(done)} 处`);
      },
    });
    all.push({ name, edits, result });
  }
  return all;
}

function editProfile(content: string, round: number): void {
  const files = readdirSync(path.join(content, 'craftsmen')).sort();
  const file = path.join(content, 'craftsmen', files[(round * 3700 + 1000) % files.length] ?? '');
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}补写一句。\n`);
}

function checkOf(content: string): Parameters<typeof measureProcess>[0] {
  return { command: [process.execPath, path.join(projectRoot, 'scripts', 'check.ts'), content], cwd: projectRoot };
}
