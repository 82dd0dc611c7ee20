import path from 'node:path';

const HELD = '没有写入权限，或者别的程序（Excel、WPS）正开着它。关掉那个程序，或者换一个地方';
const FULL = '磁盘满了，没有写完。请腾出空间再试。';
const TOO_MANY = '打开的文件太多，系统不让再开。请关掉别的程序，或者把系统的限制（ulimit -n）调到 1024 以上，再试。';

/** What the system refuses and a person can put right, by Node's codes. */
const REFUSALS: Readonly<Record<string, (file: string) => string>> = {
  EROFS: (file) => `写不了 ${file}：那里是只读的。换一个地方。`,
  EACCES: (file) => `用不了 ${file}：${HELD}。`,
  EPERM: (file) => `用不了 ${file}：${HELD}。`,
  EBUSY: (file) => `用不了 ${file}：${HELD}。`,
  ENOENT: (file) => `没有 ${file}，或者它所在的文件夹不在。`,
  ENOTDIR: (file) => `${path.dirname(file)} 不是文件夹。`,
  EISDIR: (file) => `${file} 是文件夹，不是文件。`,
  ENAMETOOLONG: (file) => `文件名太长：${file}。`,
  ENOSPC: () => FULL,
  EDQUOT: () => FULL,
  EMFILE: () => TOO_MANY,
  ENFILE: () => TOO_MANY,
};

/** A sentence for what the system refused of a file; undefined for all else, which is a defect. */
export function describeRefusal(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return undefined;
  const { code, path: file } = error;
  return typeof code === 'string' && typeof file === 'string' ? REFUSALS[code]?.(file) : undefined;
}
