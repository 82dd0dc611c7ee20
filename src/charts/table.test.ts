import { expect, test } from 'vitest';
import { SAMPLE_SPECS, sampleSpec } from '../tests/sample-charts.ts';
import { toCitation } from './citation.ts';
import { toCsv } from './csv.ts';
import { toTable } from './table.ts';

test('the table has what a reader asks of a figure', () => {
  expect(toTable(SAMPLE_SPECS.bounded)).toMatchInlineSnapshot(`
    {
      "caption": "海城的工匠",
      "columns": [
        {
          "isNumeric": false,
          "key": "series",
          "label": "指标",
        },
        {
          "isNumeric": false,
          "key": "period",
          "label": "时期",
        },
        {
          "isNumeric": true,
          "key": "display",
          "label": "原文写法",
        },
        {
          "isNumeric": false,
          "key": "qualifier",
          "label": "限定",
        },
        {
          "isNumeric": false,
          "key": "asOf",
          "label": "截至",
        },
        {
          "isNumeric": false,
          "key": "source",
          "label": "来源",
        },
        {
          "isNumeric": false,
          "key": "locator",
          "label": "出处位置",
        },
      ],
      "rows": [
        [
          "各级工匠",
          "2023年",
          "8000余人",
          "多于此数",
          "2023年",
          "记者甲：《工匠日报道》，海城日报，2025年5月",
          "第2段",
        ],
        [
          "各级工匠",
          "2025年",
          "9000余人",
          "多于此数",
          "2025年",
          "记者甲：《工匠日报道》，海城日报，2025年5月",
          "第2段",
        ],
      ],
    }
  `);
});

test('notes have a column where there are any', () => {
  expect(toTable(SAMPLE_SPECS.doughnut).columns.map(({ label }) => label)).toContain('说明');
  expect(toTable(SAMPLE_SPECS.column).columns.map(({ label }) => label)).not.toContain('说明');
});

test('columns can be chosen', () => {
  expect(toTable(SAMPLE_SPECS.column, ['series', 'value']).rows[0]).toEqual(['技能人才', '1,662,200']);
});

test('the CSV file has a byte-order mark, Chinese headings, all columns and CRLF', () => {
  expect(toCsv(SAMPLE_SPECS.bounded)).toMatchInlineSnapshot(`
    "﻿指标,时期,数值,单位,原文写法,限定,范围,级别,性质,截至,来源,出处位置,说明
    各级工匠,2023年,8000,人,8000余人,多于此数,海城市,各级,时点数,2023年,记者甲：《工匠日报道》，海城日报，2025年5月,第2段,
    各级工匠,2025年,9000,人,9000余人,多于此数,海城市,各级,时点数,2025年,记者甲：《工匠日报道》，海城日报，2025年5月,第2段,
    "
  `);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t1', '\r1'])('%j does not run as a formula', (label) => {
  const spec = sampleSpec('column', ['workers']);
  const csv = toCsv({ ...spec, series: spec.series.map((series) => ({ ...series, label })) });

  expect(csv.split('\r\n')[1]?.replace(/^"/, '')).toMatch(/^'/);
});

test('quotes and commas stay inside their cell', () => {
  const spec = sampleSpec('column', ['workers']);
  const csv = toCsv({ ...spec, series: spec.series.map((series) => ({ ...series, label: '甲,"乙"' })) });

  expect(csv.split('\r\n')[1]).toMatch(/^"甲,""乙""",2023年,1662200,/);
});

test('the citation names publisher, title, date, address, licence and sources', () => {
  expect(toCitation(SAMPLE_SPECS.bounded, 'https://example.org/data/sample/')).toBe(
    '匠册示例站：《海城的工匠》，海城匠册，数据截至2025年，https://example.org/data/sample/（CC BY 4.0）。数据来源：记者甲：《工匠日报道》，海城日报，2025年5月。',
  );
});
