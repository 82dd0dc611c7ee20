import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { describe as describePlan, readHealthySite } from '../tests/sheets.ts';
import { findLayout } from './layout.ts';
import { planImport } from './plan-import.ts';
import { readWorkbook } from './read-workbook.ts';
import type { Table } from './table.ts';

const OPTIONS = { looksRight: (table: Table): boolean => findLayout(table) !== undefined };
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

interface PackageParts {
  sheets: readonly { name: string; xml: string; state?: string }[];
  styles: string;
  sharedStrings?: string;
  workbook?: string;
  extra?: Readonly<Record<string, string>>;
}

/** A package as spreadsheet programs write it, so that their ways can be tried without them. */
function buildPackage({ sheets, styles, sharedStrings, workbook = '', extra = {} }: PackageParts): Uint8Array {
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${String(id)}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}">${workbook}<sheets>${sheets.map(({ name, state }, at) => `<sheet name="${name}" sheetId="${String(at + 1)}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${String(at + 1)}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${String(at + 1)}.xml`)).join('')}${relation(98, 'styles', 'styles.xml')}${sharedStrings === undefined ? '' : relation(99, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    ...(sharedStrings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${sharedStrings}</sst>` }),
    ...extra,
  };
  sheets.forEach(
    ({ xml }, at) =>
      (parts[`xl/worksheets/sheet${String(at + 1)}.xml`] =
        `<worksheet xmlns="${MAIN}" xmlns:r="${DOCUMENT}">${xml}</worksheet>`),
  );
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(XML + text)])));
}

const styled = (...numFmtIds: number[]): string =>
  `<fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="${String(numFmtIds.length)}">${numFmtIds.map((id) => `<xf numFmtId="${String(id)}" fontId="0" fillId="0" borderId="0"/>`).join('')}</cellXfs>`;

/** The CSV below as Chinese Excel saves it. Node can read GBK but not write it. */
const GBK_TEXT =
  '0NXD+yy5pNf3taXOuyzWsM7xLMjZ0/6zxrrFLMjZ0/4xxOq33SzAtNS0LMC01LTOu9bDDQrN9be8LLqjs8e427v6s6csIrXnuri5pCy437y2vLzKpiIsuqOzx7mkvbMsMjAyNMTqLLmkvbPI1bGotcAstdozts4NCg==';

/** What a table says, dates and formats of dates shown apart. */
function show(table: Table | undefined): unknown[] {
  return (table?.rows ?? []).map((row, at) =>
    row.map((value, column) =>
      value instanceof Date ? `${value.toISOString().slice(0, 10)} ${table?.details(at, column).format ?? '?'}` : value,
    ),
  );
}

