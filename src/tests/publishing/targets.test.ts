import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Secrets } from '../../publishing/access.ts';
import { goBack, listReleases, planPublish, publish } from '../../publishing/publish.ts';
import type { Progress } from '../../publishing/transfer.ts';
import type { PublishTarget } from '../../schemas/publish.ts';
import { type People, siteFiles, writeSite } from '../../../scripts/publish-trial/made-site.ts';
import { hasSshd, hasVsftpd, startS3, startSshd, startVsftpd } from './servers.ts';

interface Started {
  target: PublishTarget;
  secrets: Secrets;
  folder: string;
  close: () => Promise<void>;
}

async function startFolder(isThere: boolean): Promise<Started> {
  const own = mkdtempSync(path.join(tmpdir(), 'jiangce-folder-'));
  const folder = path.join(own, 'www', 'site');
  if (isThere) {
    // A site that was copied by hand, with files of the server's own.
    mkdirSync(path.join(folder, 'search'), { recursive: true });
    writeFileSync(path.join(folder, 'index.html'), 'old');
    writeFileSync(path.join(folder, 'search', 'manifest.json'), '{}');
    writeFileSync(path.join(folder, 'MP_verify.txt'), 'proof');
  }
  return Promise.resolve({
    target: { kind: 'folder', id: 'disk', name: '测试文件夹', path: folder },
    secrets: {},
    folder,
    close: () => {
      rmSync(own, { recursive: true, force: true });
      return Promise.resolve();
    },
  });
}

const KINDS: readonly { name: string; canRun: boolean; start: () => Promise<Started> }[] = [
  { name: 'a free folder', canRun: true, start: () => startFolder(false) },
  { name: 'a folder with a site', canRun: true, start: () => startFolder(true) },
  { name: "OpenSSH's sshd", canRun: hasSshd, start: () => startSshd() },
  { name: "OpenSSH's sshd without links", canRun: hasSshd, start: () => startSshd({ hasLinks: false }) },
  { name: 'vsftpd', canRun: hasVsftpd, start: startVsftpd },
  { name: 's3rver', canRun: true, start: startS3 },
];

const TWO: People = { 'lin-mo': '林墨，钳工', 'shan-yu': '单宇，电工' };
const EDITED: People = { ...TWO, 'shan-yu': '单宇，高级电工' };
const THREE: People = { ...EDITED, 'hai-ge': '海歌，焊工' };

/** Of every file in a folder but what is kept beside the site. */
function readFolder(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.startsWith('.jiangce') && statSync(path.join(folder, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(path.join(folder, name), 'base64')]),
  );
}

