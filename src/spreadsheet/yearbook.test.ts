import { describe, expect, it } from 'vitest';
import { buildTable, readHealthySite } from '../tests/sheets.ts';
import { planImport } from './plan-import.ts';
import type { CellValue, MergedCells } from './table.ts';
import { unfoldYearbook } from './yearbook.ts';

function unfold(rows: readonly (readonly CellValue[])[], merges: readonly MergedCells[] = []): unknown {
  return unfoldYearbook(buildTable(rows, { merges }))?.table.rows.map((row) => row.slice(0, 4).join(' '));
}

const FIGURES = [
  '指标名称 单位 时期 原文写法',
  '城镇登记失业人数 人 2021 25.1万',
  '城镇登记失业人数 人 2022 26万',
  '城镇登记失业人数 人 2023 24.3万',
  '登记失业率 % 2021 2.9',
  '登记失业率 % 2022 3.1',
  '登记失业率 % 2023 -0.5',
];

describe('a table of a yearbook', () => {
  it('has years down and indicators across, with units in the headings', () => {
    expect(
      unfold([
        ['', '城镇登记失业人数（万人）', '登记失业率(%)'],
        ['2021年', 25.1, 2.9],
        ['2022年', 26, 3.1],
        ['2023年', 24.3, -0.5],
      ]),
    ).toEqual(FIGURES);
  });

  it('has years across and indicators down, with a column of units', () => {
    expect(
      unfold([
        ['表3-1 就业', null, null, null, null],
        ['指标', '单位', 2021, 2022, 2023],
        ['城镇登记失业人数', '万人', 25.1, 26, 24.3],
        ['登记失业率', '%', 2.9, 3.1, -0.5],
      ]),
    ).toEqual(FIGURES);
  });

  it('has headings over two rows, blanks where there is no figure, and its unit above it', () => {
    const merges = [{ startRow: 1, endRow: 1, startCol: 1, endCol: 2 }];
    expect(
      unfold(
        [
          ['技能人才　单位：人', null, null],
          ['年份', '高技能人才', null],
          [null, '技师', '高级技师'],
          [2021, 10, '—'],
          [2022, 12, '…'],
          [2023, 13, 4],
        ],
        merges,
      ),
    ).toEqual([
      '指标名称 单位 时期 原文写法',
      '高技能人才，技师 人 2021 10',
      '高技能人才，技师 人 2022 12',
      '高技能人才，技师 人 2023 13',
      '高技能人才，高级技师 人 2023 4',
    ]);
  });

  it.each([
    [
      'a list of people',
      [
        ['姓名', '单位'],
        ['林墨', '海城港机厂'],
      ],
    ],
    [
      'a list with a column of years',
      [
        ['奖项', '人', '年'],
        ['甲', '乙', 2021],
        ['丙', '丁', 2021],
        ['戊', '己', 2022],
      ],
    ],
    [
      'two years only',
      [
        ['年份', '人数'],
        [2021, 1],
        [2022, 2],
      ],
    ],
  ])('is not %s', (_, rows) => {
    expect(unfold(rows)).toBeUndefined();
  });

  it('is read into a statistic that exists, what it lacks being filled in, and a footnote mark is remarked', async () => {
    const rows = [
      ['年份', '技能人才总量（万人）'],
      [2019, '51.2'],
      [2020, '53.0①'],
      [2021, 55],
    ];
    const site = await readHealthySite();
    const title = site.names.name('statistics', 'skilled-workers');
    const yearbook = unfoldYearbook(
      buildTable(rows.map((row) => row.map((cell) => (cell === '技能人才总量（万人）' ? `${title}（万人）` : cell)))),
      {
        来源: '工匠培育报道',
        位置: '表3-1',
        发布时间: '2024-05',
      },
    );
    const plan = await planImport({ tables: yearbook ? [yearbook.table] : [], site });

    expect(yearbook?.notice).toBe(
      '「Sheet1」是年鉴的样子：3 年、1 个指标，读成了 3 个数字，一行一个。表里没有写定义、范围、地方等，可以用 --fill 定义=… 一次写明，或者在检查意见的表里逐行补。',
    );
    expect(plan.remarks.map(({ at, message }) => `${String(at.row)} ${message}`)).toEqual([
      '2 「原文写法」：「53.0①」读不出数字。',
    ]);
  });
});
