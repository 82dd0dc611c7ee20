import { describe, expect, test } from 'vitest';
import { getById } from '../catalogue/catalogue.ts';
import { getHealthyFile } from '../tests/content-fixtures.ts';
import { openHealthySite } from '../tests/healthy-site.ts';
import { buildEditionPage, editionsLabel, type EditionPage } from './edition.ts';

const citations = [{ source: 'daily-2023', locator: '「开幕」第1段' }];

async function openEdition(
  fields: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>> = {},
): Promise<EditionPage> {
  const base = JSON.parse(getHealthyFile('editions/2023.json')) as Record<string, unknown>;
  const site = await openHealthySite({ 'editions/2023.json': JSON.stringify({ ...base, ...fields }), ...files });
  return buildEditionPage(getById(site.catalogue.entries.editions, '2023'), site);
}

describe('buildEditionPage', () => {
  test('shows a permanent link once it has an address, and nothing before', async () => {
    const links = (href: string): Record<string, unknown> => ({
      programme: [{ title: '成果', what: '展示', links: [{ label: '线上展厅', href }], citations }],
    });

    expect((await openEdition(links(''))).programme[0]?.links).toEqual([]);
    expect((await openEdition(links('https://example.org/vr'))).programme[0]?.links).toEqual([
      { label: '线上展厅', href: 'https://example.org/vr', note: undefined },
    ]);
  });

  test('answers all four questions of a part of the programme, with a dash where sources do not say', async () => {
    const { programme } = await openEdition({ programme: [{ title: '荣耀', what: '发布', when: '上午', citations }] });

    expect(programme[0]?.rows).toEqual([
      { label: '做什么', text: '发布' },
      { label: '在哪里', text: '—' },
      { label: '什么时候', text: '上午' },
      { label: '谁', text: '—' },
    ]);
  });

  test('has a row for what is known of a display, and none for the rest', async () => {
    const { publicity } = await openEdition({ publicity: [{ medium: '海报', where: '车站', citations }] });

    expect(publicity[0]?.rows).toEqual([{ label: '在哪里', text: '车站' }]);
  });

  test('takes figures from their indicators, with qualifier and unit', async () => {
    const { honours } = await openEdition({
      honours: [{ title: '人才', figures: [{ statistic: 'skilled-workers', at: '2023' }], citations }],
    });

    expect(honours[0]?.figures.map(({ text, period, href }) => [text, period, href])).toEqual([
      ['58.15万人', '2023年', '/jiangce/statistics/skilled-workers/'],
    ]);
  });

  test('links the people of the roll to their pages', async () => {
    const { honours } = await openEdition({
      honours: [{ title: '工匠', roll: [{ craftsman: 'lin-mo' }, { studio: 'lin-mo' }], citations }],
    });

    expect(honours[0]?.roll.map(({ href }) => href)).toEqual([
      '/jiangce/craftsmen/lin-mo/',
      '/jiangce/studios/lin-mo/',
    ]);
    expect(honours[0]?.roll[0]?.seal?.name).toBe('林墨');
  });

  test('keeps what is planned apart from what is only proposed', async () => {
    const plan = (kind: string, title: string): Record<string, unknown> => ({ kind, title, who: '林墨', citations });
    const { plans } = await openEdition({ plans: [plan('proposed', '办论坛'), plan('planned', '办比武')] });

    expect(plans.map(({ label, plans: list }) => [label, list.map(({ title }) => title)])).toEqual([
      ['主办方说要做的', ['办比武']],
      ['有人建议做的', ['办论坛']],
    ]);
  });

  test('tells the story of the text beside it, with its notes', async () => {
    const { body } = await openEdition(
      {},
      { 'editions/2023.mdx': '## 为什么\n\n有<Stat id="skilled-workers" at="2023" />。\n' },
    );

    expect(body.headings).toEqual([{ id: 's1', text: '为什么', level: 2 }]);
    expect(body.notes).toHaveLength(1);
  });

  test('leads to the editions before and after and to the report of the year', async () => {
    const later = getHealthyFile('editions/2023.json')
      .replace('"year": 2023', '"year": 2025')
      .replace('首个海城工匠日', '第三个海城工匠日');
    const page = await openEdition(
      {},
      { 'editions/2025.json': later, 'reports/2023/00-cover.mdx': '---\ntitle: 年报\n---\n\n摘要。\n' },
    );

    expect(page.previous).toBeUndefined();
    expect(page.next).toEqual({ label: '2025年 第三个海城工匠日', href: '/jiangce/editions/2025/' });
    expect(page.report).toEqual({ label: '年报', href: '/jiangce/reports/2023/' });
  });

  test('says the section of the same place only once among its sources', async () => {
    const places = ['「开幕」第1段', '「开幕」第2段', '「闭幕」第1段'].map((locator) => ({
      source: 'daily-2023',
      locator,
    }));
    const { honours } = await openEdition({ honours: [{ title: '工匠', citations: places }] });

    expect(honours[0]?.citations[0]?.locators).toEqual(['「开幕」第1段', '第2段', '「闭幕」第1段']);
  });
});

test('the section is called after the day only where there is one', async () => {
  const [day, programme] = await Promise.all([
    openHealthySite(),
    openHealthySite({
      'editions/2023.json': getHealthyFile('editions/2023.json').replace('"date": "2023-07-26",', ''),
    }),
  ]);

  expect([editionsLabel(day.catalogue), editionsLabel(programme.catalogue)]).toEqual(['工匠日', '历年']);
});
