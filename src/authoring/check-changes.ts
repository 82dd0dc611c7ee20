import { loadSite } from '../opening/open-site.ts';
import type { Issue } from '../issues/issue.ts';
import type { FileSystem } from '../reader/file-system.ts';
import { type RawSite, readSite } from '../reader/read-site.ts';
import { SITE_LAYOUT } from '../schemas/kinds.ts';

export interface ContentPlace {
  fileSystem: FileSystem;
  /** The content folder, with forward slashes. */
  folder: string;
  /** Name of the folder in messages. */
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
  /** Issues that it has already. */
  issues: readonly Issue[];
  changed: ChangedFiles;
  /** MDX files whose body has not changed. It is not parsed again, which saves nearly all the time of a check. */
  sameBody: ReadonlySet<string>;
  onRead?: (done: number, total: number) => void;
}

/**
 * The issues that changes would add. Issues that the content has already are left out, so that they do not prevent anyone from
 * adding a person.
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
  // Only the changed files are read, so issues about missing ones mean nothing.
  const documents = Object.fromEntries(Object.keys(SITE_LAYOUT.documents).map((name) => [name, { required: false }]));
  const after = await readSite({
    fileSystem,
    folder,
    label,
    layout: { ...SITE_LAYOUT, documents },
    contacts: raw.contacts,
  });
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

/** The file without its body. */
function withoutBody(text: string): string {
  const end = /^---[ \t]*$/m.exec(text.slice(3));
  return end ? text.slice(0, 3 + end.index + end[0].length) : text;
}

/** Identifies an issue without line and column, which change with edits further up. */
function issueKey({ code, file, path, message }: Issue): string {
  return JSON.stringify([code, file, path, message]);
}
