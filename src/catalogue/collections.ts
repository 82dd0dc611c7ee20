import { entryKinds } from '../schemas/kinds.ts';
import type { Content, Documents, Entries } from './content.ts';

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

/** The inverse of `toCollections`. */
export function fromCollections({ [DOCUMENTS]: documents = [], ...entries }: Collections): Content {
  const files = documents as readonly { id: string; data: unknown }[];
  return {
    documents: Object.fromEntries(files.map(({ id, data }) => [id, data])) as unknown as Documents,
    entries: entries as unknown as Entries,
  };
}
