import { describe, expect, test } from 'vitest';
import { FROZEN_ID_PATTERN, FrozenChartSchema } from '../schemas/chart-spec.ts';
import { SAMPLE_CONTEXT, SAMPLE_SPECS, sampleChart, sampleSpec } from '../tests/sample-charts.ts';
import { buildChartSpec } from './build-chart-spec.ts';
import { contentHash, freezeChart, frozenName, haveFiguresChanged, limitChart, stableStringify } from './freeze.ts';

const spec = SAMPLE_SPECS.column;

describe('the content hash', () => {
  test('is ten hexadecimal digits and does not depend on the order of keys', () => {
    const reversed = Object.fromEntries(Object.entries(spec).reverse()) as typeof spec;

    expect(contentHash(spec)).toMatch(/^[0-9a-f]{10}$/);
    expect(contentHash(reversed)).toBe(contentHash(spec));
  });

  test('changes with any content', () => {
    expect(contentHash({ ...spec, note: '改了' })).not.toBe(contentHash(spec));
  });
});

test('stable JSON is JSON', () => {
  const value = { b: [1, { d: null, c: '甲' }], a: true };

  expect(stableStringify(value)).toBe('{"a":true,"b":[1,{"c":"甲","d":null}]}');
  expect(JSON.parse(stableStringify(value))).toEqual(value);
});

test('a frozen chart is what its schema and its name say', () => {
  const frozen = freezeChart(spec, '2025-07-26');

  expect(FrozenChartSchema.safeParse(JSON.parse(JSON.stringify(frozen))).data).toEqual(frozen);
  expect(frozenName(frozen)).toMatch(FROZEN_ID_PATTERN);
  expect(frozenName(frozen)).toBe(`sample@${frozen.hash}`);
});

test('figures have changed with a value or a period, not with words', () => {
  expect(haveFiguresChanged(spec, { ...spec, headline: '另写', note: '另写' })).toBe(false);
  expect(haveFiguresChanged(spec, { ...spec, rows: spec.rows.map((row) => ({ ...row, value: row.value + 1 })) })).toBe(
    true,
  );
  expect(haveFiguresChanged(spec, { ...spec, rows: spec.rows.slice(1) })).toBe(true);
  expect(haveFiguresChanged(sampleSpec('column', ['workers']), sampleSpec('column', ['skilled']))).toBe(true);
});

test('a chart as it stood holds what was known by then', () => {
  const limited = limitChart(
    { id: 'x', data: sampleChart('multiples', ['firms', 'teams', 'money']) },
    SAMPLE_CONTEXT,
    '2023',
  );
  const built = buildChartSpec(limited.definition, limited.context);

  expect(built.spec?.rows.map(({ display }) => display)).toEqual(['52家', '150个']);
});
