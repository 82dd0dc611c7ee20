import { expect, test } from 'vitest';
import { SAMPLE_SPECS, sampleSpec } from '../tests/sample-charts.ts';
import { toCitation } from './citation.ts';
import { toCsv } from './csv.ts';
import { cellText } from './table.ts';

test('numbers are grouped for the eye', () => {
  const spec = SAMPLE_SPECS.column;
  const [row] = spec.rows;

  expect(row && ['series', 'value'].map((key) => cellText(key, row, spec))).toEqual(['技能人才', '1,662,200']);
});

test('the CSV file has a byte-order mark, Chinese headings, all columns and CRLF', () => {
  expect(toCsv(SAMPLE_SPECS.bounded)).toMatchInlineSnapshot(`
    "﻿指标,时期,数值,单位,原文写法,限定,范围,级别,性质,截至,来源,出处位置,说明
    各级工匠,2023年,8000,人,8000余人,多于此数,海城市,各级,时点数,2023年,记者甲：《工匠日报道》，海城日报，2025年5月,第2段,
    各级工匠,2025年,9000,人,9000余人,多于此数,海城市,各级,时点数,2025年,记者甲：《工匠日报道》，海城日报，2025年5月,第2段,
    "
  `);
});

test.each(['=1+1', '＝1+1', '+1', '-1', '@SUM(A1)', '\t1', '\r1'])('%j does not run as a formula', (label) => {
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
