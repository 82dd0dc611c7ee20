import type { ContentPlace } from '../../src/authoring/check-changes.ts';
import { fixFile } from '../../src/authoring/fix-file.ts';
import { commitFiles } from '../../src/authoring/writing/commit-files.ts';
import type { FileChange } from '../../src/authoring/writing/file-change.ts';

/** Mends all files of a content folder that have a fault with one right form. Gives a line for each. @throws CommitFailure */
export async function fixFiles({ fileSystem, folder, label }: ContentPlace): Promise<string[]> {
  const changes: FileChange[] = [];
  const lines: string[] = [];
  for (const { path, isFolder } of await fileSystem.list(folder)) {
    if (isFolder || !/\.(?:mdx|json)$/.test(path)) continue;
    const before = await fileSystem.read(`${folder}/${path}`);
    const fixed = fixFile(path, before);
    if (!fixed) continue;
    changes.push({ type: 'write', file: path, content: fixed.text, before });
    lines.push(`${label}/${path}：${fixed.done.join('；')}。`);
  }
  if (changes.length > 0) await commitFiles(folder, changes, { by: 'npm run check -- --fix' });
  return lines;
}
