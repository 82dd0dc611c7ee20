import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { contentTypeOf } from '../serving/media-types.ts';
import { CACHING, zoneOf } from '../serving/zones.ts';
import { PublishFailure } from './failures.ts';
import { forEachAtOnce } from './in-parallel.ts';
import { isPage } from './order.ts';
import type { BuiltSite } from './publish.ts';
import type { PageChanges } from './releases.ts';
import { digestOf } from './site-files.ts';

/** Something that visitors get otherwise than it was published. */
export interface Difference {
  /** Whole, to be opened or handed to a CDN. */
  url: string;
  what: 'missing' | 'other' | 'home' | 'still-there' | 'not-found-page' | 'caching' | 'type';
}

export interface Proof {
  asked: number;
  differences: Difference[];
  /** Whether nobody answered at the public address. */
  isUnreachable: boolean;
}

const MOST_CHANGED = 60;
const SAMPLE = 12;
const AT_ONCE = 6;
const ANSWER_MS = 15_000;
/** An address that no site has. */
const NOWHERE = 'jiangce-no-such-page/';

/** Fetches what was published from where visitors fetch it, and compares: changed pages, some others, what should be gone. */
export async function provePublic(
  site: BuiltSite,
  { publicUrl, pages, signal }: { publicUrl: string; pages: PageChanges; signal?: AbortSignal | undefined },
): Promise<Proof> {
  const base = publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`;
  const differences: Difference[] = [];
  const find = (address: string, what: Difference['what']): void => {
    differences.push({ url: urlOf(base, address), what });
  };
  if (!(await ask(base).catch(() => undefined))) return { asked: 1, differences: [], isUnreachable: true };
  const home = digestOf(await readFile(path.join(site.folder, 'index.html')));
  const wanted = chooseFiles(site, pages);
  const gone = [...pages.gone, ...site.withdrawn.map((id) => `craftsmen/${id}/`)].slice(0, MOST_CHANGED);
  await forEachAtOnce(
    wanted,
    AT_ONCE,
    async (name) => {
      const answer = await ask(urlOf(base, addressOf(name)));
      if (answer.status !== 200) {
        find(addressOf(name), 'missing');
        return;
      }
      const digest = digestOf(answer.content);
      if (digest !== digestOf(await readFile(path.join(site.folder, name))))
        find(addressOf(name), digest === home ? 'home' : 'other');
      else if (answer.type.split(';')[0]?.toLowerCase() !== contentTypeOf(name).split(';')[0])
        find(addressOf(name), 'type');
      else if (answer.caching !== CACHING[zoneOf(name).caching]) find(addressOf(name), 'caching');
    },
    signal,
  );
  await forEachAtOnce(
    gone,
    AT_ONCE,
    async (address) => {
      if ((await ask(urlOf(base, address))).status === 200) find(address, 'still-there');
    },
    signal,
  );
  const nowhere = await ask(urlOf(base, NOWHERE));
  if (
    nowhere.status !== 404 ||
    digestOf(nowhere.content) !== digestOf(await readFile(path.join(site.folder, '404.html')))
  )
    find(NOWHERE, 'not-found-page');
  differences.sort((a, b) => (a.url < b.url ? -1 : 1));
  return { asked: wanted.length + gone.length + 2, differences, isUnreachable: false };
}

/** Changed pages, and of everything else a sample that is the same each time for the same release. */
function chooseFiles({ files }: BuiltSite, { added, changed }: PageChanges): string[] {
  const names = files.map(({ name }) => name).filter((name) => !/\.(?:gz|br)$/.test(name) && name !== '404.html');
  const news = new Set([...changed, ...added]);
  const changedNames = names.filter((name) => isPage(name) && news.has(addressOf(name))).slice(0, MOST_CHANGED);
  const rest = names.filter((name) => !changedNames.includes(name));
  const step = Math.max(1, Math.floor(rest.length / SAMPLE));
  return [...new Set(['index.html', ...changedNames, ...rest.filter((_, at) => at % step === 0)])];
}

function addressOf(name: string): string {
  return name.replace(/(^|\/)index\.html$/, '$1');
}

function urlOf(base: string, address: string): string {
  return base + address.split('/').map(encodeURIComponent).join('/');
}

async function ask(url: string): Promise<{ status: number; content: Uint8Array; type: string; caching: string }> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS), redirect: 'manual' });
    return {
      status: response.status,
      content: await response.bytes(),
      type: response.headers.get('Content-Type') ?? '',
      caching: response.headers.get('Cache-Control') ?? '',
    };
  } catch (error) {
    throw new PublishFailure(`${url} 没有回答，没有核对完。网站已经发上去了，过一会儿打开看看。`, { cause: error });
  }
}
