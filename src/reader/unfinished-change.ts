import { buildIssue, type Issue } from '../issues/issue.ts';
import { toTypedWord } from '../lib/typed-word.ts';

/** Folder inside a content folder in which changes are prepared. */
export const CHANGES_FOLDER = '.changes';
/** Stands in it from the moment a change is decided until the last of its files is in place. */
export const CHANGES_MANIFEST = 'manifest.json';

const PATH = `${CHANGES_FOLDER}/${CHANGES_MANIFEST}`;

/** A change that was decided and of which some files may not be in place: nobody may take such a folder for the content. */
export function findUnfinishedChange(listed: readonly { path: string }[], label: string): Issue[] {
  if (!listed.some(({ path }) => path === PATH)) return [];
  return [
    buildIssue('JC116', {
      file: `${label}/${PATH}`,
      message: '有一次改动还没有写完：内容文件夹里可能一部分是新的，一部分是旧的。',
      hint: `正在导入的，等它写完再查一次；没有别的命令在写，就是上次中断了，运行 npm run finish -- ${toTypedWord(label)} 补完。`,
    }),
  ];
}
