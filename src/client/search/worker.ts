/**
 * Search off the page's own thread, so that typing stays smooth on an old computer. Nothing is loaded before the first
 * question; a failed start is tried again with the next one, and a site that was replaced under an open tab is opened anew.
 */
import type { SearchAids, SearchCorrections, SearchManifest } from '../../lib/search-aids.ts';
import { SearchEngine } from './engine.ts';
import { fetchJson } from './fetch-file.ts';
import { IndexFiles } from './index-files.ts';
import { onceResolved } from '../../lib/memoize.ts';
import { PagefindIndex } from './pagefind-index.ts';
import type { SearchAnswer, SearchRequest } from './request.ts';
import { Reopening } from './reopening.ts';
import { prepareWords } from './words.ts';

export interface WorkerQuestion {
  id: number;
  /** Address of the site's root, with a slash at the end. */
  base: string;
  /** Undefined where something is being typed: what the query will need is fetched meanwhile. */
  request: SearchRequest | undefined;
}
export type WorkerReply = { id: number; answer: SearchAnswer | undefined } | { id: number; error: string };

interface Search {
  engine: SearchEngine;
  /** Of a small site: all that no query has asked for yet, so that the next one need not wait. */
  fetchRest: () => Promise<void>;
}
interface WorkerScope {
  postMessage: (reply: WorkerReply) => void;
  addEventListener: (type: 'message', listener: (event: MessageEvent<WorkerQuestion>) => void) => void;
}

const scope = globalThis as unknown as WorkerScope;
let search: Reopening<Search> | undefined;

async function openSearch(base: string): Promise<Search> {
  // The one file of a fixed name; the host sends it anew each time.
  const manifest = await fetchJson<SearchManifest>(`${base}search/manifest.json`, 'no-cache');
  const files = new IndexFiles(base, manifest.bundle);
  const [aids, index] = await Promise.all([
    fetchJson<SearchAids>(`${base}search/${manifest.aids}`),
    PagefindIndex.open(manifest.index, (name) => files.load(name)),
  ]);
  const loadCorrections = onceResolved(() => fetchJson<SearchCorrections>(`${base}search/${manifest.corrections}`));
  return {
    engine: new SearchEngine(index, aids, loadCorrections),
    fetchRest: async () => {
      if (manifest.bundle !== undefined) await Promise.all([files.holdAll(), loadCorrections()]);
    },
  };
}

async function answer({ base, request }: WorkerQuestion): Promise<SearchAnswer | undefined> {
  search ??= new Reopening(() => openSearch(base));
  return search.use(async ({ engine }) => (request === undefined ? undefined : engine.search(request)));
}

/** For a second query, unless the reader pays for every byte. What fails here is fetched when it is asked for. */
async function fetchRest(): Promise<void> {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (connection?.saveData !== true) await search?.use((opened) => opened.fetchRest()).catch(() => undefined);
}

let isAsked = false;
let hasAnswered = false;

scope.addEventListener('message', ({ data: question }) => {
  const { id, request } = question;
  isAsked ||= request !== undefined;
  answer(question).then(
    (found) => {
      scope.postMessage({ id, answer: found });
      if (found) hasAnswered = true;
      else if (hasAnswered) void fetchRest();
      else if (!isAsked) prepareWords();
    },
    (error: unknown) => {
      scope.postMessage({ id, error: String(error) });
    },
  );
});