/** As Excel for Chinese writes it: shared strings with runs and phonetic hints, dates by the numbers of their formats. */
const excelFile = buildPackage({
  workbook:
    '<workbookPr defaultThemeVersion="166925"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12300"/></bookViews>',
  styles: styled(0, 14, 31, 57, 10, 49),
  sharedStrings: [
    '<si><t>2024年海城工匠名单</t></si>',
    '<si><t>姓名</t></si><si><t>单位</t></si><si><t>来源</t></si><si><t>来源位置</t></si><si><t>荣誉</t></si><si><t>荣誉1年份</t></si><si><t xml:space="preserve">职务&#10;或岗位</t></si>',
    '<si><r><rPr><b/></rPr><t>王</t></r><r><t>芳</t></r><rPh sb="0" eb="2"><t>ワンファン</t></rPh></si>',
    '<si><t>海城港机厂</t></si><si><t>工匠日报道</t></si><si><t xml:space="preserve"> 第3段_x000D_&#10;</t></si><si><t>海城工匠</t></si>',
  ].join(''),
  sheets: [
    {
      name: 'Sheet1',
      xml: `<sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c></row>
<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="s"><v>2</v></c><c r="C3" t="s"><v>3</v></c><c r="D3" t="s"><v>4</v></c><c r="E3" t="s"><v>5</v></c><c r="F3" t="s"><v>6</v></c><c r="G3" t="s"><v>7</v></c></row>
<row r="4"><c r="A4" t="s"><v>8</v></c><c r="B4" t="s"><v>9</v></c><c r="C4" t="s"><v>10</v></c><c r="D4" t="s"><v>11</v></c><c r="E4" t="s"><v>12</v></c><c r="F4"><v>2024</v></c><c r="G4" t="str"><f>CONCATENATE("电","焊工")</f><v>电焊工</v></c></row>
</sheetData><mergeCells count="1"><mergeCell ref="A1:G2"/></mergeCells>`,
    },
    {
      name: 'Dates',
      xml: '<sheetData><row r="1"><c r="A1" s="1"><v>45133</v></c><c r="B1" s="2"><v>45133</v></c><c r="C1" s="3"><v>45108</v></c><c r="D1" s="4"><v>0.3574</v></c><c r="E1" s="5" t="inlineStr"><is><t>2018/2023</t></is></c><c r="F1" t="e"><v>#N/A</v></c><c r="G1"><f>A1+1</f></c></row></sheetData>',
    },
    { name: 'Hidden', state: 'hidden', xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' },
  ],
});

/** As WPS writes it: its own namespaces and custom properties, dates in formats spelt out. */
const wpsFile = buildPackage({
  workbook:
    '<fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/><workbookPr/><bookViews><workbookView windowWidth="28800" windowHeight="12375"/></bookViews>',
  styles: `<numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;;@"/><numFmt numFmtId="57" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>${styled(0, 176, 57, 58)}<extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext></extLst>`,
  sheets: [
    {
      name: '统计',
      xml: `<sheetPr/><dimension ref="A1:H2"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultColWidth="9" defaultRowHeight="13.5" outlineLevelRow="1" outlineLevelCol="7"/><sheetData>
<row r="1" spans="1:6"><c r="A1" t="inlineStr"><is><t>编号</t></is></c><c r="B1" t="inlineStr"><is><t>时期</t></is></c><c r="C1" t="inlineStr"><is><t>发布时间</t></is></c><c r="D1" t="inlineStr"><is><t>原文写法</t></is></c><c r="E1" t="inlineStr"><is><t>来源</t></is></c><c r="F1" t="inlineStr"><is><t>位置</t></is></c></row>
<row r="2" spans="1:6"><c r="A2" t="inlineStr"><is><t>skilled-workers</t></is></c><c r="B2"><v>2024</v></c><c r="C2" s="1"><v>45413</v></c><c r="D2"><v>600000</v></c><c r="E2" t="inlineStr"><is><t>工匠培育报道</t></is></c><c r="F2" t="inlineStr"><is><t>第1段</t></is></c></row>
</sheetData><pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/>`,
    },
    {
      name: '日期',
      xml: '<sheetData><row r="1"><c r="A1" s="2"><v>45413</v></c><c r="B1" s="3"><v>46229</v></c></row></sheetData>',
    },
  ],
  extra: {
    'docProps/custom.xml':
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.16388</vt:lpwstr></property></Properties>',
    'xl/metadata-wps.xml': '<etc:data xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>',
  },
});

describe('a file of Excel', () => {
  it('is read as Excel shows it, hidden sheets left out', async () => {
    const tables = await readWorkbook(excelFile, 'list.xlsx', OPTIONS);
    expect(tables.map(({ name }) => name)).toEqual(['Sheet1', 'Dates']);
    expect(show(tables[0])[3]).toEqual([
      '王芳',
      '海城港机厂',
      '工匠日报道',
      expect.stringContaining(' 第3段'),
      '海城工匠',
      2024,
      '电焊工',
    ]);
  });

  it('keeps what a date shows, also in the formats that Chinese Excel has by number alone', async () => {
    const [, dates] = await readWorkbook(excelFile, 'list.xlsx', OPTIONS);
    expect((show(dates)[0] as unknown[]).slice(0, 5)).toEqual([
      '2023-07-26 m/d/yyyy',
      '2023-07-26 yyyy"年"m"月"d"日"',
      '2023-07-01 yyyy"年"m"月"',
      0.3574,
      '2018/2023',
    ]);
    expect([5, 6].map((column) => dates?.details(0, column))).toEqual([{ isError: true }, { isUncalculated: true }]);
    expect(dates?.details(0, 3)).toEqual({ format: '0.00%' });
  });

  it('is imported', async () => {
    const plan = await planImport({
      tables: (await readWorkbook(excelFile, 'list.xlsx', OPTIONS)).slice(0, 1),
      site: await readHealthySite(),
    });
    expect(describePlan(plan)).toEqual(['新 craftsmen/wang-fang.mdx', '隐藏的工作表「Hidden」没有读。']);
    expect(plan.files.get('craftsmen/wang-fang.mdx')).toContain(
      'position: 电焊工\nhonours:\n  - honour: city-craftsman\n    year: 2024\n    source: daily-2023\n    locator: 第3段\n',
    );
  });
});

describe('a file of WPS', () => {
  it('is imported, with months that stay months', async () => {
    const plan = await planImport({
      tables: (await readWorkbook(wpsFile, 'list.xlsx', OPTIONS)).slice(0, 1),
      site: await readHealthySite(),
    });
    expect(describePlan(plan)).toEqual([
      '改 statistics/skilled-workers.json\n  各次数字：加上 2024，2024-05，600000，600000，确数，工匠培育报道，第1段',
    ]);
  });

  it('has its own spelling of a format, and gets ours where it has none', async () => {
    const [, dates] = await readWorkbook(wpsFile, 'list.xlsx', OPTIONS);
    expect(show(dates)).toEqual([['2024-05-01 yyyy"年"m"月"', '2026-07-26 m"月"d"日"']]);
  });
});

it('a picture in a cell of WPS is refused in words', async () => {
  const list = ['姓名', '来源', '来源位置', '简介'].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  const cells = ['王芳', '工匠日报道', '第3段'].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  const picture = '<c t="str"><f>_xlfn.DISPIMG("ID_AB12",1)</f><v>=DISPIMG("ID_AB12",1)</v></c>';
  const xml = `<sheetData><row>${list.join('')}</row><row>${cells.join('')}${picture}</row></sheetData>`;
  const file = buildPackage({ styles: styled(0), sheets: [{ name: '工匠', xml }] });
  const plan = await planImport({ tables: await readWorkbook(file, 'a.xlsx', OPTIONS), site: await readHealthySite() });
  expect(describePlan(plan)).toEqual([
    'D2 「简介」：这一格里是图片，表格里的图片读不了。清空这一格；照片另存成文件，放进 media 文件夹，再写进他的文件。',
  ]);
});

describe('a CSV file', () => {
  const text =
    '姓名,工作单位,职务,荣誉称号,荣誉1年份,来源,来源位置\r\n王芳,海城港机厂,"电焊工,高级技师",海城工匠,2024年,工匠日报道,第3段\r\n';
  const gbk = Buffer.from(GBK_TEXT, 'base64');
  const utf16 = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(text.replaceAll('"电焊工,高级技师"', '电焊工+高级技师').replaceAll(',', '\t'), 'utf16le'),
  ]);

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte-order mark', Buffer.from(`\uFEFF${text}`)],
    ['GBK', gbk],
    ['UTF-8 with semicolons', Buffer.from(text.replaceAll('"电焊工,高级技师"', '电焊工').replaceAll(',', ';'))],
    ['UTF-16 with tabs, as Excel’s Unicode text', utf16],
  ])('in %s is imported', async (_, bytes) => {
    const plan = await planImport({
      tables: await readWorkbook(bytes, '名单.csv', OPTIONS),
      site: await readHealthySite(),
    });
    expect(describePlan(plan)).toEqual(['新 craftsmen/wang-fang.mdx']);
    expect(plan.files.get('craftsmen/wang-fang.mdx')).toContain('employer: harbour-works');
  });

  it('has its texts without the guard of Excel, quoted or not', async () => {
    const bytes = Buffer.from('编号,年份,名\n="003","=""2023""",="王 ""芳"""\n"引,=号",="",=1+1\n');
    const [table] = await readWorkbook(bytes, 'a.csv', OPTIONS);
    expect(table?.rows.slice(1)).toEqual([
      ['003', '2023', '王 "芳"'],
      ['引,=号', '', '=1+1'],
    ]);
  });

  it('in GBK that is valid UTF-8 by chance is read in the encoding that makes sense of it', async () => {
    // 姓名 and 单位 in GBK, with values of plain letters: too few bytes to tell by themselves.
    const bytes = Buffer.concat([
      Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]),
      Buffer.from(',id\n'),
      Buffer.from('x,lin-mo\n'),
    ]);
    const [table] = await readWorkbook(bytes, 'a.csv', { looksRight: ({ rows }) => rows[0]?.[0] === '姓名' });
    expect(table?.rows[0]?.[0]).toBe('姓名');
  });
});

