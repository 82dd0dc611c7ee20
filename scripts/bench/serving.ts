import { spawnSync } from 'node:child_process';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentFolder } from '../../src/integrations/settings.ts';
import { projectRoot } from '../processes/node-process.ts';
import { findFreePort } from '../serving/free-port.ts';
import { findNginx, type InstalledNginx, runNginx } from '../serving/run-nginx.ts';
import { readServedSite } from '../serving/served-site.ts';
import type { Bench, BenchResult } from './bench.ts';
import { median } from './figures.ts';
import { measureProcess } from './measure-process.ts';

const SITE = 'qingdao';
const SECONDS = 1;
/** Turns of each for a round of the bench: one alone says little on a machine with other work. */
const TURNS = 4;
const CONNECTIONS = 32;
const LEAST_RATIO = 0.95;
/** Paths of the load: a long page, a profile, an embed, a style sheet of its own zone. */
const PAGES = ['', 'craftsmen/', 'data/innovation-system/', 'embed/innovation-system/'] as const;

interface Load {
  perSecond: number;
  /** Requests for a tick of nginx's own processor time, which other programs on the machine do not take from. */
  perTick: number;
  errors: number;
}

interface Row extends Record<'site' | 'single', Load> {
  page: string;
  bytes: number;
  ratio: number;
  /** The same of `perTick`. */
  tickRatio: number;
}

/**
 * The site under the settings that serve-config prints, and beside it, in the same nginx, one plain file of the size that goes over the
 * wire. Both take turns, so that whatever else the machine does falls on both.
 */
export const servingBench: Bench = {
  title: 'nginx 送出网站的速度，与同样大的一个文件相比',
  async run({ folder, runs, report }): Promise<BenchResult> {
    const nginx = findNginx();
    if (!nginx || spawnSync('wrk', ['--version']).error) {
      return { tables: [{ title: '没有测：要有 nginx 和 wrk', columns: [], rows: [], notes: [] }], data: undefined };
    }
    const site = path.join(folder, 'site');
    report('构建青岛站');
    await measureProcess({
      command: [process.execPath, path.join(projectRoot, 'scripts', 'build.ts')],
      cwd: projectRoot,
      env: { SITE, OUT_DIR: site },
    });
    const rows = await measure(nginx, site, path.join(folder, 'single'), runs * TURNS, report);
    return {
      tables: [
        {
          title: `每秒多少次，${String(CONNECTIONS)} 个连接，每次 ${String(SECONDS)} 秒，各 ${String(runs * TURNS)} 次取中位数；比值低于 ${String(LEAST_RATIO)} 或有错的标 ✗`,
          columns: ['页面', '字节', '网站', '单个文件', '比值', '按 nginx 的处理器时间', '错误'],
          rows: rows.map(({ page, bytes, site: own, single, ratio, tickRatio }) => [
            `/${page}`,
            String(bytes),
            own.perSecond.toFixed(0),
            single.perSecond.toFixed(0),
            `${ratio.toFixed(3)}${ratio < LEAST_RATIO ? ' ✗' : ''}`,
            tickRatio.toFixed(3),
            `${String(own.errors)}${own.errors > 0 ? ' ✗' : ''}`,
          ]),
          notes: [
            `nginx ${nginx.version}，送的是生成时压缩好的${nginx.brotliModule === undefined ? ' gzip' : ' brotli'}。`,
          ],
        },
      ],
      data: { nginx: nginx.version, seconds: SECONDS, connections: CONNECTIONS, rows },
    };
  },
};

async function measure(
  nginx: InstalledNginx,
  site: string,
  singles: string,
  runs: number,
  report: (line: string) => void,
): Promise<Row[]> {
  const served = await readServedSite(contentFolder(SITE));
  const ending = nginx.brotliModule === undefined ? 'gz' : 'br';
  await mkdir(singles);
  const sizes = new Map<string, number>();
  for (const [at, page] of PAGES.entries()) {
    const sent = path.join(site, page, `index.html.${ending}`);
    sizes.set(page, (await stat(sent)).size);
    await writeFile(path.join(singles, `${String(at)}.bin`), await readFile(sent));
  }
  const port = await findFreePort();
  const server = await runNginx(
    nginx,
    served,
    site,
    () =>
      `server { listen 127.0.0.1:${String(port)}; root "${singles}"; sendfile on; tcp_nopush on; open_file_cache max=10000 inactive=60s; open_file_cache_valid 5s; }`,
  );
  try {
    const rows: Row[] = [];
    for (const [at, page] of PAGES.entries()) {
      report(`/${page}`);
      const addresses = {
        site: `${server.origin}${served.base}${page}`,
        single: `http://127.0.0.1:${String(port)}/${String(at)}.bin`,
      };
      const loads: Record<'site' | 'single', Load[]> = { site: [], single: [] };
      for (let run = 0; run < runs; run += 1) {
        // Each is first as often as second.
        const order = run % 2 === 0 ? (['site', 'single'] as const) : (['single', 'site'] as const);
        for (const which of order)
          loads[which].push(load(addresses[which], ending === 'br' ? 'br' : 'gzip', server.readTicks));
      }
      const own = summarize(loads.site);
      const single = summarize(loads.single);
      // Neighbours in time are compared with each other.
      const compare = (key: 'perSecond' | 'perTick'): number =>
        median(loads.site.map((run, turn) => run[key] / (loads.single[turn]?.[key] ?? NaN)));
      const [ratio, tickRatio] = [compare('perSecond'), compare('perTick')];
      rows.push({ page, bytes: sizes.get(page) ?? 0, site: own, single, ratio, tickRatio });
    }
    return rows;
  } finally {
    await server.close();
  }
}

function summarize(loads: readonly Load[]): Load {
  return {
    perSecond: median(loads.map(({ perSecond }) => perSecond)),
    perTick: median(loads.map(({ perTick }) => perTick)),
    errors: loads.reduce((sum, { errors }) => sum + errors, 0),
  };
}

/** One run of wrk. An answer of another kind than 2xx or 3xx counts as an error, as do broken connections. */
function load(url: string, encoding: string, readTicks: () => number | undefined): Load {
  const before = readTicks() ?? NaN;
  const { stdout } = spawnSync(
    'wrk',
    ['-t1', `-c${String(CONNECTIONS)}`, `-d${String(SECONDS)}s`, '-H', `Accept-Encoding: ${encoding}`, url],
    { encoding: 'utf8' },
  );
  const perSecond = Number(/Requests\/sec:\s*([\d.]+)/.exec(stdout)?.[1]);
  if (!Number.isFinite(perSecond)) throw new Error(`wrk gave no figure.\n${stdout}`);
  const perTick = Number(/(\d+) requests in/.exec(stdout)?.[1]) / ((readTicks() ?? NaN) - before);
  const bad = Number(/Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1] ?? 0);
  const broken = [...(/Socket errors: (.*)/.exec(stdout)?.[1] ?? '').matchAll(/\d+/g)].reduce(
    (sum, [n]) => sum + Number(n),
    0,
  );
  return { perSecond, perTick, errors: bad + broken };
}
