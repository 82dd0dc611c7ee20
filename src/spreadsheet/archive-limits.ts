import { unzipSync } from 'fflate';
import { UnreadableTable } from './unreadable-table.ts';

/** All texts of a package unpacked: a list of ten thousand people with twenty columns is a tenth of it. */
const MOST_BYTES = 60_000_000;
/** Ten cities' people. Each row with a mistake costs a remark, and memory for it. */
const MOST_ROWS = 100_000;
/** Excel's own limit. */
const MOST_CELL_LENGTH = 32_767;
const MOST_CELL_BYTES = 3 * MOST_CELL_LENGTH;

const TEXT_PART = /\.(?:xml|rels)$/i;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
const CELLS = /^xl\/(?:worksheets\/[^/]+|sharedStrings)\.xml$/i;
const LESS_THAN = 0x3c;
const ROW = new TextEncoder().encode('<row');

/**
 * Looks into the directory of an .xlsx file before anything is unpacked to be read: a megabyte can hold a gigabyte of blanks.
 *
 * @throws UnreadableTable where it is larger than any list
 */
export function refuseLargeArchive(bytes: Uint8Array): void {
  let total = 0;
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (TEXT_PART.test(name)) total += originalSize;
      return false;
    },
  });
  if (total > MOST_BYTES) {
    throw new UnreadableTable(
      `表格太大，解开有 ${formatMegabytes(total)}，最多 ${formatMegabytes(MOST_BYTES)}。多半是下面有许多空行带着格式：只把有内容的行复制到一个新表里，再试。`,
    );
  }
  for (const [name, part] of Object.entries(unzipSync(bytes, { filter: ({ name }) => CELLS.test(name) }))) {
    if (SHEET.test(name)) refuseManyRows(countRows(part));
    if (hasLongText(part)) {
      throw new UnreadableTable(LONG_CELL);
    }
  }
}

const LONG_CELL = '有一格的文字超过 32767 个字，Excel 也放不下。看看是不是贴错了东西，删掉再试。';

/** @throws UnreadableTable for a cell that Excel could not hold */
export function refuseLongCells(rows: readonly (readonly string[])[]): void {
  if (rows.some((row) => row.some((cell) => cell.length > MOST_CELL_LENGTH))) throw new UnreadableTable(LONG_CELL);
}

/** @throws UnreadableTable for more rows than an import takes at once */
export function refuseManyRows(rows: number): void {
  if (rows <= MOST_ROWS) return;
  throw new UnreadableTable(
    `表格有 ${String(rows)} 行，一次最多 ${String(MOST_ROWS)} 行。下面有许多空行的，只把有内容的行复制到一个新表里；真有这么多，就分成几个文件。`,
  );
}

function countRows(part: Uint8Array): number {
  const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  let count = 0;
  for (let at = text.indexOf(ROW); at !== -1; at = text.indexOf(ROW, at + ROW.length)) count += 1;
  return count;
}

function hasLongText(part: Uint8Array): boolean {
  let last = 0;
  for (let at = part.indexOf(LESS_THAN); at !== -1; at = part.indexOf(LESS_THAN, at + 1)) {
    if (at - last > MOST_CELL_BYTES) return true;
    last = at;
  }
  return part.length - last > MOST_CELL_BYTES;
}

/** 61234567 → 62 MB */
function formatMegabytes(bytes: number): string {
  return `${String(Math.ceil(bytes / 1e6))} MB`;
}
