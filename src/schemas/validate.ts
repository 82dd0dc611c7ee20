import type { z } from 'zod';
import { appendAll } from '../lib/append-all.ts';
import type { Issue } from '../issues/issue.ts';
import type { Body } from '../reader/body.ts';
import type { Locator } from '../reader/located.ts';
import type { RawEntry, RawSite } from '../reader/read-site.ts';
import { describeZodIssue } from './describe-zod-issue.ts';
import {
  DOCUMENT_KINDS,
  type DocumentData,
  type DocumentKind,
  ENTRY_KINDS,
  type EntryData,
  type EntryKind,
  entryKinds,
  isDocumentKind,
  isEntryKind,
} from './kinds.ts';

/** An entry that matches its schema. */
export interface ValidEntry<Kind extends EntryKind = EntryKind> {
  kind: Kind;
  id: string;
  file: string;
  data: EntryData<Kind>;
  body: Body;
  /** The file of the body: the same file, or the MDX file beside a JSON entry. */
  bodyFile: string;
  locator: Locator;
}

export type ValidDocuments = { [Kind in DocumentKind]: { data: DocumentData<Kind>; file: string; locator: Locator } };
export type ValidEntries = { [Kind in EntryKind]: ValidEntry<Kind>[] };

export interface ValidatedSite {
  /** A file that is missing or invalid has none. */
  documents: Partial<ValidDocuments>;
  entries: ValidEntries;
  /** Ids of invalid entries. A reference to one of them is not reported as well. */
  brokenIds: Partial<Record<EntryKind, string[]>>;
  /** Invalid files as they were read. Their references are checked in the same run all the same. */
  broken: RawEntry[];
  files: string[];
  issues: Issue[];
}

/** Checks every entry against its schema. The issues include those of the reader. */
export function validateSite(raw: RawSite): ValidatedSite {
  const site: ValidatedSite = {
    documents: {},
    entries: Object.fromEntries(entryKinds.map((kind) => [kind, []])) as unknown as ValidEntries,
    brokenIds: {},
    broken: [],
    files: raw.files,
    issues: [...raw.issues],
  };
  for (const entry of raw.entries) {
    const { kind } = entry;
    if (isDocumentKind(kind)) {
      const data = validateEntry(DOCUMENT_KINDS[kind], entry, site.issues);
      if (data === undefined) site.broken.push(entry);
      else Object.assign(site.documents, { [kind]: { data, file: entry.file, locator: entry.locator } });
    } else if (isEntryKind(kind)) {
      const data = validateEntry(ENTRY_KINDS[kind].schema, entry, site.issues);
      if (data === undefined) {
        site.broken.push(entry);
        (site.brokenIds[kind] ??= []).push(entry.id);
      } else
        (site.entries[kind] as ValidEntry[]).push({
          kind,
          id: entry.id,
          file: entry.file,
          data,
          body: entry.body,
          bodyFile: entry.bodyFile ?? entry.file,
          locator: entry.locator,
        } as ValidEntry);
    }
  }
  return site;
}

/** The schema of the entries of a folder, or of a single file; undefined for an unknown kind. */
export function findSchema(kind: string): z.ZodType | undefined {
  if (isDocumentKind(kind)) return DOCUMENT_KINDS[kind];
  return isEntryKind(kind) ? ENTRY_KINDS[kind].schema : undefined;
}

/** What was found valid, by the very values: in a process that stays, files that did not change keep theirs. */
const validated = new WeakMap<object, unknown>();

function validateEntry(schema: z.ZodType, entry: RawEntry, issues: Issue[]): unknown {
  if (entry.value === undefined) return undefined;
  const known = validated.get(entry.value);
  if (known !== undefined) return known;
  const result = schema.safeParse(entry.value);
  if (result.success) {
    validated.set(entry.value, result.data);
    return result.data;
  }
  appendAll(
    issues,
    result.error.issues.flatMap((issue) => describeZodIssue(issue, entry, schema)),
  );
  return undefined;
}
