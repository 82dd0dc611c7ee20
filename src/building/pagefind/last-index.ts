import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CborReader } from '../../lib/cbor-reader.ts';
import { FOLDER, LANGUAGE, metaFile, SIGNATURE } from './form.ts';

/** A page of an index, as the next build has to know it. */
export interface RecordedPage {
  url: string;
  /** Of everything it can be found by. */
  digest: string;
  /** How many words it has. */
  words: number;
}

/** The index of the last site. */
export interface LastIndex {
  /** Folder of the site. */
  site: string;
  /** In the order of the index. */
  pages: readonly RecordedPage[];
}

/** With more pages edited than this, an index is made anew as fast. */
const MOST_EDITED = 0.2;

/** What has become of the last index's pages; undefined where it is of no help. */
export function findChanges(
  pages: readonly { url: string; digest: string }[],
  last: LastIndex | undefined,
): { renumbered: Int32Array; edited: number[]; wordsOf: (page: number) => number | undefined } | undefined {
  if (!last) return undefined;
  const before = new Map(last.pages.map((page, number) => [page.url, { ...page, number }]));
  const renumbered = new Int32Array(last.pages.length).fill(-1);
  const edited: number[] = [];
  const words = new Map<number, number>();
  let latest = -1;
  for (const [number, { url, digest }] of pages.entries()) {
    const old = before.get(url);
    if (old?.digest !== digest) {
      edited.push(number);
      continue;
    }
    // Places are copied in their order, so pages must have stayed in theirs.
    if (old.number < latest) return undefined;
    latest = old.number;
    renumbered[old.number] = number;
    words.set(number, old.words);
  }
  if (edited.length > pages.length * MOST_EDITED) return undefined;
  return { renumbered, edited, wordsOf: (page) => words.get(page) };
}

/** The files of words of the last index, unpacked, in order of the alphabet. */
export function* readWordFiles({ site }: LastIndex): Generator<Uint8Array> {
  const folder = path.join(site, FOLDER);
  const read = (name: string): Uint8Array =>
    gunzipSync(readFileSync(path.join(folder, name))).subarray(SIGNATURE.length);
  const { languages } = JSON.parse(readFileSync(path.join(folder, 'pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { hash: string }>;
  };
  const meta = new CborReader(read(metaFile(languages[LANGUAGE]?.hash ?? '')));
  meta.readArrayHead();
  // The version and the pages.
  meta.skip();
  meta.skip();
  for (let left = meta.readArrayHead(); left > 0; left -= 1) {
    meta.readArrayHead();
    // From which word to which.
    meta.skip();
    meta.skip();
    yield read(`index/${meta.readText()}.pf_index`);
  }
}
