import { expect, test } from 'vitest';
import { openHealthySite } from '../tests/healthy-site.ts';
import { SAMPLE_SPECS } from '../tests/sample-charts.ts';
import { renderChartFigure } from './drawn-figure.ts';

const context = await openHealthySite();

function renderTable(spec: (typeof SAMPLE_SPECS)[keyof typeof SAMPLE_SPECS]): string {
  return /<table.*<\/table>/.exec(renderChartFigure(spec, context))?.[0] ?? '';
}

test('the table says of each figure when, how exact, from where and until when', () => {
  expect(renderTable(SAMPLE_SPECS.bounded).replaceAll(/<(?=t[rh]|\/?t(?:head|body))/g, '\n<')).toMatchInlineSnapshot(`
    "<table class="figures">
    <thead>
    <tr>
    <th scope="col">指标</th>
    <th scope="col">时期</th>
    <th scope="col" class="number">数字</th>
    <th scope="col">限定</th>
    <th scope="col">来源</th></tr>
    </thead>
    <tbody>
    <tr>
    <th scope="row">各级工匠</th><td class="unbroken" data-label="时期">2023年</td><td class="number" data-label="数字">8000余人</td><td class="unbroken" data-label="限定">多于此数</td><td data-label="来源"><a href="/jiangce/sources/daily/">记者甲：《工匠日报道》，海城日报，2025年5月</a>，第2段<p class="note">截至2023年</p></td></tr>
    <tr>
    <th scope="row">各级工匠</th><td class="unbroken" data-label="时期">2025年</td><td class="number" data-label="数字">9000余人</td><td class="unbroken" data-label="限定">多于此数</td><td data-label="来源"><a href="/jiangce/sources/daily/">记者甲：《工匠日报道》，海城日报，2025年5月</a>，第2段<p class="note">截至2025年</p></td></tr>
    </tbody></table>"
  `);
});

test('what has to be known of a figure stands with its source', () => {
  expect(renderTable(SAMPLE_SPECS.doughnut)).toMatch(/<p class="note">截至[^<]+。[^<]+<\/p>/);
});
