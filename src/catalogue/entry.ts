import type { Body } from '../reader/body.ts';
import type { DocumentData, DocumentKind, EntryData, EntryKind, OptionalDocument } from '../schemas/kinds.ts';

/** An entry ready for use: plain data that can be stored and read back. */
export interface Entry<Kind extends EntryKind = EntryKind> {
  kind: Kind;
  id: string;
  data: EntryData<Kind>;
  body: Body;
}

export type Documents = { [Kind in Exclude<DocumentKind, OptionalDocument>]: DocumentData<Kind> } & {
  [Kind in OptionalDocument]?: DocumentData<Kind>;
};
export type Entries = { [Kind in EntryKind]: Entry<Kind>[] };

/** All of a city's content, checked, without the people who were withdrawn. */
export interface Content {
  documents: Documents;
  entries: Entries;
}
