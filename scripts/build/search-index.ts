import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { SearchManifest } from '../../src/lib/search-aids.ts';
import type { ViewContext } from '../../src/views/context.ts';
import { buildSearchAids, buildSearchCorrections } from '../../src/views/search-aids.ts';
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
  const aids = buildSearchAids(records, context);
  await writeIndex(path.join(site, 'pagefind'), records, aids.commonKind);
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

async function writeIndex(folder: string, records: readonly SearchRecord[], commonKind: string): Promise<void> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(
    records.length > LARGE_SITE ? CHUNK_SIZE.large : CHUNK_SIZE.small,
  );
  try {
    const { index, errors } = await createIndex({});
    if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
    // One after the other: the order of records is the order that sorting by name uses.
    for (const record of records) await addRecord(index, record, commonKind);
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join('; ')}`);
  } finally {
    await close();
  }
  const unused = (await readdir(folder)).filter((name) => !KEPT.test(name));
  await Promise.all(unused.map((name) => rm(path.join(folder, name), { recursive: true })));
}

async function addRecord(
  index: PagefindIndex,
  { path: url, kind, text, filters, hasReliefSeal }: SearchRecord,
  commonKind: string,
): Promise<void> {
  const { kind: ownKind, ...others } = filters;
  const { errors } = await index.addCustomRecord({
    url,
    language: LANGUAGE,
    content: encodeRecord(text),
    filters: {
      ...others,
      ...(kind === commonKind || ownKind === undefined ? {} : { kind: ownKind }),
      // No list of it is ever asked for; it is read with the record.
      ...(hasReliefSeal ? { seal: ['relief'] } : {}),
    },
  });
  if (errors.length > 0) throw new Error(`Pagefind: ${url}: ${errors.join('; ')}`);
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
