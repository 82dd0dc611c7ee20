import { createHash, hash } from 'node:crypto';
import path from 'node:path';
import type { SearchAids, SearchCorrections, SearchManifest } from '../lib/search-aids.ts';
import { encodeRecord, toShownText } from '../lib/search-tokens.ts';
import type { ContentAids } from '../views/search-aids.ts';
import type { SearchRecord } from '../views/search-records.ts';
import { isLargeSite } from '../lib/site-size.ts';
import { bundleFiles } from './pagefind/bundle.ts';
import { type SiteFile, SiteFolder } from './site-folder.ts';
import type { LastIndex, RecordedPage } from './pagefind/last-index.ts';
import { type IndexedPage, writePagefindIndex } from './pagefind/write-index.ts';

/**
 * Postings in one file of the index, and thereby what a query loads: about 2.5 and 7 kB. Of a large site the list of files,
 * which every first query loads whole, would outweigh small ones. Pagefind's own 20000 make 25 kB a word.
 */
const CHUNK_SIZE = { small: 2000, large: 6000 } as const;

/** Everything that can be found on a site. */
export interface SearchContent {
  aids: ContentAids;
  corrections: SearchCorrections;
  /** In the order of the index, which sorting by name uses. */
  records: readonly SearchRecord[];
}

/** A search index, as the next build has to know it. */
export interface BuiltSearch {
  files: SiteFile[];
  pages: RecordedPage[];
}

/**
 * Writes what makes a site searchable: Pagefind's index in `pagefind/`, and what the browser needs beside it in `search/`.
 *
 * @param output folder of the site
 * @param last the index of the site before: what did not change is taken over
 */
export function buildSearchIndex(
  output: string,
  { aids, corrections, records }: SearchContent,
  last?: LastIndex,
): BuiltSearch {
  const folder = new SiteFolder(output);
  const isLarge = isLargeSite(aids.pages);
  const { meta, commonWords, files, pages } = writePagefindIndex(folder, toPages(records, aids.commonKind), {
    chunkSize: isLarge ? CHUNK_SIZE.large : CHUNK_SIZE.small,
    last,
  });
  const commonTokens = isLarge ? commonWords.filter(isPair) : [];
  const write = (file: string, content: string | Uint8Array): string => {
    const name = hashedName(file, content);
    files.push(...folder.write(`search/${name}`, Buffer.from(content), COMPRESSION));
    return name;
  };
  const manifest: SearchManifest = {
    aids: write('aids.json', JSON.stringify({ ...aids, commonTokens } satisfies SearchAids)),
    corrections: write('corrections.json', JSON.stringify(corrections)),
    index: meta,
    ...(isLarge ? {} : { bundle: write('index.bundle', bundleFiles(path.join(output, 'pagefind'))) }),
  };
  files.push(...folder.write('search/manifest.json', Buffer.from(JSON.stringify(manifest)), COMPRESSION));
  return { files, pages };
}

/** These few are loaded with the first query. */
const COMPRESSION = { hasBrotliPages: true } as const;

/** A name that changes with the content: `aids.json` → aids.e2282aa147.json. */
function hashedName(file: string, content: string | Uint8Array): string {
  const { name, ext } = path.parse(file);
  return `${name}.${createHash('sha256').update(content).digest('hex').slice(0, 10)}${ext}`;
}

/** Only pairs of characters stand on most pages and have something beside them. */
function isPair(word: string): boolean {
  return /^\p{Script=Han}{2}$/u.test(word);
}

function toPages(records: readonly SearchRecord[], commonKind: string): IndexedPage[] {
  return records.map((record) => {
    const { path: url, kind, text, filters, hasReliefSeal } = record;
    const { kind: ownKind, ...others } = filters;
    const indexed = {
      ...others,
      ...(kind === commonKind || ownKind === undefined ? {} : { kind: ownKind }),
      // No list of it is ever asked for; it is read with the record.
      ...(hasReliefSeal ? { seal: ['relief'] } : {}),
    };
    return {
      url,
      digest: hash('sha1', JSON.stringify([text, indexed]), 'base64'),
      text: toShownText(text),
      tokens: () => encodeRecord(text),
      filters: indexed,
    };
  });
}
