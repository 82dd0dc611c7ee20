/** A change that cannot be made. Nothing has been changed, and the message tells an editor what to do. */
export class CommitFailure extends Error {}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘满了，写不下。请腾出空间再试。',
  EDQUOT: '磁盘满了，写不下。请腾出空间再试。',
  EACCES: '没有写入权限。请检查内容文件夹的权限。',
  EPERM: '没有写入权限。请检查内容文件夹的权限。',
  EROFS: '内容文件夹在只读的盘上，写不进去。请换一个地方，或者让它可写。',
  ENOTDIR: '内容文件夹里有同名的文件夹或文件挡着，写不进去。请先移走它。',
  EEXIST: '内容文件夹里有同名的文件夹或文件挡着，写不进去。请先移走它。',
  EISDIR: '内容文件夹里有同名的文件夹或文件挡着，写不进去。请先移走它。',
  EBUSY: '有文件正被别的程序占用。请关掉它，再运行一次。',
  EMFILE: '打开的文件太多，写不下去。请关掉一些程序，再运行一次。',
  ENFILE: '打开的文件太多，写不下去。请关掉一些程序，再运行一次。',
  ENAMETOOLONG: '文件的路径太长，写不进去。请把内容文件夹放到浅一些的地方。',
};

/** What the system refused, in words; anything else as it is. */
export function explainFailure(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return Object.hasOwn(REASONS, code) ? new CommitFailure(REASONS[code]) : error;
}
