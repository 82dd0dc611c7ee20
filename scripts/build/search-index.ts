import { createHash } from 'node:crypto';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SearchManifest } from '../../src/lib/search-aids.ts';
import type { ViewContext } from '../../src/views/context.ts';
import { buildSearchAids, buildSearchCorrections } from '../../src/views/search-aids.ts';
import { buildSearchRecords, type SearchRecord } from '../../src/views/search-records.ts';
import { encodeRecord } from '../../src/lib/search-tokens.ts';
import { type IndexedPage, writePagefindIndex } from './pagefind/write-index.ts';

/**
 * Postings in one file of the index, and thereby what a query loads: about 2.5 and 7 kB. Of a large site the list of files,
 * which every first query loads whole, would outweigh small ones. Pagefind's own 20000 make 25 kB a word.
 */
const CHUNK_SIZE = { small: 2000, large: 6000 } as const;
const LARGE_SITE = 2000;

export interface SearchIndexSize {
  records: number;
}

/** Makes a built site searchable: Pagefind's index in `pagefind/`, and what the browser needs beside it in `search/`. */
export async function buildSearchIndex(site: string, context: ViewContext): Promise<SearchIndexSize> {
  const records = await withPages(site, buildSearchRecords(context));
  const aids = buildSearchAids(records, context);
  // One after the other: the order of records is the order that sorting by name uses.
  await writePagefindIndex(path.join(site, 'pagefind'), toPages(records, aids.commonKind), {
    chunkSize: records.length > LARGE_SITE ? CHUNK_SIZE.large : CHUNK_SIZE.small,
  });
  await writeAids(path.join(site, 'search'), {
    aids: JSON.stringify(aids),
    corrections: JSON.stringify(buildSearchCorrections(records, context)),
    index: await readFile(path.join(site, 'pagefind', 'pagefind-entry.json'), 'utf8'),
  });
  return { records: records.length };
}

/** Entries whose kind has no pages cannot be results. */
async function withPages(site: string, records: readonly SearchRecord[]): Promise<SearchRecord[]> {
  const present = await Promise.all(
    records.map((record) =>
      access(path.join(site, record.path, 'index.html')).then(
        () => true,
        () => false,
      ),
    ),
  );
  return records.filter((_, at) => present[at]);
}

function* toPages(records: readonly SearchRecord[], commonKind: string): Generator<IndexedPage> {
  for (const { path: url, kind, text, filters, hasReliefSeal } of records) {
    const { kind: ownKind, ...others } = filters;
    yield {
      url,
      tokens: encodeRecord(text),
      filters: {
        ...others,
        ...(kind === commonKind || ownKind === undefined ? {} : { kind: ownKind }),
        // No list of it is ever asked for; it is read with the record.
        ...(hasReliefSeal ? { seal: ['relief'] } : {}),
      },
    };
  }
}

interface AidTexts {
  aids: string;
  corrections: string;
  /** Says which index the aids belong to. */
  index: string;
}

/** The aids under names that change with them, and the one file with a fixed name, which says those. */
async function writeAids(folder: string, { aids, corrections, index }: AidTexts): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest: SearchManifest = {
    aids: `aids.${digest(aids)}.json`,
    corrections: `corrections.${digest(corrections)}.json`,
    index: digest(index),
  };
  await writeFile(path.join(folder, manifest.aids), aids);
  await writeFile(path.join(folder, manifest.corrections), corrections);
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
