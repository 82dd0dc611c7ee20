import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import { readContentCharts } from '../tests/content-charts.ts';
import { LONG_SPECS, SAMPLE_SPECS } from '../tests/sample-charts.ts';
import { buildPalette } from './palette.ts';
import { renderWechat, renderWechatPage } from './wechat.ts';
import { findWechatFaults } from './wechat-lint.ts';

const options = {
  palette: buildPalette({ seal: '#A8231B', sealDark: '#E8776A', steel: '#2E4A5B', steelDark: '#8FB3C7' }),
  url: 'https://example.org/data/sample/',
};
const [qingdao, weifang] = [await readContentCharts('qingdao'), await readContentCharts('weifang')];
const specs: [string, ChartSpec][] = [
  ...Object.entries(SAMPLE_SPECS).map(([name, spec]): [string, ChartSpec] => [`sample ${name}`, spec]),
  ...[...qingdao.specs, ...weifang.specs].map((spec): [string, ChartSpec] => [spec.id, spec]),
];

interface Node {
  nodeName: string;
  value?: string;
  childNodes?: Node[];
}

function textOf({ value = '', childNodes = [] }: Node): string {
  return value + childNodes.map(textOf).join('');
}

describe.each(specs)('the article body of %s', (_, spec) => {
  const html = renderWechat(spec, options);
  const text = textOf(parseFragment(html));

  test('passes the editor’s rules', () => {
    expect(findWechatFaults(html)).toEqual([]);
    expect(html.length).toBeLessThan(20_000);
  });

  test('says the finding, every figure as it was printed, the notes, the sources and where it comes from', () => {
    expect(text).toContain(spec.headline);
    for (const { display } of spec.rows) expect(text).toContain(display);
    for (const note of spec.readingNotes) expect(text).toContain(note);
    for (const { citation } of spec.sources) expect(text).toContain(citation);
    expect(text).toContain(`数据截至${spec.asOf}`);
    expect(text).toContain('example.org/data/sample/');
    expect(text).toContain(spec.publisher);
  });
});

test('a figure that was worked out says so in the table', () => {
  const spec = SAMPLE_SPECS['stacked-column'];
  const [, table = ''] = renderWechat(spec, options).split('<table');

  expect(spec.rows.some(({ derived }) => derived)).toBe(true);
  for (const { display, derived } of spec.rows) expect(table.includes(`>${display}（算得）<`)).toBe(derived);
});

test('a chart that is too long for an article is refused, with the reason', () => {
  const spec = { ...SAMPLE_SPECS.bar, note: '长'.repeat(20_000) };

  expect(() => renderWechat(spec, options)).toThrow(
    /图表「sample」的公众号稿过不了编辑器：\n共 2\d{4} 个字符，要少于 20000 个。/,
  );
});

test('the page holds the body and nothing else to copy', () => {
  const spec = SAMPLE_SPECS.ladder;
  const page = renderWechatPage(spec, options);
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(page)?.[1];

  expect(body).toBe(renderWechat(spec, options));
  expect(page).toContain('<meta charset="utf-8">');
  expect(page.length).toBeLessThan(20_000);
});

test('of a long series the table holds the latest periods and says where all are', () => {
  const html = renderWechat(LONG_SPECS['long-line'], options);

  expect(findWechatFaults(html)).toEqual([]);
  expect(html).toMatch(/表里是最近\d+个时期的数，一共有57个，全部数字见 example\.org/);
  expect(html).toContain('41542人</td>');
  expect(html).not.toContain('19402人</td>');
});