describe('a file that is no table', () => {
  const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  it.each([
    ['空的.xlsx', Buffer.alloc(0), '文件是空的。'],
    [
      '旧的.xls',
      old,
      '这是旧格式的表格（.xls 或 .et），或者加了密码。请用 Excel 或 WPS 打开，另存为没有密码的 .xlsx 再试。',
    ],
    ['假的.xlsx', Buffer.from('<html>'), '文件的内容不是 .xlsx 表格。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。'],
    [
      '断的.xlsx',
      Buffer.from(excelFile.slice(0, 900)),
      '表格文件损坏了，读不出来。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。',
    ],
    [
      '别的.zip',
      Buffer.from(zipSync({ 'a.txt': strToU8('a') })),
      '表格文件损坏了，读不出来。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。',
    ],
    [
      '引号.csv',
      Buffer.from('姓名,单位\n"王芳,厂\n李强,厂\n'),
      'CSV 的引号没有成对，在第 3 行附近。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。',
    ],
    [
      '照片.csv',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a]),
      '文件的文字编码认不出来。请用 Excel 或 WPS 打开，另存为 .xlsx，或存成 UTF-8 的 .csv。',
    ],
  ])('is refused in words: %s', async (name, bytes, message) => {
    await expect(readWorkbook(bytes, name, OPTIONS)).rejects.toThrow(message);
  });
});
