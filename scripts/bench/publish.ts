import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSite } from '../../src/building/build-site.ts';
import { contentFolder, contentLabel, todayInChina } from '../../src/integrations/settings.ts';
import { type BuiltSite, goBack, planPublish, publish } from '../../src/publishing/publish.ts';
import { readSiteFiles } from '../../src/publishing/site-files.ts';
import type { PublishTarget } from '../../src/schemas/publish.ts';
import { killPublishes } from '../publish-trial/kill-publishes.ts';
import { siteFiles, writeSite } from '../publish-trial/made-site.ts';
import type { Bench, BenchOptions } from './bench.ts';
import { formatSeconds } from './figures.ts';

const KILLS = 200;
const SEED = 20_261_129;
/** A page to edit, that every site of the bench has. */
const EDITED = 'craftsmen/index.html';

interface Measured {
  site: string;
  way: string;
  what: string;
  files: number;
  seconds: number;
}

/** Files and seconds of a first publish, of one edit, of nothing and of going back; and what a reader sees when runs are killed. */
export const publishBench: Bench = {
  title: '发布',
  async run(options) {
    const { folder, profiles, report } = options;
    report('生成青岛的网站');
    const built = path.join(folder, 'qingdao');
    const content = contentFolder('qingdao');
    await buildSite({
      folder: content,
      label: contentLabel(content),
      output: built,
      today: todayInChina(),
      isClean: false,
      onStage: () => undefined,
      onRemark: () => undefined,
    });
    const made = writeSite(
      siteFiles(Object.fromEntries(Array.from({ length: profiles }, (_, at) => [`person-${String(at)}`, String(at)]))),
    );
    const measured: Measured[] = [];
    const kills = [];
    try {
      for (const [site, place] of [
        ['青岛', built],
        [`${String(profiles)} 人的空架子`, made.folder],
      ] as const)
        for (const isInPlace of [false, true]) measured.push(...(await measureSite(site, place, isInPlace, options)));
    } finally {
      made.remove();
    }
    for (const isInPlace of [false, true]) {
      report(`杀 ${String(KILLS)} 次：${wayOf(isInPlace)}`);
      kills.push({ way: wayOf(isInPlace), ...(await killPublishes({ kills: KILLS, seed: SEED, isInPlace })) });
    }
    return {
      tables: [
        {
          title: '发布到文件夹',
          columns: ['网站', '放法', '做什么', '发了几个文件', '用时'],
          rows: measured.map(({ site, way, what, files, seconds }) => [
            site,
            way,
            what,
            String(files),
            formatSeconds(seconds),
          ]),
          notes: ['用时从比较算起，到记下为止；不含生成网站，含读一遍网站的文件。'],
        },
        {
          title: '发布到一半被杀',
          columns: ['放法', '杀了几次', '读了几页', '看到的毛病'],
          rows: kills.map(({ way, killed, pages, faults }) => [
            way,
            String(killed),
            String(pages),
            String(faults.length),
          ]),
          notes: [],
        },
      ],
      data: { measured, kills },
    };
  },
};

function wayOf(isInPlace: boolean): string {
  return isInPlace ? '原处换' : '并排';
}

async function measureSite(
  site: string,
  built: string,
  isInPlace: boolean,
  { folder, report }: BenchOptions,
): Promise<Measured[]> {
  const place = path.join(folder, `${path.basename(built)}-${isInPlace ? 'in-place' : 'beside'}`);
  const target: PublishTarget = { kind: 'folder', id: 'bench', name: '测量', path: place };
  if (isInPlace) {
    mkdirSync(path.join(place, 'search'), { recursive: true });
    for (const name of ['index.html', 'search/manifest.json']) writeFileSync(path.join(place, name), '');
  }
  const measured: Measured[] = [];
  const measure = async (what: string, act: () => Promise<number>): Promise<void> => {
    const started = performance.now();
    const files = await act();
    measured.push({ site, way: wayOf(isInPlace), what, files, seconds: (performance.now() - started) / 1000 });
    report(`${site}，${wayOf(isInPlace)}，${what}`);
  };
  await measure('第一次', () => send(built, target));
  await measure('没有改动', () => send(built, target));
  appendFileSync(path.join(built, EDITED), '<!-- -->');
  await measure('改一页', () => send(built, target));
  await measure('退回', async () => {
    await goBack(target, { withdrawn: [] }, { secrets: {} });
    return 0;
  });
  return measured;
}

/** Gives how many files were sent. */
async function send(folder: string, target: PublishTarget): Promise<number> {
  const site: BuiltSite = { folder, files: readSiteFiles(folder, {}).files, withdrawn: [] };
  const plan = await planPublish(site, target, { secrets: {} });
  return plan.isUpToDate ? 0 : (await publish(plan, { secrets: {} })).sent;
}
