import { spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { contentFolder } from '../../src/integrations/settings.ts';
import { writeSyntheticSite } from '../generate/write.ts';
import { projectRoot } from '../processes/node-process.ts';
import type { Bench } from './bench.ts';
import { formatSeconds, median } from './figures.ts';

/** What the project set itself, in seconds. */
const LIMITS = { small: { first: 4, save: 0.4 }, large: { first: 12, save: 1 } } as const;
const POLL_MS = 10;

interface DevTimes {
  name: string;
  limits: { first: number; save: number };
  /** From the command to a profile's page. */
  first: number[];
  /** From a saved file to the page with its new text. */
  save: number[];
}

/** How long an editor waits for the first page, and for an edit to be seen. */
export const devBench: Bench = {
  title: '边改边看：第一页，改一处到看见',
  async run({ folder, profiles, runs, report }) {
    const qingdao = path.join(folder, 'qingdao');
    cpSync(contentFolder('qingdao'), qingdao, { recursive: true });
    const large = path.join(folder, 'large');
    await writeSyntheticSite(large, { profiles, seed: 1 });
    const sites = [
      { name: '青岛', content: qingdao, limits: LIMITS.small },
      { name: `${String(profiles)} 位人物`, content: large, limits: LIMITS.large },
    ];
    const times: DevTimes[] = [];
    for (const { name, content, limits } of sites) {
      const own: DevTimes = { name, limits, first: [], save: [] };
      // The first run compiles templates and parses files, as after a change of the code; the others are as every day.
      for (let run = 0; run <= runs; run += 1) {
        const { first, save } = await timeDev(content, runs);
        report(`${name}：第一页 ${formatSeconds(first)}，改一处 ${save.map(formatSeconds).join('、')}`);
        if (run === 0) continue;
        own.first.push(first);
        own.save.push(...save);
      }
      times.push(own);
    }
    return {
      tables: [
        {
          title: `各开 ${String(runs)} 次、每次改 ${String(runs)} 处，取中位数`,
          columns: ['', '第一页', '要', '改一处到看见', '要'],
          rows: times.map(({ name, limits, first, save }) => [
            name,
            formatSeconds(median(first)),
            `≤ ${String(limits.first)} 秒`,
            `${median(save).toFixed(2)} 秒`,
            `≤ ${String(limits.save)} 秒`,
          ]),
          notes: ['网页模板已经编译过；改过代码以后第一次要多等几秒。'],
        },
      ],
      data: times,
    };
  },
};

async function timeDev(content: string, edits: number): Promise<{ first: number; save: number[] }> {
  const started = performance.now();
  const child = spawn(process.execPath, [path.join(projectRoot, 'scripts', 'dev.ts'), '--port', '0'], {
    cwd: projectRoot,
    env: { ...process.env, SITE: `${content}${path.sep}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await readAddress(child.stdout);
    const [file = ''] = readdirSync(path.join(content, 'craftsmen')).sort();
    const page = `${address}craftsmen/${path.parse(file).name}/`;
    await poll(page, '</main>');
    const first = (performance.now() - started) / 1000;
    const save: number[] = [];
    for (let edit = 0; edit < edits; edit += 1) {
      const place = path.join(content, 'craftsmen', file);
      const mark = `补写${uniqueWord(edit)}。`;
      writeFileSync(place, `${readFileSync(place, 'utf8').trimEnd()}${mark}\n`);
      const saved = performance.now();
      await poll(page, mark);
      save.push((performance.now() - saved) / 1000);
    }
    return { first, save };
  } finally {
    child.kill();
    await new Promise((resolve) => child.once('close', resolve));
  }
}

/** A word that stands in no page yet, and is no figure, which would want a source. */
function uniqueWord(edit: number): string {
  const digits = `${String(Date.now())}${String(edit)}`;
  return digits.replaceAll(/\d/g, (digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)] ?? '');
}

function readAddress(stdout: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: stdout });
    lines.on('line', (line) => {
      const address = /http:\/\/\S+/.exec(line)?.[0];
      if (address !== undefined) resolve(address);
    });
    lines.on('close', () => reject(new Error('npm run dev ended before it gave its address.')));
  });
}

async function poll(page: string, text: string): Promise<void> {
  while (!(await (await fetch(page)).text()).includes(text)) await wait(POLL_MS);
}
