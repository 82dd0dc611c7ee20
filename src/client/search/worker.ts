/**
 * Search off the page's own thread, so that typing stays smooth on an old computer. Nothing is loaded before the first
 * question; a failed start is tried again with the next one.
 */
import type { SearchAids } from '../../views/search-aids.ts';
import { SearchEngine, type SearchAnswer, type SearchRequest } from './engine.ts';
import { type PagefindInstance, TokenIndex } from './token-index.ts';

export interface WorkerQuestion {
  id: number;
  /** Address of the site's root, with a slash at the end. */
  base: string;
  /** Undefined only starts the engine. */
  request: SearchRequest | undefined;
}
export type WorkerReply = { id: number; answer: SearchAnswer | undefined } | { id: number; error: string };

/** The manifest that scripts/build/search-index.ts writes. */
interface Manifest {
  aids: string;
  index: string;
}
interface PagefindModule {
  createInstance(options: { basePath: string; noWorker: boolean; metaCacheTag: string }): PagefindInstance & { init(): Promise<void> };
}
interface WorkerScope {
  postMessage(reply: WorkerReply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<WorkerQuestion>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
let engine: Promise<SearchEngine> | undefined;

async function openEngine(base: string): Promise<SearchEngine> {
  const [manifest, pagefind] = await Promise.all([
    getJson<Manifest>(`${base}search/manifest.json`, 'no-cache'),
    import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<PagefindModule>,
  ]);
  const [aids, instance] = await Promise.all([
    getJson<SearchAids>(`${base}search/${manifest.aids}`, 'default'),
    openPagefind(pagefind, base, manifest.index),
  ]);
  return new SearchEngine(new TokenIndex(instance), aids);
}

async function openPagefind(pagefind: PagefindModule, base: string, index: string): Promise<PagefindInstance> {
  const instance = pagefind.createInstance({ basePath: `${base}pagefind/`, noWorker: true, metaCacheTag: index });
  await instance.init();
  // Pagefind opens the index with the first search and keeps a failure to itself until then.
  await instance.search('_');
  return instance;
}

async function getJson<Value>(address: string, cache: RequestCache): Promise<Value> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${String(response.status)} ${address}`);
  return (await response.json()) as Value;
}

scope.addEventListener('message', ({ data: { id, base, request } }) => {
  engine ??= openEngine(base);
  engine
    .then((opened) => (request === undefined ? undefined : opened.search(request)))
    .then(
      (answer) => scope.postMessage({ id, answer }),
      (error: unknown) => {
        engine = undefined;
        scope.postMessage({ id, error: String(error) });
      },
    );
});
