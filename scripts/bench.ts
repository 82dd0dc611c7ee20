/** `npm run bench -- [--profiles N] [--runs N] [--only NAME] [--json]`: speed, memory and weight, beside peers and budgets. */
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { BENCHES } from './bench/benches.ts';
import { formatTable } from './bench/format-table.ts';
import { parseCommandLine, parseCount, runCommand, UsageError } from './command-line/arguments.ts';

interface Choice {
  names: string[];
  profiles: number;
  runs: number;
  isJson: boolean;
}

const USAGE = '用法：npm run bench [-- --profiles 人数] [--runs 次数] [--only 名称] [--json]';

await runCommand(USAGE, async () => {
  await runBenches(readArguments());
  return 0;
});

function readArguments(): Choice {
  const { values } = parseCommandLine({
    options: {
      profiles: { type: 'string', default: '10000' },
      runs: { type: 'string', default: '3' },
      only: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const known = Object.keys(BENCHES);
  const unknown = values.only.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new UsageError(`没有名为「${unknown.join('、')}」的测量。可用的：${known.join('、')}。`);
  return {
    names: values.only.length > 0 ? values.only : known,
    profiles: parseCount('--profiles', values.profiles),
    runs: parseCount('--runs', values.runs),
    isJson: values.json,
  };
}

async function runBenches({ names, profiles, runs, isJson }: Choice): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jiangce-bench-'));
  // Gigabytes that must not stay behind, however the run ends.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const machine = `${String(availableParallelism())} 核 ${cpus()[0]?.model.trim() ?? ''}，内存 ${String(Math.round(totalmem() / 1e9))} GB，Node ${process.version}`;
  const results: Record<string, unknown> = {};
  // Progress goes where it does not end up in a file of results.
  const report = (line: string): void => void process.stderr.write(`  ${line}\n`);
  for (const name of names) {
    const bench = BENCHES[name];
    if (!bench) continue;
    const own = path.join(folder, name);
    await mkdir(own);
    process.stderr.write(`· ${bench.title}\n`);
    const { tables, data } = await bench.run({ profiles, runs, folder: own, report });
    results[name] = data;
    if (!isJson) process.stdout.write(`\n${tables.map(formatTable).join('\n\n')}\n\n`);
  }
  process.stdout.write(isJson ? `${JSON.stringify({ machine, ...results }, null, 2)}\n` : `机器：${machine}\n`);
}
