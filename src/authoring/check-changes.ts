import { loadContent } from '../catalogue/content.ts';
import type { Issue } from '../issues/issue.ts';
import type { FileSystem } from '../reader/file-system.ts';
import { readSite } from '../reader/read-site.ts';
import { SITE_LAYOUT } from '../schemas/kinds.ts';
import { type ChangedFiles, overlayFileSystem } from './overlay-file-system.ts';

export interface ContentPlace {
  fileSystem: FileSystem;
  /** The content folder. */
  folder: string;
  /** How the folder is named in messages. */
  label: string;
  /** ISO date. */
  today: string;
}

/**
 * Issues that content would have after changes and does not have now. What was wrong before stays its own matter: it keeps
 * nobody from adding a person.
 */
export async function findNewIssues(place: ContentPlace, changed: ChangedFiles, known: readonly Issue[]): Promise<Issue[]> {
  const fileSystem = overlayFileSystem(place.fileSystem, place.folder, changed);
  const raw = await readSite({ fileSystem, folder: place.folder, label: place.label, layout: SITE_LAYOUT });
  const { issues } = loadContent(raw, { today: place.today });
  const before = new Set(known.map(issueKey));
  return issues.filter((issue) => !before.has(issueKey(issue)));
}

/** Without line and column, which an edit above moves. */
function issueKey({ code, file, path, message }: Issue): string {
  return JSON.stringify([code, file, path, message]);
}
