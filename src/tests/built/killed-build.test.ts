import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../lib/seeded-random.ts';
import { buildSite, openWorkshop, writeFixture } from './build-site.ts';
import { digestFiles, findDifferent } from './digests.ts';
import { startBuild } from './running-build.ts';

/**
 * A build is killed, with all its processes, at ten moments from its first to its last; the old site must be as it was each time,
 * or the new one be there whole.
 * How long a build takes changes with what else the machine does: one that was done before its moment says how long it is now,
 * and the moment comes again.
 */
const KILLS = 10;
const MOST_TRIES = 30;
const LIMIT_MS = 900_000;
/** From this step to its end a build may have put the new site in place already; before, it must not. */
const EXCHANGE = /换上新网站|完成/;
const BUILDS = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'jiangce', 'builds');

const workshop = openWorkshop();
afterAll(workshop.remove);

const content = join(workshop.folder, 'content');
const out = join(workshop.folder, 'dist');
const random = seededRandom('killed builds');
/** One in each tenth of a build's time. */
const moments = Array.from({ length: KILLS }, (_, at) => (at + random()) / KILLS);

/** Any older site will do: it is only ever moved. */
function writeOldSite(): void {
  for (const file of ['index.html', 'search/manifest.json', 'craftsmen/a/index.html', 'share/a.png']) {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), `the old ${file}`);
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a build that is killed', () => {
  let whole: ReadonlyMap<string, string> = new Map();
  let lastMs = 0;

  beforeAll(async () => {
    writeFixture('healthy', content);
    const started = performance.now();
    const reference = join(workshop.folder, 'reference');
    const { code, output } = await buildSite(content, reference);
    if (code !== 0) throw new Error(output);
    lastMs = performance.now() - started;
    whole = digestFiles(reference);
  }, LIMIT_MS);

  it(
    'at any moment leaves the old site whole, and the next build works and clears up',
    async () => {
      writeOldSite();
      let expected: ReadonlyMap<string, string> = digestFiles(out);
      const seen: string[] = [];
      const killed: string[] = [];
      for (let tries = 0, at = 0; at < KILLS; tries += 1) {
        if (tries === MOST_TRIES) throw new Error(`Only ${String(at)} of ${String(tries)} builds were still running.`);
        const started = performance.now();
        const build = startBuild(content, out);
        const isDone = await Promise.race([
          build.done.then(() => true),
          wait(lastMs * (moments[at] ?? 0)).then(() => false),
        ]);
        build.kill();
        const { output } = await build.done;
        const lastStep = output.trimEnd().split('\n').at(-1) ?? '';
        const found = digestFiles(out);
        if (isDone) {
          lastMs = performance.now() - started;
          expected = whole;
        } else {
          at += 1;
          killed.push(`build-${String(build.pid)}-`);
          seen.push(lastStep);
          if (EXCHANGE.test(lastStep) && findDifferent(whole, found).length === 0) expected = whole;
        }
        expect(findDifferent(expected, found)).toEqual([]);
      }
      // The moments reached into the making of pages, and beyond.
      expect(seen.filter((step) => step.includes('已生成') || step.includes('生成页面')).length).toBeGreaterThan(3);

      const next = await buildSite(content, out);
      expect(next.code, next.output).toBe(0);
      expect(findDifferent(whole, digestFiles(out))).toEqual([]);
      const left = readdirSync(BUILDS).filter((name) => killed.some((start) => name.startsWith(start)));
      expect(left).toEqual([]);
      expect(readdirSync(workshop.folder).toSorted()).toEqual(['content', 'dist', 'reference']);
    },
    LIMIT_MS,
  );
});
