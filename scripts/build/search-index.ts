import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SearchAids, SearchCorrections, SearchManifest } from '../../src/lib/search-aids.ts';
import { encodeRecord, toShownText } from '../../src/lib/search-tokens.ts';
import { readLineFile } from '../../src/reader/line-file.ts';
import type { ContentAids } from '../../src/views/search-aids.ts';
import type { SearchRecord } from '../../src/views/search-records.ts';
import { bundleFiles } from './pagefind/bundle.ts';
import { type IndexedPage, writePagefindIndex } from './pagefind/write-index.ts';

/**
 * Postings in one file of the index, and thereby what a query loads: about 2.5 and 7 kB. Of a large site the list of files,
 * which every first query loads whole, would outweigh small ones. Pagefind's own 20000 make 25 kB a word.
 */
const CHUNK_SIZE = { small: 2000, large: 6000 } as const;
const LARGE_SITE = 2000;

/** What stands before the records in their file. */
export interface SearchHead {
  aids: ContentAids;
  corrections: SearchCorrections;
}

/**
 * Writes what makes a site searchable: Pagefind's index in `pagefind/`, and what the browser needs beside it in `search/`.
 *
 * @param file records in the order of the index, which sorting by name uses, after a `SearchHead`
 */
export function buildSearchIndex(output: string, file: string): void {
  const lines = readLineFile(file);
  const { aids, corrections } = lines.next().value as SearchHead;
  const isLarge = aids.pages > LARGE_SITE;
  const folder = path.join(output, 'pagefind');
  const { meta, commonWords } = writePagefindIndex(folder, toPages(lines as Iterable<SearchRecord>, aids.commonKind), {
    chunkSize: isLarge ? CHUNK_SIZE.large : CHUNK_SIZE.small,
  });
  const commonTokens = isLarge ? commonWords.filter(isPair) : [];
  const aidsFolder = path.join(output, 'search');
  mkdirSync(aidsFolder, { recursive: true });
  const manifest: SearchManifest = {
    aids: writeHashed(aidsFolder, 'aids.json', JSON.stringify({ ...aids, commonTokens } satisfies SearchAids)),
    corrections: writeHashed(aidsFolder, 'corrections.json', JSON.stringify(corrections)),
    index: meta,
    ...(isLarge ? {} : { bundle: writeHashed(aidsFolder, 'index.bundle', bundleFiles(folder)) }),
  };
  writeFileSync(path.join(aidsFolder, 'manifest.json'), JSON.stringify(manifest));
}

/** Writes a file under a name that changes with it: `aids.json` → aids.e2282aa147.json. */
function writeHashed(folder: string, file: string, content: string | Uint8Array): string {
  const { name, ext } = path.parse(file);
  const hashed = `${name}.${createHash('sha256').update(content).digest('hex').slice(0, 10)}${ext}`;
  writeFileSync(path.join(folder, hashed), content);
  return hashed;
}

/** Only pairs of characters stand on most pages and have something beside them. */
function isPair(word: string): boolean {
  return /^\p{Script=Han}{2}$/u.test(word);
}

function* toPages(records: Iterable<SearchRecord>, commonKind: string): Generator<IndexedPage> {
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
