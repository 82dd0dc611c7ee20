import type { Issue } from '../issues/issue.ts';
import { openSite } from '../opening/open-site.ts';
import type { ContentPlace } from './check-changes.ts';
import { withChanges } from './changed-files.ts';
import type { FileChange } from './writing/file-change.ts';

/** What an edit would do, before it is done: for a command or the editing desk to show, and then to write. */
export type PlannedEdit =
  | {
      type: 'ready';
      changes: readonly FileChange[];
      /** What it does, and what the editor should know or do afterwards, in sentences. */
      notes: readonly string[];
    }
  /** Why not, in sentences. */
  | { type: 'refused'; reasons: readonly string[] };

/** Errors and reminders that changes would bring, each as the check prints it. */
export async function findAddedIssues(
  place: ContentPlace,
  issues: readonly Issue[],
  changes: readonly FileChange[],
): Promise<Issue[]> {
  const fileSystem = withChanges(place.fileSystem, place.folder, changes);
  const after = await openSite(place.folder, { ...place, fileSystem });
  const known = new Set(issues.map(keyOf));
  return after.issues.filter((issue) => !known.has(keyOf(issue)));
}

/** Without its place, which changes with what stands above it. */
function keyOf({ code, path, message }: Issue): string {
  return JSON.stringify([code, path, message]);
}

/** A place in a file as the check prints places: `content/qingdao/site.json:3:5`. */
export function formatPlace({ file, line, column }: Pick<Issue, 'file' | 'line' | 'column'>): string {
  return `${file}:${String(line)}:${String(column)}`;
}
