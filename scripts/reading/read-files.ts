/** A step, run as a process: reads files of a content folder for another process that reads at the same time. */
import { writeFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { nodeFileSystem } from '../../src/reader/file-system.ts';
import { type FoundFile, readFiles } from '../../src/reader/read-file.ts';
import { SITE_LAYOUT } from '../../src/schemas/kinds.ts';
import { answerRequests } from '../processes/step.ts';

export interface ReadRequest {
  /** The content folder. */
  folder: string;
  files: readonly FoundFile[];
  /**
   * Where the contents go. What is said between processes goes through a small buffer, and neither listens while it reads: the one
   * would wait for the other all the time.
   */
  answer: string;
}

answerRequests(async ({ folder, files, answer }: ReadRequest): Promise<void> => {
  const contents = await readFiles(files, { fileSystem: nodeFileSystem, folder, layout: SITE_LAYOUT });
  writeFileSync(answer, serialize(contents));
});
