import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { seededRandom } from '../../src/lib/seeded-random.ts';
import { Crawler } from './crawl.ts';
import { type People, siteFiles, writeSite } from './made-site.ts';

export interface KillReport {
  /** Runs that were killed before they ended, and those that were quicker. */
  killed: number;
  ended: number;
  /** Pages that the crawler read meanwhile. */
  pages: number;
  /** What a visitor could have seen that was not whole. */
  faults: string[];
}

const CHILD = path.join(import.meta.dirname, 'publish-child.ts');
/** About as long as one run takes. */
const LONGEST_MS = 250;
const PEOPLE = 60;

/**
 * Kills publishes at random moments while a crawler reads what visitors see, and lets the last one end. Each is of another release:
 * people come, change and go, and styles change.
 *
 * @param isInPlace files are exchanged one by one; otherwise releases lie beside each other
 */
export async function killPublishes({
  kills,
  seed,
  isInPlace,
}: {
  kills: number;
  seed: number;
  isInPlace: boolean;
}): Promise<KillReport> {
  const random = seededRandom(seed);
  const own = mkdtempSync(path.join(tmpdir(), 'jiangce-kills-'));
  const folder = path.join(own, 'site');
  if (isInPlace) {
    mkdirSync(path.join(folder, 'search'), { recursive: true });
    for (const name of ['index.html', 'search/manifest.json'])
      writeFileSync(path.join(folder, name), '{"index":"search/manifest.json"}');
  }
  const crawler = new Crawler(folder);
  const report: KillReport = { killed: 0, ended: 0, pages: 0, faults: crawler.faults };
  try {
    await publishOnce(0, undefined);
    const crawling = crawler.run();
    for (let turn = 1; turn <= kills; turn += 1) await publishOnce(turn, random() * LONGEST_MS);
    await publishOnce(kills + 1, undefined);
    crawler.stop();
    await crawling;
    return { ...report, pages: crawler.pages };
  } finally {
    rmSync(own, { recursive: true, force: true });
  }

  async function publishOnce(turn: number, killAfterMs: number | undefined): Promise<void> {
    const site = writeSite(siteFiles(peopleOf(turn), `s${String(turn % 3)}`));
    const child = spawn(process.execPath, [CHILD, site.folder, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), ended]);
    if (killAfterMs !== undefined) {
      await Promise.race([wait(killAfterMs), ended]);
      child.kill('SIGKILL');
    }
    const code = await ended;
    site.remove();
    if (code === 0) report.ended += 1;
    else if (killAfterMs === undefined) crawler.faults.push(`a publish that nobody killed ended with ${String(code)}`);
    else report.killed += 1;
  }
}

/** In every turn some people are there that were not, some have gone, and some have other words. */
function peopleOf(turn: number): People {
  const ids = Array.from({ length: PEOPLE }, (_, at) => at).filter((at) => (at + turn) % 7 !== 0);
  return Object.fromEntries(
    ids.map((at) => [`person-${String(at)}`, `第${String(at)}位，${at % 3 === turn % 3 ? String(turn) : ''}`]),
  );
}
