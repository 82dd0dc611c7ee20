import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServedSite } from '../../src/serving/settings.ts';

const START_MS = 10_000;

/** A folder for one run of a server, and in it the folder of documents with the site below its base path. */
export async function placeSite(
  server: string,
  { base }: ServedSite,
  folder: string,
): Promise<{ own: string; root: string }> {
  const own = await mkdtemp(path.join(tmpdir(), `jiangce-${server}-`));
  const root = path.join(own, 'root');
  const place = path.join(root, base);
  await mkdir(path.dirname(place), { recursive: true });
  await symlink(path.resolve(folder), place.replace(/\/$/, ''));
  return { own, root };
}

/** Waits until a server answers. */
export async function waitForAnswer(child: ChildProcess, url: string): Promise<void> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const deadline = Date.now() + START_MS;
  for (;;) {
    const isUp = await fetch(url).then(
      async (response) => {
        await response.arrayBuffer();
        return true;
      },
      () => false,
    );
    if (isUp) return;
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${child.spawnfile} did not start.\n${said}`);
    await wait(50);
  }
}

/** Ends a server and waits for its end. */
export async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
