import { createHash } from 'node:crypto';
import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SearchManifest } from '../../src/lib/search-aids.ts';
import type { ViewContext } from '../../src/views/context.ts';
import { buildSearchAids, buildSearchCorrections, findCommonKind } from '../../src/views/search-aids.ts';
import { buildSearchRecords, type SearchRecord } from '../../src/views/search-records.ts';
import { encodeRecord, toShownText } from '../../src/lib/search-tokens.ts';
import { bundleFiles } from './pagefind/bundle.ts';
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
  const isLarge = records.length > LARGE_SITE;
  const folder = path.join(site, 'pagefind');
  // The order of records is the order that sorting by name uses.
  const { meta, commonWords } = await writePagefindIndex(folder, toPages(records, findCommonKind(records)), {
    chunkSize: isLarge ? CHUNK_SIZE.large : CHUNK_SIZE.small,
  });
  const aids = buildSearchAids(records, context, isLarge ? commonWords : []);
  const aidsFolder = path.join(site, 'search');
  await mkdir(aidsFolder, { recursive: true });
  const manifest: SearchManifest = {
    aids: await writeHashed(aidsFolder, 'aids.json', JSON.stringify(aids)),
    corrections: await writeHashed(
      aidsFolder,
      'corrections.json',
      JSON.stringify(buildSearchCorrections(records, context)),
    ),
    index: meta,
    ...(isLarge ? {} : { bundle: await writeHashed(aidsFolder, 'index.bundle', await bundleFiles(folder)) }),
  };
  await writeFile(path.join(aidsFolder, 'manifest.json'), JSON.stringify(manifest));
  return { records: records.length };
}

/** Writes a file under a name that changes with it: `aids.json` → aids.e2282aa147.json. */
async function writeHashed(folder: string, file: string, content: string | Uint8Array): Promise<string> {
  const { name, ext } = path.parse(file);
  const hashed = `${name}.${createHash('sha256').update(content).digest('hex').slice(0, 10)}${ext}`;
  await writeFile(path.join(folder, hashed), content);
  return hashed;
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
      text: toShownText(text),
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
