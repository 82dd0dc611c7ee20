import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from './read-workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

const OPTIONS = { looksRight: () => true };
const SHEET = 'xl/worksheets/sheet1.xml';

let sound: Uint8Array;
let sheet: string;
beforeAll(async () => {
  const rows = [['姓名', '单位'], ...Array.from({ length: 30 }, (_, at) => [`王${String(at)}`, '海城港机厂'])];
  sound = await writeWorkbook([{ name: 'Sheet1', rows }]);
  sheet = new TextDecoder().decode(unzipSync(sound)[SHEET]);
});

/** The file with something put at the end of its sheet. */
const withRows = (rows: string): Uint8Array =>
  zipSync({ ...unzipSync(sound), [SHEET]: strToU8(sheet.replace('</sheetData>', `${rows}</sheetData>`)) });

describe('a spreadsheet that is too large is refused before it is read', () => {
  it.each<[string, () => Uint8Array, string]>([
    [
      'blanks',
      () => withRows(' '.repeat(70_000_000)),
      '表格太大，解开有 71 MB，最多 60 MB。多半是下面有许多空行带着格式',
    ],
    ['empty rows', () => withRows('<row r="99"><c r="A99" s="1"/></row>'.repeat(100_001)), '行，一次最多 100000 行。'],
    [
      'a cell',
      () => withRows(`<row r="99"><c r="A99" t="inlineStr"><is><t>${'李'.repeat(40_000)}</t></is></c></row>`),
      '有一格的文字超过 32767 个字',
    ],
    ['a CSV', () => strToU8(`姓名\n${'王\n'.repeat(100_001)}`), '表格有 100002 行，一次最多 100000 行。'],
    ['a cell of a CSV', () => strToU8(`姓名\n${'王'.repeat(40_000)}\n`), '有一格的文字超过 32767 个字'],
  ])('%s', async (_what, make, message) => {
    await expect(readWorkbook(make(), '表', OPTIONS)).rejects.toThrow(message);
  });
});
