import { expect, test } from 'vitest';
import { openHealthySite } from '../tests/healthy-site.ts';
import { chapter, reportFiles } from '../tests/report-fixture.ts';
import { buildReports } from './report.ts';
import { buildReportDocument } from './report-document.ts';

async function print(
  pages?: ReadonlyMap<string, number>,
  changes: Readonly<Record<string, string>> = {},
): Promise<string> {
  const site = await openHealthySite(reportFiles(changes));
  const [report] = buildReports(site);
  if (!report) throw new Error('The fixture has a report.');
  return buildReportDocument(report, site, pages ? { pages } : {});
}

const hrefs = (html: string): string[] => [...html.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href ?? '');
const ids = (html: string): string[] => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '');

test('every link leads to the site by its full address or to a place in the document', async () => {
  const html = await print();
  const places = new Set(ids(html));

  expect(hrefs(html).filter((href) => !href.startsWith('https://') && !places.has(href.slice(1)))).toEqual([]);
});

test('no id stands twice, though every chapter counts its headings and notes anew', async () => {
  const found = ids(await print());

  expect(found).toHaveLength(new Set(found).size);
  expect(found).toEqual(expect.arrayContaining(['c1-note-1', 'c1-table-year', 'c2']));
});

test('the contents keep room for page numbers until they are known', async () => {
  const [before, after] = [await print(), await print(new Map([['c1', 7]]))];

  expect(before).toContain('<span class="page-number">000</span>');
  expect(after).toContain(
    '<a href="#c1"><span class="number">第一章</span><span class="name">人</span><span class="leader"></span><span class="page-number">7</span>',
  );
});

test('running heads are safe whatever a title holds', async () => {
  const html = await print(undefined, {
    'reports/2023/02-figures.mdx': chapter(`'数字 "引号" 和 </style>'`, '见报道。'),
    'reports/2023/01-people.mdx': chapter('人', '见报道。'),
  });
  const [style = ''] = /<style>.*?<\/style>/s.exec(html) ?? [];

  expect(style).toContain(String.raw`content:"第二章 数字 \"引号\" 和 \3c /style>"`);
});
