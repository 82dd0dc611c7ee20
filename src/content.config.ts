import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { COLLECTION_NAMES, type Collections, toCollections } from './catalogue/collections.ts';
import { loadSite } from './charts/load-site.ts';
import { formatIssues } from './issues/format.ts';
import { nodeFileSystem } from './reader/file-system.ts';
import { readSite } from './reader/read-site.ts';
import { SITE_LAYOUT } from './schemas/kinds.ts';
import { CHECKED_CONTENT, contentFolder, contentLabel, todayInChina } from './integrations/settings.ts';

/**
 * Astro's collections are fed by the project's own reader, the one `npm run check` uses. Each collection's loader asks for the
 * whole site, so it is read once a run and again after a file changed.
 */
const folder = contentFolder();
let reading: Promise<Collections> | undefined;

async function readCollections(): Promise<Collections> {
  const raw = await readSite({ fileSystem: nodeFileSystem, folder, label: contentLabel(folder), layout: SITE_LAYOUT });
  const { content, issues } = loadSite(raw, { today: todayInChina() });
  if (!content) throw new Error(`内容有错误，没有构建。\n${formatIssues(issues, 'text')}`);
  return toCollections(content);
}

function siteLoader(name: string): Loader {
  return {
    name: `jiangce-${name}`,
    async load({ store, watcher }) {
      const fill = async (): Promise<void> => {
        const site = await (reading ??= readCollections());
        store.clear();
        for (const record of site[name] ?? []) store.set({ id: record.id, data: { ...record } });
      };
      // The pages of a build get what was checked before it (integrations/checked-content.ts).
      if (process.env[CHECKED_CONTENT] !== undefined) return;
      await fill();
      watcher?.add(folder);
      watcher?.on('all', (_event, file) => {
        if (!file.startsWith(folder)) return;
        reading = undefined;
        void fill();
      });
    },
  };
}

export const collections = Object.fromEntries(
  COLLECTION_NAMES.map((name) => [name, defineCollection({ loader: siteLoader(name) })]),
);
