import { createHash } from 'node:crypto';

/** A change to one file of a content folder. Paths lie inside the folder, with forward slashes. */
export type FileChange =
  | {
      type: 'write';
      file: string;
      content: string | Uint8Array;
      /** Bytes of the file when the change was planned; undefined for a new file. */
      before: Uint8Array | undefined;
    }
  | { type: 'delete'; file: string; before: Uint8Array }
  | { type: 'move'; file: string; to: string; before: Uint8Array };

/** What happens at one path: digests of the file as it was and as it will be, null where there is none. */
export interface Step {
  file: string;
  before: string | null;
  after: string | null;
}

/** A step with the bytes that it writes. */
export interface PlannedStep extends Step {
  content: string | Uint8Array | undefined;
}

/**
 * Changes that write files over those that were there when they were planned.
 *
 * @param read gives the bytes of a file as it was then (`takeSnapshot`), and fails where there was none
 */
export function planWrites(
  files: ReadonlyMap<string, string | Uint8Array>,
  read: (file: string) => Promise<Uint8Array>,
): Promise<FileChange[]> {
  return Promise.all(
    [...files].map(async ([file, content]) => ({
      type: 'write' as const,
      file,
      content,
      before: await read(file).catch(() => undefined),
    })),
  );
}

/** The steps of changes, one a path. What goes is removed after all that comes is in place. @throws if two changes meet at one path */
export function planSteps(changes: readonly FileChange[]): PlannedStep[] {
  const steps = changes.flatMap(toSteps);
  const seen = new Set<string>();
  for (const { file } of steps) {
    if (seen.has(file)) throw new Error(`Two changes meet at ${file}.`);
    seen.add(file);
  }
  return [...steps.filter(({ after }) => after !== null), ...steps.filter(({ after }) => after === null)];
}

function toSteps(change: FileChange): PlannedStep[] {
  const { file, before } = change;
  const was = before === undefined ? null : digestOf(before);
  switch (change.type) {
    case 'write':
      return [{ file, before: was, after: digestOf(change.content), content: change.content }];
    case 'delete':
      return [{ file, before: was, after: null, content: undefined }];
    case 'move':
      return [
        { file: change.to, before: null, after: was, content: change.before },
        { file, before: was, after: null, content: undefined },
      ];
  }
}

/** Tells one content from another. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
