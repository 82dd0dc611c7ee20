import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { formatNginx } from '../../src/serving/nginx.ts';
import type { ServedSite } from '../../src/serving/settings.ts';
import { findFreePort } from './free-port.ts';
import { placeSite, stopServer, waitForAnswer } from './own-server.ts';

const BROTLI_MODULE = 'ngx_http_brotli_static_module.so';

/** The nginx of this machine. */
export interface InstalledNginx {
  version: string;
  /** File of the module for ready-made brotli, where it is installed. */
  brotliModule: string | undefined;
}

/** Looks for nginx; undefined where there is none. */
export function findNginx(): InstalledNginx | undefined {
  const { status, stderr } = spawnSync('nginx', ['-V'], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const folder = /--modules-path=(\S+)/.exec(stderr)?.[1];
  const module = folder === undefined ? undefined : path.join(folder, BROTLI_MODULE);
  return {
    version: /nginx\/(\S+)/.exec(stderr)?.[1] ?? '',
    brotliModule: module !== undefined && existsSync(module) ? module : undefined,
  };
}

export interface RunningNginx {
  origin: string;
  /** Processor time its worker has taken so far, in clock ticks; undefined where the system does not tell. */
  readTicks: () => number | undefined;
  close: () => Promise<void>;
}

/**
 * Runs an nginx of its own on the loopback interface: a built site under the settings that `npm run serve-config` prints, and beside
 * it, on request, more servers. Needs no rights, touches no nginx that is running already.
 */
export async function runNginx(
  nginx: InstalledNginx,
  site: ServedSite,
  folder: string,
  moreServers: (root: string) => string = () => '',
): Promise<RunningNginx> {
  const { own, root } = await placeSite('nginx', site, folder);
  const port = await findFreePort();
  const settings = formatNginx(site, {
    root,
    listen: `127.0.0.1:${String(port)}`,
    hasBrotli: nginx.brotliModule !== undefined,
  });
  const file = path.join(own, 'nginx.conf');
  await writeFile(
    file,
    [
      ...(nginx.brotliModule === undefined ? [] : [`load_module ${nginx.brotliModule};`]),
      ...(userInfo().uid === 0 ? [`user ${userInfo().username};`] : []),
      'daemon off;',
      'worker_processes 1;',
      `pid ${own}/nginx.pid;`,
      `error_log ${own}/error.log warn;`,
      'events { worker_connections 512; }',
      'http {',
      'access_log off;',
      ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${own}/${name};`),
      settings,
      moreServers(root),
      '}',
    ].join('\n'),
  );
  const child = spawn('nginx', ['-c', file, '-p', own, '-e', path.join(own, 'error.log')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const close = async (): Promise<void> => {
    await stopServer(child);
    await rm(own, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${String(port)}`;
  try {
    await waitForAnswer(child, `${origin}${site.base}`);
  } catch (error) {
    await close();
    throw error;
  }
  return { origin, close, readTicks: () => readWorkerTicks(child.pid) };
}

/** User and system time of the one worker below the master, from /proc. */
function readWorkerTicks(master: number | undefined): number | undefined {
  try {
    const worker = readFileSync(`/proc/${String(master)}/task/${String(master)}/children`, 'utf8').trim();
    const fields = readFileSync(`/proc/${worker}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return undefined;
  }
}
