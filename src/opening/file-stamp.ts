import { statSync } from 'node:fs';

/** A file system that notes whole seconds at best may miss a second change for this long; one with finer times for a moment. */
const COARSE_MS = 2000;
const FINE_MS = 50;

/** What the system notes of a file; it changes with every write. */
export interface FileStamp {
  /** Size, times and inode. */
  text: string;
  /** From when on the stamp vouches for the file: had it been written after that, its times would differ. */
  settledAt: number;
}

/** @returns undefined for what is no file */
export function readStamp(file: string): FileStamp | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) return undefined;
  const { size, mtimeMs, ctimeMs, ino } = stats;
  const isCoarse = mtimeMs % 1000 === 0 && ctimeMs % 1000 === 0;
  return {
    text: [size, mtimeMs, ctimeMs, ino].join(' '),
    settledAt: Math.max(mtimeMs, ctimeMs) + (isCoarse ? COARSE_MS : FINE_MS),
  };
}
