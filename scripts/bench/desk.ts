import { spawn } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { contentFolder } from '../../src/integrations/settings.ts';
import type { RequestAnswer, RequestInput, RequestName } from '../../src/desk/requests.ts';
import { writeSyntheticSite } from '../generate/write.ts';
import { projectRoot } from '../processes/node-process.ts';
import type { Bench } from './bench.ts';
import { median } from './figures.ts';

/** What the project set itself, in milliseconds. */
const LIMITS = {
  small: { start: 5000, find: 100, open: 500, key: 300 },
  large: { start: 5000, find: 100, open: 500, key: 1000 },
} as const;
const QUESTIONS = ['王', 'li', 'zhang', '焊工', '集团', 'wang fang', '技师', 'gl'] as const;

interface DeskTimes {
  name: string;
  limits: { start: number; find: number; open: number; key: number };
  /** From the command to the first list. */
  start: number[];
  find: number[];
  open: number[];
  /** From what was typed to the page that shows it, the desk's own pause left out. */
  key: number[];
}

/** How long an editor waits for the desk. */
export const deskBench: Bench = {
  title: '编辑台：打开，找，点开一条，写一个字到看见',
  async run({ folder, profiles, runs, report }) {
    const qingdao = path.join(folder, 'qingdao');
    cpSync(contentFolder('qingdao'), qingdao, { recursive: true });
    const large = path.join(folder, 'large');
    await writeSyntheticSite(large, { profiles, seed: 1 });
    const times: DeskTimes[] = [];
    for (const { name, content, limits } of [
      { name: '青岛', content: qingdao, limits: LIMITS.small },
      { name: `${String(profiles)} 位人物`, content: large, limits: LIMITS.large },
    ]) {
      const own: DeskTimes = { name, limits, start: [], find: [], open: [], key: [] };
      // The first run compiles templates and parses files, as after a change of the code; the others are as every day.
      for (let run = 0; run <= runs; run += 1) {
        const one = await timeDesk(content);
        report(`${name}：打开 ${one.start.toFixed(0)}，写 ${one.key.map((ms) => ms.toFixed(0)).join('、')} 毫秒`);
        if (run === 0) continue;
        own.start.push(one.start);
        own.find.push(...one.find);
        own.open.push(...one.open);
        own.key.push(...one.key);
      }
      times.push(own);
    }
    return {
      tables: [
        {
          title: `各开 ${String(runs)} 次，取中位数，毫秒`,
          columns: ['', '打开到第一张单子', '要', '找', '要', '点开一条', '要', '写到看见', '要'],
          rows: times.map(({ name, limits, start, find, open, key }) => [
            name,
            ...[
              [start, limits.start] as const,
              [find, limits.find] as const,
              [open, limits.open] as const,
              [key, limits.key] as const,
            ].flatMap(([measured, most]) => [median(measured).toFixed(0), `≤ ${String(most)}`]),
          ]),
          notes: [`找 ${String(QUESTIONS.length)} 个词；写是改一个人的职务，到网页里有它为止。`],
        },
      ],
      data: times,
    };
  },
};

async function timeDesk(content: string): Promise<{ start: number; find: number[]; open: number[]; key: number[] }> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [path.join(projectRoot, 'scripts', 'desk.ts'), '--no-open', '--site', `${content}${path.sep}`],
    { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const ask = await connect(child.stdout);
    await ask('list', { kind: 'craftsmen' });
    const start = performance.now() - started;
    const find = await inTurn(QUESTIONS, (text) => ask('find', { text }));
    const ids = readdirSync(path.join(content, 'craftsmen'))
      .sort()
      .slice(0, 5)
      .map((file) => path.parse(file).name);
    const open = await inTurn(ids, (id) => ask('open', { kind: 'craftsmen', id }));
    const key = await inTurn(ids, async (id) => {
      const entry = await ask('open', { kind: 'craftsmen', id });
      if (!entry) throw new Error(`There is no ${id}.`);
      const position = `第${id}号试写的岗位`;
      await ask('write', { kind: 'craftsmen', id, data: { ...entry.data, position } });
      const page = await ask.page(entry.page ?? '');
      if (!page.includes(position)) throw new Error(`The page of ${id} does not show what was typed.`);
    });
    for (const id of ids) await ask('discard', { kind: 'craftsmen', id });
    return { start, find, open, key };
  } finally {
    child.kill();
    await new Promise((resolve) => child.once('close', resolve));
  }
}

async function inTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const item of items) {
    const started = performance.now();
    await work(item);
    times.push(performance.now() - started);
  }
  return times;
}

interface Ask {
  <Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestAnswer<Name>>;
  page: (path: string) => Promise<string>;
}

/** Takes the desk's address from what it prints, and its token from the address, as a browser does. */
async function connect(output: NodeJS.ReadableStream): Promise<Ask> {
  const address = await new Promise<URL>((resolve, reject) => {
    let text = '';
    output.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /http:\/\/\S+/.exec(text)?.[0];
      if (found !== undefined) resolve(new URL(found));
    });
    output.on('end', () => reject(new Error('The desk did not start.')));
  });
  const welcome = await fetch(address, { redirect: 'manual' });
  const headers = { cookie: welcome.headers.get('set-cookie')?.split(';')[0] ?? '', origin: address.origin };
  const ask = async (name: string, input: unknown): Promise<unknown> => {
    const response = await fetch(new URL(`/@desk/api/${name}`, address), {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
    return response.json();
  };
  const page = async (place: string): Promise<string> => (await fetch(new URL(place, address), { headers })).text();
  return Object.assign(ask, { page }) as Ask;
}
