/** A step of a build, run as a process: checks a content folder and leaves it as records in a file, if it is sound. */
import { toCollections } from '../../src/catalogue/collections.ts';
import { loadSite } from '../../src/charts/load-site.ts';
import { writeContentFile } from '../../src/integrations/content-file.ts';
import type { Issue } from '../../src/issues/issue.ts';
import { nodeFileSystem } from '../../src/reader/file-system.ts';
import { readSite } from '../../src/reader/read-site.ts';
import { SITE_LAYOUT } from '../../src/schemas/kinds.ts';
import { answerRequests } from './step.ts';

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

answerRequests(async ({ folder, label, today, checked }: CheckRequest): Promise<CheckAnswer> => {
  const raw = await readSite({ fileSystem: nodeFileSystem, folder, label, layout: SITE_LAYOUT });
  const { content, issues, entryCount } = loadSite(raw, { today });
  if (content) writeContentFile(checked, toCollections(content));
  return { issues, entryCount, url: content?.documents.site.url };
});
