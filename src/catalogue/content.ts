import type { Issue } from '../issues/issue.ts';
import type { RawSite } from '../reader/read-site.ts';
import type { DocumentData, DocumentKind, EntryData, EntryKind } from '../schemas/kinds.ts';
import { validateSite } from '../schemas/validate.ts';
import type { Body } from '../reader/body.ts';
import { checkSite } from './checks/check-site.ts';
import { withdrawPeople } from './withdraw.ts';

/** An entry ready for use: plain data that can be stored and read back. */
export interface Entry<Kind extends EntryKind = EntryKind> {
  kind: Kind;
  id: string;
  data: EntryData<Kind>;
  body: Body;
}

export type Documents = { [Kind in DocumentKind]: DocumentData<Kind> };
export type Entries = { [Kind in EntryKind]: Entry<Kind>[] };

/** All of a city's content, checked, without the people who were withdrawn. */
export interface Content {
  documents: Documents;
  entries: Entries;
}

export interface LoadedContent {
  /** Undefined when there are errors: nothing is built from half-right content. */
  content: Content | undefined;
  issues: Issue[];
  /** How many entries were looked at. */
  entryCount: number;
}

/** Raw files → checked content. `today` is an ISO date; figures dated after it are refused. */
export function loadContent(raw: RawSite, { today }: { today: string }): LoadedContent {
  const validated = validateSite(raw);
  const issues = [...validated.issues, ...checkSite(validated, { today })];
  const withdrawn = withdrawPeople(validated);
  issues.push(...withdrawn.issues);
  const hasError = issues.some(({ severity }) => severity === 'error');
  return { content: hasError ? undefined : withdrawn.content, issues, entryCount: raw.entries.length };
}
