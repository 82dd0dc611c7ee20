import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import type { Content, Entry } from './catalogue/content.ts';
import { loadSite } from './charts/load-site.ts';
import { formatIssues } from './issues/format.ts';
import { nodeFileSystem } from './reader/file-system.ts';
import { readSite } from './reader/read-site.ts';
import { entryKinds, SITE_LAYOUT } from './schemas/kinds.ts';
import { contentFolder, contentLabel, todayInChina } from './integrations/settings.ts';

/**
 * Astro's collections are fed by the project's own reader, the one `npm run check` uses. Each collection's loader asks for the
 * whole site, so it is read once a run and again after a file changed.
 */
const folder = contentFolder();
let reading: Promise<Content> | undefined;

async function readContent(): Promise<Content> {
  const raw = await readSite({ fileSystem: nodeFileSystem, folder, label: contentLabel(folder), layout: SITE_LAYOUT });
  const { content, issues } = loadSite(raw, { today: todayInChina() });
  if (!content) throw new Error(`内容有错误，没有构建。\n${formatIssues(issues, 'text')}`);
  return content;
}

/** `pick` chooses what of the site a collection holds: records with an id. */
function siteLoader(name: string, pick: (content: Content) => readonly { id: string }[]): Loader {
  return {
    name: `jiangce-${name}`,
    async load({ store, watcher }) {
      const fill = async (): Promise<void> => {
        const content = await (reading ??= readContent());
        store.clear();
        for (const record of pick(content)) store.set({ id: record.id, data: record as unknown as Record<string, unknown> });
      };
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

const entries = Object.fromEntries(
  entryKinds.map((kind) => [kind, defineCollection({ loader: siteLoader(kind, (content) => content.entries[kind] as Entry[]) })]),
);
/** The single files of a content folder, one record each. */
const documents = defineCollection({
  loader: siteLoader('documents', (content) => Object.entries(content.documents).map(([id, data]) => ({ id, data }))),
});

export const collections = { ...entries, documents };
