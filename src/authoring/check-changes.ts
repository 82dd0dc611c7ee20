import { loadSite } from '../opening/open-site.ts';
import type { Issue } from '../issues/issue.ts';
import type { FileSystem } from '../reader/file-system.ts';
import { type RawSite, readSite } from '../reader/read-site.ts';
import { SITE_LAYOUT } from '../schemas/kinds.ts';

export interface ContentPlace {
  fileSystem: FileSystem;
  /** The content folder, with forward slashes. */
  folder: string;
  /** How the folder is named in messages. */
  label: string;
  /** ISO date. */
  today: string;
}

/** Contents of changed and new files by their path in the content folder. */
export type ChangedFiles = ReadonlyMap<string, string>;

export interface ChangeRequest {
  place: ContentPlace;
  /** The content as it is. */
  raw: RawSite;
  /** What is wrong with it now. */
  issues: readonly Issue[];
  changed: ChangedFiles;
  /** Changed MDX files whose body is as it was; bodies take nearly all the time of a check. */
  sameBody: ReadonlySet<string>;
  onRead?: (done: number, total: number) => void;
}

/**
 * Issues that content would have after changes and does not have now. What was wrong before stays its own matter: it keeps
 * nobody from adding a person.
 */
export async function findNewIssues({
  place,
  raw,
  issues,
  changed,
  sameBody,
  onRead,
}: ChangeRequest): Promise<Issue[]> {
  const { folder, label, today } = place;
  const fileSystem = listOnly(folder, changed, sameBody, onRead);
  // Only the changed files are there to be read; that others are missing says nothing.
  const documents = Object.fromEntries(Object.keys(SITE_LAYOUT.documents).map((name) => [name, { required: false }]));
  const after = await readSite({ fileSystem, folder, label, layout: { ...SITE_LAYOUT, documents } });
  const isChanged = ({ file }: { file: string }): boolean => changed.has(file.slice(label.length + 1));
  const bodies = new Map(raw.entries.filter(isChanged).map(({ file, body }) => [file, body]));
  const entries = after.entries.map((entry) =>
    sameBody.has(entry.file.slice(label.length + 1)) ? { ...entry, body: bodies.get(entry.file) ?? entry.body } : entry,
  );
  const merged: RawSite = {
    ...raw,
    entries: [...raw.entries.filter((entry) => !isChanged(entry)), ...entries],
    issues: [...raw.issues.filter((issue) => !isChanged(issue)), ...after.issues],
  };
  const known = new Set(issues.map(issueKey));
  return loadSite(merged, { today }).issues.filter((issue) => !known.has(issueKey(issue)));
}

function listOnly(
  folder: string,
  changed: ChangedFiles,
  sameBody: ReadonlySet<string>,
  onRead: ChangeRequest['onRead'],
): FileSystem {
  const encoder = new TextEncoder();
  let done = 0;
  return {
    list: (listed) =>
      Promise.resolve(listed === folder ? [...changed.keys()].sort().map((path) => ({ path, isFolder: false })) : []),
    read: (file) => {
      const path = file.slice(folder.length + 1);
      const text = changed.get(path) ?? '';
      done += 1;
      onRead?.(done, changed.size);
      return Promise.resolve(encoder.encode(sameBody.has(path) ? withoutBody(text) : text));
    },
  };
}

/** The frontmatter alone. */
function withoutBody(text: string): string {
  const end = /^---[ \t]*$/m.exec(text.slice(3));
  return end ? text.slice(0, 3 + end.index + end[0].length) : text;
}

/** Without line and column, which an edit above moves. */
function issueKey({ code, file, path, message }: Issue): string {
  return JSON.stringify([code, file, path, message]);
}
