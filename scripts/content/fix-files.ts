import type { ContentPlace } from '../../src/authoring/check-changes.ts';
import { fixFile } from '../../src/authoring/fix-file.ts';
import { commitFiles, type FileChange } from './commit-files.ts';

/** Mends all files of a content folder that have a fault with one right form. Gives a line for each. @throws CommitFailure */
export async function fixFiles({ fileSystem, folder, label }: ContentPlace): Promise<string[]> {
  const changes: FileChange[] = [];
  const lines: string[] = [];
  for (const { path, isFolder } of await fileSystem.list(folder)) {
    if (isFolder || !/\.(?:mdx|json)$/.test(path)) continue;
    const before = await fileSystem.read(`${folder}/${path}`);
    const fixed = fixFile(path, before);
    if (!fixed) continue;
    changes.push({ file: path, text: fixed.text, before });
    lines.push(`${label}/${path}：${fixed.done.join('；')}。`);
  }
  if (changes.length > 0) await commitFiles(folder, changes);
  return lines;
}
