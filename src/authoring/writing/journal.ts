import { readFile, rename, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { MACHINE } from '../../lib/own-name.ts';
import { CHANGES_MANIFEST } from '../../reader/unfinished-change.ts';
import type { Step } from './file-change.ts';
import { parseJson } from './folder-lock.ts';
import { isContentPath, look } from './safe-paths.ts';

const DigestSchema = z.string().regex(/^[0-9a-f]{64}$/);
const JournalSchema = z.strictObject({
  machine: z.string(),
  /** Its name, for words. */
  host: z.string(),
  pid: z.int(),
  /** Real path of the content folder: a copied or mailed folder is another one. */
  folder: z.string(),
  by: z.string(),
  since: z.string(),
  steps: z.array(
    z.strictObject({
      file: z.string().refine(isContentPath),
      before: DigestSchema.nullable(),
      after: DigestSchema.nullable(),
    }),
  ),
});

/** A change that was decided: what its process had to do, should it not come to the end of it. */
export type Journal = z.output<typeof JournalSchema>;

/** What is found in a folder: a change of its own, one that is not to be trusted, with the reason in words, or none. */
export type FoundJournal = { type: 'none' } | { type: 'own'; journal: Journal } | { type: 'foreign'; reason: string };

/** The point of no return: from here on an interrupted change is completed, not dropped. */
export async function writeJournal(
  staging: string,
  { folder, by, steps }: { folder: string; by: string; steps: readonly Step[] },
): Promise<void> {
  const journal: Journal = {
    machine: MACHINE,
    host: hostname(),
    pid: process.pid,
    folder,
    by,
    since: new Date().toISOString(),
    steps: steps.map(({ file, before, after }) => ({ file, before, after })),
  };
  const part = path.join(staging, 'manifest.part');
  // On the disk before the first file is touched, should the power fail.
  await writeFile(part, JSON.stringify(journal), { flush: true });
  await rename(part, path.join(staging, CHANGES_MANIFEST));
}

/**
 * Reads what an interrupted change left. A content folder may come from anywhere, so only a journal that this machine wrote for
 * this very folder, and that names nothing but files of a content folder, is one to follow.
 */
export async function readJournal(staging: string, folder: string): Promise<FoundJournal> {
  const file = path.join(staging, CHANGES_MANIFEST);
  const stats = await look(file);
  if (stats === undefined) return { type: 'none' };
  const text = stats.isFile() ? await readFile(file, 'utf8') : '';
  const { data: journal } = JournalSchema.safeParse(parseJson(text));
  if (!journal) return { type: 'foreign', reason: '不是这里的命令留下的' };
  if (journal.machine !== MACHINE) return { type: 'foreign', reason: `是在电脑 ${journal.host} 上留下的` };
  if (journal.folder !== folder) return { type: 'foreign', reason: `是在文件夹 ${journal.folder} 里留下的` };
  return { type: 'own', journal };
}
