import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { buildTable, describe as describePlan, readHealthySite } from '../tests/sheets.ts';
import { planImport } from './plan-import.ts';
import { readWorkbook } from './read-workbook.ts';
import { writeRemarkCopy } from './remark-copy.ts';
import type { CellValue, Table } from './table.ts';

const day = new Date(Date.UTC(2024, 4, 1));
const table = buildTable(
  [
    ['2024年名单', null, null, null, null],
    ['编号', '时期', '发布时间', '原文写法', '来源', '位置'],
    ['skilled-workers', 2024, day, '很多', '工匠培育报导', '=1+1'],
  ],
  {
    name: '统计',
    details: { C3: { format: 'yyyy"年"m"月"' } },
    merges: [{ startRow: 0, endRow: 0, startCol: 0, endCol: 4 }],
  },
);

const REMARK = `「原文写法」：「很多」读不出数字。只写数字和限定词，例如 5000余、逾30亿、58.15万；单位不写在这里。
「来源」：没有叫「工匠培育报导」的来源。是不是「工匠培育报道」、「工匠日报道」？`;

async function writeCopy(tables: readonly Table[]): Promise<Uint8Array> {
  const plan = await planImport({ tables, site: await readHealthySite() });
  return writeRemarkCopy(tables, plan.layouts, plan.remarks);
}

test('a copy says what is wrong in its first column and in notes on coloured cells', async () => {
  const { sheets } = await readXlsx(await writeCopy([table]), { readStyles: true });
  const [copy] = sheets;
  expect(copy?.rows.map((row) => row[0])).toEqual([null, '检查意见', REMARK]);
  const wrong = copy?.cells?.get('2,5');
  expect(wrong?.comment?.text).toBe('「来源」：没有叫「工匠培育报导」的来源。是不是「工匠培育报道」、「工匠日报道」？');
  expect(wrong?.style?.fill).toMatchObject({ fgColor: { rgb: 'FFC7CE' } });
  expect(copy?.merges).toEqual([{ startRow: 0, endRow: 0, startCol: 1, endCol: 5 }]);
  expect(copy?.rows[2]?.slice(1)).toEqual(['skilled-workers', 2024, day, '很多', '工匠培育报导', "'=1+1"]);
  expect(copy?.cells?.get('2,3')?.style?.numFmt).toBe('yyyy"年"m"月"');
});

test('a copy put right is imported as it is, and one put right in part gives a copy with what is left', async () => {
  const mend = (tables: readonly Table[], wrong: string, right: string): Table[] =>
    tables.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row): CellValue[] => row.map((cell) => (cell === wrong ? right : cell))),
    }));
  const read = async (bytes: Uint8Array): Promise<Table[]> =>
    readWorkbook(bytes, 'copy.xlsx', { looksRight: () => true });

  const inPart = mend(await read(await writeCopy([table])), '工匠培育报导', '工匠培育报道');
  const second = await read(await writeCopy(inPart));
  expect(second[0]?.rows[1]).toEqual(['检查意见', '编号', '时期', '发布时间', '原文写法', '来源', '位置']);
  expect(second[0]?.rows[2]?.[0]).toBe(REMARK.split('\n')[0]);

  const plan = await planImport({ tables: mend(second, '很多', '60万'), site: await readHealthySite() });
  expect(describePlan(plan)).toEqual([
    "改 statistics/skilled-workers.json\n  各次数字：加上 2024，2024-05，600000，60万，确数，工匠培育报道，'=1+1",
  ]);
});
