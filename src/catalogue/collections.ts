import { entryKinds } from '../schemas/kinds.ts';
import type { Content, Documents, Entries } from './entry.ts';

export interface CollectionRecord {
  id: string;
}

/** Content as lists of records by name: an entry's kind, or `documents` for the single files. Plain data, as Astro wants it. */
export type Collections = Readonly<Record<string, readonly CollectionRecord[]>>;

const DOCUMENTS = 'documents';
export const COLLECTION_NAMES: readonly string[] = [...entryKinds, DOCUMENTS];

export function toCollections({ documents, entries }: Content): Collections {
  return { ...entries, [DOCUMENTS]: Object.entries(documents).map(([id, data]) => ({ id, data })) };
}

/** A record and the collection it is of. */
export type NamedRecord = readonly [name: string, record: CollectionRecord];

export function* listRecords(collections: Collections): Generator<NamedRecord> {
  for (const [name, records] of Object.entries(collections)) for (const record of records) yield [name, record];
}

/** The inverse of `listRecords`. */
export function groupRecords(records: Iterable<NamedRecord>): Collections {
  const collections = Object.fromEntries(COLLECTION_NAMES.map((name): [string, CollectionRecord[]] => [name, []]));
  for (const [name, record] of records) collections[name]?.push(record);
  return collections;
}

/** The inverse of `toCollections`. */
export function fromCollections({ [DOCUMENTS]: documents = [], ...entries }: Collections): Content {
  const files = documents as readonly { id: string; data: unknown }[];
  return {
    documents: Object.fromEntries(files.map(({ id, data }) => [id, data])) as unknown as Documents,
    entries: entries as unknown as Entries,
  };
}
