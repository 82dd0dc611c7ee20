import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { SearchManifest } from '../../src/lib/search-aids.ts';
import type { ViewContext } from '../../src/views/context.ts';
import { buildSearchAids } from '../../src/views/search-aids.ts';
import { buildSearchRecords, type SearchRecord } from '../../src/views/search-records.ts';
import { encodeRecord } from '../../src/lib/search-tokens.ts';

/** What search needs of Pagefind's files; its interfaces, which this site does not use, are 500 kB. */
const KEPT = /^(?:pagefind\.js|pagefind-entry\.json|wasm\..*|.*\.pf_meta|index|filter|fragment)$/;
/** Words are cut by us (search-tokens.ts): Pagefind is to take them as they are, as it does in a language it does not know. */
const LANGUAGE = 'unknown';
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
  await writeIndex(path.join(site, 'pagefind'), records);
  await writeAids(
    path.join(site, 'search'),
    JSON.stringify(buildSearchAids(records, context)),
    path.join(site, 'pagefind'),
  );
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

async function writeIndex(folder: string, records: readonly SearchRecord[]): Promise<void> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(
    records.length > LARGE_SITE ? CHUNK_SIZE.large : CHUNK_SIZE.small,
  );
  try {
    const { index, errors } = await createIndex({});
    if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
    // One after the other: the order of records is the order that sorting by name uses.
    for (const record of records) await addRecord(index, record);
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join('; ')}`);
  } finally {
    await close();
  }
  const unused = (await readdir(folder)).filter((name) => !KEPT.test(name));
  await Promise.all(unused.map((name) => rm(path.join(folder, name), { recursive: true })));
}

async function addRecord(index: PagefindIndex, { path: url, text, filters }: SearchRecord): Promise<void> {
  const { errors } = await index.addCustomRecord({ url, language: LANGUAGE, content: encodeRecord(text), filters });
  if (errors.length > 0) throw new Error(`Pagefind: ${url}: ${errors.join('; ')}`);
}

/** The aids under a name that changes with them, and the one file with a fixed name, which says that name. */
async function writeAids(folder: string, aids: string, indexFolder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = `aids.${digest(aids)}.json`;
  const entry = await readFile(path.join(indexFolder, 'pagefind-entry.json'), 'utf8');
  await writeFile(path.join(folder, file), aids);
  await writeFile(
    path.join(folder, 'manifest.json'),
    JSON.stringify({ aids: file, index: digest(entry) } satisfies SearchManifest),
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
