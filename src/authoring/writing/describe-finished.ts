import type { FinishedChange } from './commit-files.ts';

/** What an editor is told of a change that was interrupted and is complete now. */
export function describeFinished({ files, kept }: FinishedChange): string {
  const done = `上次的改动写到一半中断了，已经补完${files > 0 ? `（${String(files)} 个文件）` : ''}。`;
  if (kept.length === 0) return done;
  return `${done}\n下面的文件在中断以后又改过，留着后来的样子，上次要写的没有写进去；需要的话把那次的命令再运行一遍：\n${kept.map((file) => `  ${file}`).join('\n')}`;
}
