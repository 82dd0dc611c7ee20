import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AUTHOR_COMPONENTS } from '../../src/schemas/author-components.ts';
import { parseMdxBody } from '../../src/reader/mdx-body.ts';
import { tryBusyWriters } from '../faults/busy-writers.ts';
import { tryDamagedWorkbooks } from '../faults/damaged-workbooks.ts';
import { tryKilledWrites } from '../faults/killed-writes.ts';
import { abortDownload, FOREIGN_HOSTS, ODD_REQUESTS, sendRaw } from '../faults/odd-requests.ts';
import { serveFolder } from '../serving/serve-folder.ts';
import type { Bench, BenchOptions } from './bench.ts';
import { formatMemory, formatSeconds } from './figures.ts';

const SEED = 'faults';
const KILLS = 100;
const DAMAGES = 3000;
const ABORTS = 10_000;
const AT_ONCE = 100;
const BUSY = 20;
const BODY_BYTES = 290_000;
const MOST_BODY_SECONDS = 1;
/** Bodies of nothing but one of these. */
const BODIES = [
  '&amp;',
  '&#49;',
  '*',
  '**汉**字',
  '_',
  '`',
  '[',
  '![',
  '[a](',
  '> ',
  '> a\n',
  '+ ',
  '1. ',
  '<',
  '<a>',
  '\\',
  '|',
  '~',
  '{',
  '<!--',
  '```\n',
  'https://a.cn ',
  '20余名',
  '😀',
];

interface Trial {
  name: string;
  /** How many inputs it tries, and what was wrong. */
  run: (folder: string) => Promise<{ tried: number; failures: readonly string[] }>;
}

const TRIALS: readonly Trial[] = [
  {
    name: '写到一半被杀掉',
    run: async () => ({ tried: KILLS, failures: (await tryKilledWrites(SEED, KILLS)).failures }),
  },
  { name: '三个命令同时写', run: async () => ({ tried: BUSY, failures: await tryBusyWriters(BUSY) }) },
  {
    name: '损坏的表格',
    run: async () => ({ tried: DAMAGES, failures: (await tryDamagedWorkbooks(SEED, DAMAGES)).failures }),
  },
  { name: '古怪的请求', run: tryRequests },
  { name: '极端的正文（290 kB）', run: () => Promise.resolve(tryBodies()) },
];

/** Faults and attacks, from a seed: what was tried and what went wrong. */
export const faultsBench: Bench = {
  title: '故障和攻击',
  async run({ folder, report }: BenchOptions) {
    const results = [];
    for (const { name, run } of TRIALS) {
      report(name);
      const started = performance.now();
      const { tried, failures } = await run(folder);
      const seconds = (performance.now() - started) / 1000;
      results.push({ name, tried, failures, seconds, memoryBytes: process.memoryUsage().rss });
    }
    return {
      tables: [
        {
          title: '故障和攻击',
          columns: ['试什么', '次数', '出错', '用时', '内存'],
          rows: results.map(({ name, tried, failures, seconds, memoryBytes }) => [
            name,
            String(tried),
            String(failures.length),
            formatSeconds(seconds),
            formatMemory(memoryBytes),
          ]),
          notes: results.flatMap(({ name, failures }) => failures.slice(0, 10).map((text) => `${name}：${text}`)),
        },
      ],
      data: results,
    };
  },
};

async function tryRequests(folder: string): Promise<{ tried: number; failures: string[] }> {
  await writeFile(path.join(folder, 'index.html'), 'home');
  await writeFile(path.join(folder, 'large.bin'), Buffer.alloc(4_000_000));
  const server = await serveFolder(folder);
  const port = Number(new URL(server.origin).port);
  const failures: string[] = [];
  try {
    const asked: [string, string, RegExp, string | undefined][] = [
      ...ODD_REQUESTS.map(([name, request, status]): [string, string, RegExp, undefined] => [
        name,
        request,
        status,
        undefined,
      ]),
      ...FOREIGN_HOSTS.map((host): [string, string, RegExp, string] => [host, 'GET / HTTP/1.1', /^40[03]$/, host]),
    ];
    for (const [name, request, expected, host] of asked) {
      const status = await sendRaw(port, request, host).catch(String);
      if (!expected.test(status ?? '')) failures.push(`${name}: ${String(status)}`);
    }
    for (let time = 0; time < ABORTS; time += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, () => abortDownload(port, '/large.bin')));
    }
    const { status } = await fetch(server.url);
    if (status !== 200) failures.push(`after all of them: ${String(status)}`);
    return { tried: asked.length + ABORTS, failures };
  } finally {
    await server.close();
  }
}

function tryBodies(): { tried: number; failures: string[] } {
  const failures = BODIES.flatMap((piece) => {
    const text = piece.repeat(Math.floor(BODY_BYTES / Buffer.byteLength(piece)));
    const before = process.threadCpuUsage();
    parseMdxBody({ text, file: 'a.mdx', firstLine: 1 }, AUTHOR_COMPONENTS);
    const { user, system } = process.threadCpuUsage(before);
    const seconds = (user + system) / 1e6;
    return seconds > MOST_BODY_SECONDS ? [`${JSON.stringify(piece)}: ${formatSeconds(seconds)}`] : [];
  });
  return { tried: BODIES.length, failures };
}
