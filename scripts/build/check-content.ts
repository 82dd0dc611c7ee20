/** A step of a build, run as a process: checks a content folder and leaves it as collections in a file, if it is sound. */
import { writeFile } from 'node:fs/promises';
import { toCollections } from '../../src/catalogue/collections.ts';
import { loadSite } from '../../src/charts/load-site.ts';
import type { Issue } from '../../src/issues/issue.ts';
import { nodeFileSystem } from '../../src/reader/file-system.ts';
import { readSite } from '../../src/reader/read-site.ts';
import { SITE_LAYOUT } from '../../src/schemas/kinds.ts';
import { answerRequest } from './step.ts';

export interface CheckRequest {
  folder: string;
  /** How the folder is named in messages. */
  label: string;
  today: string;
  /** Where the checked content goes. */
  checked: string;
}

export interface CheckAnswer {
  issues: Issue[];
  entryCount: number;
  /** The site's address; undefined where there are errors and no file was written. */
  url: string | undefined;
}

answerRequest(async ({ folder, label, today, checked }: CheckRequest): Promise<CheckAnswer> => {
  const raw = await readSite({ fileSystem: nodeFileSystem, folder, label, layout: SITE_LAYOUT });
  const { content, issues, entryCount } = loadSite(raw, { today });
  if (content) await writeFile(checked, JSON.stringify(toCollections(content)));
  return { issues, entryCount, url: content?.documents.site.url };
});
