import { appendAll } from '../lib/append-all.ts';
import type { Issue } from '../issues/issue.ts';
import type { RawSite } from '../reader/read-site.ts';
import { type ValidatedSite, validateSite } from '../schemas/validate.ts';
import { checkSite } from './checks/check-site.ts';
import type { Content } from './entry.ts';
import { withdrawPeople } from './withdraw.ts';

export type { Content, Entry } from './entry.ts';

export interface LoadedContent {
  /** Undefined when there are errors: nothing is built from half-right content. */
  content: Content | undefined;
  /** What there is of the content, errors or not: for the eyes of those who are mending it. */
  sketch: Content;
  issues: Issue[];
  /** How many entries were looked at. */
  entryCount: number;
}

/** A check of what stands after the catalogue, given by whoever may import it. */
export type SiteCheck = (site: ValidatedSite) => Issue[];

/** Raw files → checked content. `today` is an ISO date; figures dated after it are refused. `openSite` calls it with the checks of charts, which stand after the catalogue. */
export function loadContent(
  raw: RawSite,
  { today, checks }: { today: string; checks: readonly SiteCheck[] },
): LoadedContent {
  const validated = validateSite(raw);
  const issues = [
    ...validated.issues,
    ...checkSite(validated, { today }),
    ...checks.flatMap((check) => check(validated)),
  ];
  const withdrawn = withdrawPeople(validated);
  appendAll(issues, withdrawn.issues);
  const hasError = issues.some(({ severity }) => severity === 'error');
  return {
    content: hasError ? undefined : withdrawn.content,
    sketch: withdrawn.content,
    issues,
    entryCount: raw.entries.length,
  };
}
