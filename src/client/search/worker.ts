/**
 * Search off the page's own thread, so that typing stays smooth on an old computer. Nothing is loaded before the first
 * question; a failed start is tried again with the next one.
 */
import type { SearchAids, SearchCorrections, SearchManifest } from '../../lib/search-aids.ts';
import { SearchEngine } from './engine.ts';
import type { SearchAnswer, SearchRequest } from './request.ts';
import { type PagefindInstance, TokenIndex } from './token-index.ts';

export interface WorkerQuestion {
  id: number;
  /** Address of the site's root, with a slash at the end. */
  base: string;
  /** Undefined only starts the engine. */
  request: SearchRequest | undefined;
}
export type WorkerReply = { id: number; answer: SearchAnswer | undefined } | { id: number; error: string };

interface PagefindModule {
  createInstance: (options: {
    basePath: string;
    noWorker: boolean;
    metaCacheTag: string;
  }) => PagefindInstance & { init: () => Promise<void> };
}
interface WorkerScope {
  postMessage: (reply: WorkerReply) => void;
  addEventListener: (type: 'message', listener: (event: MessageEvent<WorkerQuestion>) => void) => void;
}

const scope = globalThis as unknown as WorkerScope;
let engine: Promise<SearchEngine> | undefined;

async function openEngine(base: string): Promise<SearchEngine> {
  const [manifest, pagefind] = await Promise.all([
    getJson<SearchManifest>(`${base}search/manifest.json`, 'no-cache'),
    import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<PagefindModule>,
  ]);
  const [aids, instance] = await Promise.all([
    getJson<SearchAids>(`${base}search/${manifest.aids}`, 'default'),
    openPagefind(pagefind, base, manifest.index),
  ]);
  let corrections: Promise<SearchCorrections> | undefined;
  return new SearchEngine(
    new TokenIndex(instance),
    aids,
    () => (corrections ??= getJson<SearchCorrections>(`${base}search/${manifest.corrections}`, 'default')),
  );
}

async function openPagefind(pagefind: PagefindModule, base: string, index: string): Promise<PagefindInstance> {
  const instance = pagefind.createInstance({ basePath: `${base}pagefind/`, noWorker: true, metaCacheTag: index });
  await instance.init();
  return instance;
}

async function getJson<Value>(address: string, cache: RequestCache): Promise<Value> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${String(response.status)} ${address}`);
  return (await response.json()) as Value;
}

/**
 * Pagefind takes a file of the index that did not arrive for one without the word, and the site would claim to have nothing
 * about it. So failed requests are counted here, and an answer that had one is no answer.
 */
let failures = 0;
const fetchPlainly = globalThis.fetch;
globalThis.fetch = async (...call) => {
  try {
    const response = await fetchPlainly(...call);
    if (!response.ok) failures += 1;
    return response;
  } catch (error) {
    failures += 1;
    throw error;
  }
};

async function answer({ base, request }: WorkerQuestion): Promise<SearchAnswer | undefined> {
  const failuresBefore = failures;
  const opened = await (engine ??= openEngine(base));
  const found = request === undefined ? undefined : await opened.search(request);
  if (failures > failuresBefore) throw new Error('A file of the index did not arrive.');
  return found;
}

scope.addEventListener('message', ({ data: question }) => {
  const { id } = question;
  answer(question).then(
    (found) => scope.postMessage({ id, answer: found }),
    (error: unknown) => {
      engine = undefined;
      scope.postMessage({ id, error: String(error) });
    },
  );
});
