import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../command-line/arguments.ts';

/**
 * Writes a spreadsheet and gives its path. Without `asked`, an existing file is never overwritten, since somebody may have
 * filled it in; the new file gets a number.
 *
 * @param asked path from the command line; overwritten if it exists
 * @param name default name
 * @throws UsageError if the file cannot be written
 */
export async function writeSpreadsheet(asked: string | undefined, name: string, bytes: Uint8Array): Promise<string> {
  const target = asked ?? findFreeName(name);
  try {
    await writeFile(target, bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EBUSY' || code === 'EACCES' || code === 'EPERM')
      throw new UsageError(`${target} 写不了：它可能正在 Excel 或 WPS 里打开着，先关掉再试。`);
    if (code === 'ENOENT') throw new UsageError(`没有 ${path.dirname(target)} 这个文件夹。`);
    throw error;
  }
  return target;
}

/** 工匠表.xlsx → 工匠表-2.xlsx when there is one. */
function findFreeName(name: string): string {
  const { name: stem, ext } = path.parse(name);
  let free = name;
  for (let number = 2; existsSync(free); number += 1) free = `${stem}-${String(number)}${ext}`;
  return free;
}
