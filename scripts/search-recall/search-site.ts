import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { buildCatalogue, entryTitle } from '../../src/catalogue/catalogue.ts';
import type { Entry } from '../../src/catalogue/content.ts';
import { entryPath } from '../../src/catalogue/paths.ts';
import { openSite } from '../../src/opening/open-site.ts';
import { type EntryKind, entryKinds } from '../../src/schemas/kinds.ts';
import { buildViewContext, type ViewContext } from '../../src/views/context.ts';
import { buildSearchRecords, type SearchRecord } from '../../src/views/search-records.ts';
import { contentFolderOf } from '../sites/built-site.ts';
import { getTestSite } from '../sites/test-sites.ts';
import { buildGoldenQueries, type GoldenPage, type GoldenQuery } from './golden-queries.ts';

/** A built city and what its search has to find. */
export interface SearchSite {
  name: string;
  folder: string;
  queries: GoldenQuery[];
  /** Whether the site has a page of `kind/id`. */
  hasPage: (ref: string) => boolean;
}

/**
 * Reads the content a site was built from, for the queries it has to answer. Pages that were not built are not expected.
 *
 * @param name a folder name under content/
 * @param folder the built site, where it is not the one that the tests look at
 */
export async function openSearchSite(name: string, folder = getTestSite(name)): Promise<SearchSite> {
  // The date only decides which figures are refused as coming from the future.
  const { content } = await openSite(contentFolderOf(name), { today: '2100-01-01' });
  if (!content) throw new Error(`The content of ${name} has errors.`);
  const context = buildViewContext(buildCatalogue(content));
  const pages = listPages(folder, context);
  const refs = new Set(pages.map(({ ref }) => ref));
  return { name, folder, queries: buildGoldenQueries(name, pages, context), hasPage: (ref) => refs.has(ref) };
}

/** Frozen charts are old states of charts that are found themselves. */
const UNSEARCHED = new Set<EntryKind>(['corrections', 'frozen']);

/**
 * Every entry with a page, taken from the catalogue and not from what the search made of it, so that an entry it forgot is
 * missed here. Its text is the search's own and what the page shows.
 */
function listPages(folder: string, context: ViewContext): GoldenPage[] {
  const records = new Map(buildSearchRecords(context).map((record) => [record.path, record]));
  const entries = entryKinds
    .filter((kind) => !UNSEARCHED.has(kind))
    .flatMap((kind) => [...(context.catalogue.entries[kind] as ReadonlyMap<string, Entry>).values()])
    .map((entry) => {
      const { kind, id } = entry;
      const path = entryPath(kind, id);
      const ref = kind === 'reports' ? path.slice(1, -1) : `${kind}/${id}`;
      return { ref, kind, path, title: records.get(path)?.text.title ?? entryTitle(entry) };
    });
  const others = [...records.values()]
    .filter(({ kind }) => kind === 'lists' || kind === 'sources')
    .map(({ kind, id, path, text }) => ({ ref: `${kind}/${id}`, kind, path, title: text.title }));
  return [...entries, ...others].flatMap(({ path, ...page }) => {
    const file = join(folder, path, 'index.html');
    if (!existsSync(file)) return [];
    const record = records.get(path);
    return { ...page, text: searchedText(record), prose: readProse(file) || (record?.text.body ?? '') };
  });
}

function searchedText(record: SearchRecord | undefined): string {
  if (!record) return '';
  const { title, names, related, facts, body } = record.text;
  return [title, ...names, ...related, facts, body].join('，');
}

/** The sentences of a built page, without the marks of its notes; empty for a page of figures. */
function readProse(file: string): string {
  const prose = parse(readFileSync(file, 'utf8')).querySelectorAll('article .prose');
  for (const mark of prose.flatMap((part) => part.querySelectorAll('sup, figure, table'))) mark.remove();
  return prose.map((part) => part.structuredText).join('\n');
}

/** The script of the search worker among a site's assets. */
export function findWorkerScript(folder: string): string {
  const script = readdirSync(join(folder, '_assets')).find((file) => /^worker-.*\.js$/.test(file));
  if (script === undefined) throw new Error(`${folder} has no search worker.`);
  return script;
}
