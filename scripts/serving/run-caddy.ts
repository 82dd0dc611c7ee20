import { spawn, spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatCaddy } from '../../src/serving/caddy.ts';
import type { ServedSite } from '../../src/serving/settings.ts';
import { findFreePort } from './free-port.ts';
import { placeSite, stopServer, waitForAnswer } from './own-server.ts';

/** The version of this machine's Caddy; undefined where there is none. */
export function findCaddy(): string | undefined {
  const { status, stdout } = spawnSync('caddy', ['version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** Runs a Caddy of its own on the loopback interface: a built site under the settings that `npm run serve-config` prints. */
export async function runCaddy(
  site: ServedSite,
  folder: string,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const { own, root } = await placeSite('caddy', site, folder);
  const origin = `http://127.0.0.1:${String(await findFreePort())}`;
  const file = path.join(own, 'Caddyfile');
  await writeFile(file, `{\n  admin off\n}\n${formatCaddy(site, { root, address: origin })}`);
  const env = { ...process.env, XDG_DATA_HOME: own, XDG_CONFIG_HOME: own };
  const child = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env,
  });
  const close = async (): Promise<void> => {
    await stopServer(child);
    await rm(own, { recursive: true, force: true });
  };
  try {
    await waitForAnswer(child, `${origin}${site.base}`);
  } catch (error) {
    await close();
    throw error;
  }
  return { origin, close };
}
