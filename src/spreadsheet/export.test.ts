import { readXlsx } from 'hucre/xlsx';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEditableSite } from '../authoring/editable-site.ts';
import { nodeFileSystem } from '../reader/file-system.ts';
import { describe as describePlan, readHealthySite } from '../tests/sheets.ts';
import { buildExport, writeExport } from './export.ts';
import { planImport } from './plan-import.ts';
import { readWorkbook } from './read-workbook.ts';
import { sheetKinds } from './sheets.ts';

const OPTIONS = { looksRight: (): boolean => true };
const content = join(import.meta.dirname, '..', '..', 'content');

async function exportAll(site: Parameters<typeof writeExport>[1]): Promise<Uint8Array> {
  return writeExport(
    sheetKinds.map((kind) => buildExport(kind, site)),
    site,
  );
}

describe.each(readdirSync(content))('the export of %s', (name) => {
  const read = (): ReturnType<typeof readEditableSite> => {
    const folder = join(content, name);
    return readEditableSite({ fileSystem: nodeFileSystem, folder, label: `content/${name}`, today: '2026-12-31' });
  };

  it('changes nothing when it is imported, of any kind', async () => {
    const site = await read();
    const tables = await readWorkbook(await exportAll(site), 'export.xlsx', OPTIONS);
    const plan = await planImport({ tables, site: await read() });
    expect([describePlan(plan), plan.files.size]).toEqual([[], 0]);
    expect(plan.layouts.flatMap((layout) => layout?.sheet.kind ?? [])).toEqual(sheetKinds);
    expect(plan.unchangedCount).toBe(sheetKinds.reduce((sum, kind) => sum + site.names.ids(kind).length, 0));
  });

  it('is the same file each time', async () => {
    expect(Buffer.compare(await exportAll(await read()), await exportAll(await read()))).toBe(0);
  });
});

describe('an export', () => {
  it('shows names, choices and figures as people write them', async () => {
    const site = await readHealthySite();
    expect(buildExport('craftsmen', site)).toMatchObject({
      rows: [
        [
          'lin-mo',
          '林墨',
          null,
          null,
          '海城港机厂',
          null,
          '钳工',
          null,
          null,
          '海城工匠',
          2023,
          '工匠日报道',
          '第3段',
          null,
          '工匠日报道',
          '第3段',
        ],
        [
          'shan-yu',
          '单宇',
          null,
          'shan yu',
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          '工匠培育报道',
          '第2段',
        ],
      ],
    });
    expect(buildExport('statistics', site).rows[0]).toContain('全市');
  });

  it('gives every figure of an indicator a row of its own', async () => {
    const site = await readHealthySite();
    const statistic = site.data('statistics', 'skilled-workers') as { observations: unknown[] };
    statistic.observations.push({
      period: '2024',
      asOf: '2024-05',
      value: 600000,
      display: '60余万',
      qualifier: 'over',
      source: 'daily-2024',
      locator: '第1段',
    });
    const { rows, columns } = buildExport('statistics', site);
    const cell = (row: number, heading: string): unknown =>
      rows[row]?.[columns.findIndex((column) => column.heading === heading)];
    expect(
      [0, 1].map((row) => ['编号', '指标名称', '定义', '时期', '限定'].map((heading) => cell(row, heading))),
    ).toEqual([
      ['skilled-workers', '技能人才总量', '全市技能劳动者的人数。', '2023', '确数'],
      ['skilled-workers', '技能人才总量', null, '2024', '多于'],
    ]);
  });

  it('names nobody who was withdrawn, and importing it brings nobody back or away', async () => {
    const changes = {
      'craftsmen/lin-mo.mdx':
        '---\nname: 林墨\nwithdrawn: true\nhonours: []\ncitations:\n  - source: daily-2023\n    locator: 第3段\n---\n',
      'outcomes/jig.mdx':
        '---\ntitle: 快换夹具\ncreators: [lin-mo, shan-yu]\nkeywords: [林墨的夹具]\ncitations:\n  - source: daily-2023\n    locator: 第3段\n---\n',
    };
    const site = await readHealthySite(changes);
    const bytes = await exportAll(site);
    const everything = JSON.stringify(await readXlsx(bytes, { readStyles: true }), (_, value: unknown) =>
      value instanceof Map ? [...(value as Map<string, unknown>)] : value,
    );
    expect(everything).toContain('快换夹具');
    // Not the whole text in a failure's message.
    expect(/.{0,60}(?:林墨|lin-mo).{0,60}/.exec(everything)?.[0]).toBeUndefined();
    const plan = await planImport({
      tables: await readWorkbook(bytes, 'x.xlsx', OPTIONS),
      site: await readHealthySite(changes),
    });
    expect(describePlan(plan)).toEqual([]);
  });

  it('keeps a text that the format would take for a line break', async () => {
    const file =
      '---\nname: 林墨\nposition: 甲_x000D_乙\nhonours: []\ncitations:\n  - source: daily-2023\n    locator: 第3段\n---\n';
    const site = await readHealthySite({ 'craftsmen/lin-mo.mdx': file });
    const plan = await planImport({ tables: await readWorkbook(await exportAll(site), 'x.xlsx', OPTIONS), site });
    expect([describePlan(plan), plan.remarks]).toEqual([[], []]);
  });

  it('has no cell that a program could take for a formula', async () => {
    const dangerous = ['=HYPERLINK("https://x","y")', '+1', '-1', '@SUM(A1)'];
    const quoted = dangerous.map((text) => `  - ${JSON.stringify(text)}\n`).join('');
    const site = await readHealthySite({
      'craftsmen/lin-mo.mdx': `---\nname: 林墨\nposition: "=1+1"\nhonours: []\nkeywords:\n${quoted}citations:\n  - source: daily-2023\n    locator: "@第3段"\n---\n`,
    });
    const bytes = await exportAll(site);
    const { sheets } = await readXlsx(bytes);
    const cells = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === 'string');
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    expect(cells).toContain("'=1+1");
    const plan = await planImport({ tables: await readWorkbook(bytes, 'x.xlsx', OPTIONS), site });
    expect(describePlan(plan)).toEqual([]);
  });
});
