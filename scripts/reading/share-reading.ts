import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { deserialize } from 'node:v8';
import { nodeFileSystem } from '../../src/reader/file-system.ts';
import { type FileContent, type FoundFile, readFiles } from '../../src/reader/read-file.ts';
import { SITE_LAYOUT } from '../../src/schemas/kinds.ts';
import { StepProcess } from '../processes/step.ts';
import type { ReadRequest } from './read-files.ts';

/** Fewer files are read before another process has started. */
const LEAST_FILES = 2000;
/** A tenth of a second of work: whoever is done takes the next ones, so that both end at the same time. */
const BATCH = 100;

type Read = (files: readonly FoundFile[]) => Promise<FileContent[]>;

/**
 * How to read the files of a content folder: of a large one in two processes, this one and another. Parsing is most of what a check
 * takes.
 *
 * @param scratch a folder for what goes from one to the other
 */
export function shareReading(folder: string, scratch: string = tmpdir()): Read {
  const readHere: Read = (files) => readFiles(files, { fileSystem: nodeFileSystem, folder, layout: SITE_LAYOUT });
  return (files) =>
    files.length < LEAST_FILES ? readHere(files) : readWithHelper(files, { folder, scratch, readHere });
}

async function readWithHelper(
  files: readonly FoundFile[],
  { folder, scratch, readHere }: { folder: string; scratch: string; readHere: Read },
): Promise<FileContent[]> {
  const helper = new StepProcess<ReadRequest, void>(new URL('read-files.ts', import.meta.url));
  const answers = mkdtempSync(path.join(scratch, 'jiangce-reading-'));
  const contents: FileContent[] = [];
  let next = 0;
  const work = async (read: (batch: readonly FoundFile[], start: number) => Promise<FileContent[]>): Promise<void> => {
    while (next < files.length) {
      const start = next;
      next += BATCH;
      const batch = await read(files.slice(start, start + BATCH), start);
      for (const [at, content] of batch.entries()) contents[start + at] = content;
    }
  };
  const readAndListen: Read = async (batch) => {
    const read = await readHere(batch);
    // Reading waits for nothing; without this, the helper would be heard when there is nothing left to ask it for.
    await setImmediate();
    return read;
  };
  const askHelper = async (batch: readonly FoundFile[], start: number): Promise<FileContent[]> => {
    const answer = path.join(answers, String(start));
    await helper.ask({ folder, files: batch, answer });
    return deserialize(readFileSync(answer)) as FileContent[];
  };
  try {
    // It has two requests, so that there is always one waiting for it.
    await Promise.all([work(readAndListen), work(askHelper), work(askHelper)]);
    return contents;
  } finally {
    await helper.stop();
    rmSync(answers, { recursive: true, force: true });
  }
}