for (const { name, canRun, start } of KINDS) {
  describe.skipIf(!canRun)(name, () => {
    let server: Started;
    let clock = Date.parse('2026-11-29T08:00:00Z');
    const messages: Progress[] = [];

    beforeAll(async () => {
      server = await start();
    });
    afterAll(async () => {
      await server.close();
    });

    /** Every run is a minute after the one before. */
    const options = () => ({
      secrets: server.secrets,
      now: () => new Date((clock += 60_000)),
      onProgress: (progress: Progress) => void messages.push(progress),
    });

    async function bring(people: People, withdrawn: string[] = [], style = 'one') {
      const site = writeSite(siteFiles(people, style), withdrawn);
      try {
        const plan = await planPublish(site, server.target, options());
        const result = plan.isUpToDate ? undefined : await publish(plan, options());
        if (server.target.kind !== 's3') expectSame(readFolder(server.folder), readFolder(site.folder));
        return { plan, result };
      } finally {
        site.remove();
      }
    }

    /** Files of earlier releases may stay, if they are named by their content; nothing else. */
    function expectSame(found: Record<string, string>, wanted: Record<string, string>): void {
      const more = Object.keys(found).filter((file) => !(file in wanted) && !/^(?:_assets|search)[\\/]/.test(file));
      expect(more.filter((file) => file !== 'MP_verify.txt')).toEqual([]);
      expect(Object.fromEntries(Object.keys(wanted).map((file) => [file, found[file]]))).toEqual(wanted);
    }

    test('takes a whole site', async () => {
      const { plan, result } = await bring(TWO);

      expect(plan.isUpToDate).toBe(false);
      expect(result?.sent).toBe(plan.send.files);
    });

    test('is sent nothing when nothing has changed', async () => {
      const { plan } = await bring(TWO);

      expect(plan).toMatchObject({ isUpToDate: true, send: { files: 0, bytes: 0 }, remove: 0 });
    });

    test('is sent what an edit changed, and no more', async () => {
      const { plan, result } = await bring(EDITED);

      expect(plan.pages).toEqual({ added: [], changed: ['craftsmen/shan-yu/'], gone: [] });
      // The page, its compressed copy, the list of names in the search, and its name.
      expect(result?.sent).toBe(server.target.kind === 's3' ? 3 : 4);
    });

    test('lists its releases', async () => {
      const releases = await listReleases(server.target, options());

      expect(releases.map(({ isCurrent, pages }) => ({ isCurrent, pages }))).toMatchObject([
        { isCurrent: true, pages: { added: 0, changed: 1, gone: 0 } },
        { isCurrent: false },
      ]);
    });

    test('goes back to the release before, and forward again', async () => {
      const [current, before] = await listReleases(server.target, options());
      const back = await goBack(server.target, { withdrawn: [] }, options());
      const { plan: earlier } = await bring(TWO);
      const forward = await goBack(server.target, { id: current?.id, withdrawn: [] }, options());
      const { plan: later } = await bring(EDITED);

      expect(back.release).toBe(before?.id);
      expect(forward.release).toBe(current?.id);
      expect([earlier.isUpToDate, later.isUpToDate]).toEqual([true, true]);
    });

    test('drops releases that show somebody who was withdrawn', async () => {
      await bring(THREE);
      const { result } = await bring({ ...EDITED, 'lin-mo': '林墨，钳工，已退休' }, ['hai-ge']);
      const left = await listReleases(server.target, options());
      const [, before] = left;

      expect(result?.clearedReleases).toHaveLength(1);
      expect(left.map(({ id }) => id)).not.toContain(result?.clearedReleases[0]);
      // Those before have never shown the person.
      await goBack(server.target, { id: before?.id, withdrawn: ['hai-ge'] }, options());
      expect((await bring(EDITED)).plan.isUpToDate).toBe(true);
    });

    test('does not go back to a release with somebody withdrawn since', async () => {
      await bring(THREE);
      await bring({ ...THREE, 'lin-mo': '林墨' });

      await expect(goBack(server.target, { withdrawn: ['hai-ge'] }, options())).rejects.toThrow(
        /^\d{8}-\d{6}-[0-9a-f]{8} 这一版里有已经撤下的人，不能退回去。先发布现在的内容，它就会从那里删掉。$/,
      );
    });

    test('goes on with a run that was cut off', async () => {
      const people = { ...THREE, 'lin-mo': '林墨，钳工，劳模', 'wen-hai': '温海，木工' };
      const site = writeSite(siteFiles(people, 'two'));
      const stop = new AbortController();
      const plan = await planPublish(site, server.target, options());
      const cut = publish(plan, {
        ...options(),
        signal: stop.signal,
        onProgress: ({ stage, done, total }) => {
          if (stage !== 'keep' && done > total / 2) stop.abort(new Error('cut off'));
        },
      });
      await expect(cut).rejects.toThrow('cut off');
      site.remove();
      const { plan: again, result } = await bring(people, [], 'two');

      expect(again.isResumed).toBe(true);
      expect(result?.sent).toBeLessThan(plan.send.files);
      expect((await bring(people, [], 'two')).plan.isUpToDate).toBe(true);
    });

    test('tells the second of two publishers', async () => {
      const site = writeSite(siteFiles({ ...TWO, 'wen-hai': '温海' }));
      const plan = await planPublish(site, server.target, options());
      const ends = await Promise.allSettled([
        publish(plan, { ...options(), who: '甲' }),
        publish(plan, { ...options(), who: '乙' }),
      ]);
      site.remove();

      const told = ends.flatMap((end) => (end.status === 'rejected' ? String(end.reason) : []));
      expect(told).toHaveLength(1);
      expect(told[0]).toMatch(/[甲乙]正在发布到|已经有人发布过了/);
    });

    test('finds its state again when the record is lost', async () => {
      const people = { ...TWO, 'wen-hai': '温海' };
      await forget(server);
      const { plan, result } = await bring(people);

      expect(plan.isUnrecorded).toBe(true);
      expect(result?.sent).toBe(plan.send.files);
      expect((await bring(people)).plan.isUpToDate).toBe(true);
    });
  });
}

async function forget({ target, secrets }: Started): Promise<void> {
  const { openTarget } = await import('../../publishing/targets/open-target.ts');
  if (target.kind === 'zip') return;
  const place = await openTarget(target, { secrets, isForWriting: true });
  for (const { name } of await place.files.list(`${place.kept}records/`)) await place.files.remove(name);
  await place.files.remove(`${place.kept}current.json`);
  await place.files.close();
}
