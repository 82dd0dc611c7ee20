import { CACHING, zoneOf } from '../serving/zones.ts';
import type { PublishedFile } from './site-files.ts';

/** One thing that is done at a target. */
export type Step = { kind: 'send'; file: PublishedFile } | { kind: 'remove'; name: string };

/** Steps that may run side by side; the next stage begins when all of them are done. */
export interface Stage {
  name: StageName;
  steps: Step[];
}

/**
 * The order in which a release arrives, so that every page that a visitor sees refers only to what is there already: what pages
 * load, then new pages, to which nothing leads yet, then the pages that lead to them from the depth to the front, then what names
 * all pages, last the search, whose results may show any of them. What nothing leads to any more goes after all that.
 */
const STAGES = ['assets', 'files', 'embeds', 'new-pages', 'pages', 'lists', 'front', 'search', 'gone'] as const;
export type StageName = (typeof STAGES)[number];

/** What the stages are called while they run. */
export const STAGE_LABELS: Readonly<Record<StageName, string>> = {
  assets: '样式、脚本和搜索索引',
  files: '图片和数据',
  embeds: '嵌入的图表',
  'new-pages': '新页面',
  pages: '改过的页面',
  lists: '名录和栏目页',
  front: '首页和订阅',
  search: '搜索的入口',
  gone: '删掉不再有的文件',
};

/** The name without the ending of a compressed copy. */
export function plainName(name: string): string {
  return name.replace(/\.(?:gz|br)$/, '');
}

/** Whether a file is named by what it holds: its content never changes, and pages that a visitor opened before may still load it. */
export function isImmutable(name: string): boolean {
  return zoneOf(plainName(name)).caching === 'forever';
}

/** Whether a file is a page or one of its compressed copies. */
export function isPage(name: string): boolean {
  const plain = plainName(name);
  return plain.endsWith('.html') && zoneOf(plain).policy === 'page';
}

/** Pages, and what lists them: feeds, the site map. All else is what pages load or lead to. */
const NAMES_PAGES = /\.(?:html|xml|json|txt)$/;

function stageOf(name: string, isNew: boolean): StageName {
  const plain = plainName(name);
  const zone = zoneOf(plain);
  if (zone.caching === 'forever') return 'assets';
  if (CACHING[zone.caching] === CACHING.never) return 'search';
  if (zone.name === 'embeds') return 'embeds';
  if (zone.policy !== 'page' || !NAMES_PAGES.test(plain)) return 'files';
  if (isNew) return 'new-pages';
  if (!plain.endsWith('.html')) return 'front';
  const depth = plain.split('/').length;
  if (depth === 1) return 'front';
  return depth === 2 ? 'lists' : 'pages';
}

/** What stands at a target: digests by name; undefined for a file that is there and of which nothing else is known. */
export type Standing = ReadonlyMap<string, string | undefined>;

/**
 * The steps from what stands at a target to a release.
 *
 * @param kept files that are in the release no more and stay for a while
 */
export function planStages(
  standing: Standing,
  release: readonly PublishedFile[],
  kept: ReadonlySet<string> = new Set(),
): Stage[] {
  const stages = new Map<StageName, Step[]>(STAGES.map((name) => [name, []]));
  const names = new Set(release.map(({ name }) => name));
  const put = (stage: StageName, step: Step): void => void stages.get(stage)?.push(step);
  const sent = new Map<string, StageName>();
  for (const file of release) {
    if (standing.has(file.name) && standing.get(file.name) === file.digest) continue;
    const plain = plainName(file.name);
    const stage = stageOf(file.name, !standing.has(plain));
    sent.set(plain, stage);
    put(stage, { kind: 'send', file });
  }
  for (const name of standing.keys()) {
    if (names.has(name) || kept.has(name)) continue;
    const plain = plainName(name);
    // A server would go on sending a compressed copy of the old page: it goes with the page, not after all.
    put((names.has(plain) ? sent.get(plain) : undefined) ?? 'gone', { kind: 'remove', name });
  }
  return STAGES.map((name) => ({ name, steps: stages.get(name) ?? [] })).filter(({ steps }) => steps.length > 0);
}
