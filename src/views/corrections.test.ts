import { expect, test } from 'vitest';
import { buildCatalogue } from '../catalogue/catalogue.ts';
import { loadFiles, readFixture } from '../tests/content-fixtures.ts';
import { buildChartRecord } from './chart-data.ts';
import { buildViewContext, type ViewContext } from './context.ts';
import { correctionLine, findCorrections, findFrozenCorrections, listCorrections } from './corrections.ts';
import { buildFrozenEmbed, buildLiveEmbed } from './embed.ts';

const CORRECTION = {
  title: '海城的师傅',
  date: '2025-07-26',
  since: '2025-07',
  was: '70',
  now: '71',
  reason: '看错一位。',
  statistic: 'masters',
  period: '2025',
};

/** The `frozen` fixture after its figure of 2025 was corrected from 70 to 71. */
async function readSite(corrections: Readonly<Record<string, object>> = { masters: CORRECTION }): Promise<ViewContext> {
  const files = new Map(readFixture('frozen'));
  const path = 'statistics/masters.json';
  const text = new TextDecoder().decode(files.get(path));
  const encode = (changed: string): Uint8Array => new TextEncoder().encode(changed);
  files.set(path, encode(text.replace('"value": 70', '"value": 71').replace('"display": "70"', '"display": "71"')));
  for (const [id, data] of Object.entries(corrections)) {
    files.set(`corrections/${id}.json`, encode(JSON.stringify(data)));
  }
  const { content, issues } = await loadFiles(files);
  if (!content) throw new Error(issues.map(({ message }) => message).join('\n'));
  return buildViewContext(buildCatalogue(content));
}

const LINE = '2025年7月26日更正：海城的师傅，2025年，原来写「70人」，应为「71人」。';

test('a corrected figure is told at its indicator, in the live chart’s data and embed, and in the frozen one, which keeps its own', async () => {
  const site = await readSite();
  const [spec] = site.charts.values();
  const [frozen] = site.catalogue.entries.frozen.values();
  if (!spec || !frozen) throw new Error('The fixture has no chart.');

  expect(findCorrections('statistics', 'masters', site).map((entry) => correctionLine(entry, site))).toEqual([
    { text: LINE, link: { label: '更正记录', href: '/jiangce/corrections/#masters' } },
  ]);
  expect(buildChartRecord(spec, site)).toMatchObject({
    dateModified: '2025-07-26',
    corrections: [{ date: '2025-07-26', text: LINE, url: 'https://example.org/jiangce/corrections/#masters' }],
  });
  expect(buildLiveEmbed(spec, site).notice?.text).toBe(LINE);
  const embed = buildFrozenEmbed(frozen.data, site);
  expect(embed.notice?.text).toBe(`这里是冻结时的数字。${LINE}`);
  expect(embed.headline).toContain('2025年的70人');
});

test('the list says what stood there, since when, and where it was changed', async () => {
  expect(listCorrections(await readSite())).toEqual([
    {
      id: 'masters',
      title: '海城的师傅',
      date: '2025年7月26日',
      isoDate: '2025-07-26',
      since: '2025年7月',
      was: '70人',
      now: '71人',
      reason: '看错一位。',
      places: [
        { label: expect.any(String) as string, href: '/jiangce/statistics/masters/' },
        { label: '图：海城的师傅', href: '/jiangce/data/talent/' },
      ],
    },
  ]);
});

test('newer ones stand first, and what was taken back is said to be gone', async () => {
  const gone = { ...CORRECTION, date: '2025-07-20', period: '2021', was: '60', now: undefined };
  const site = await readSite({ a: gone, masters: CORRECTION });

  expect(listCorrections(site).map(({ id, now }) => [id, now])).toEqual([
    ['masters', '71人'],
    ['a', undefined],
  ]);
  const entry = site.catalogue.entries.corrections.get('a');
  expect(entry && correctionLine(entry, site).text).toContain('原来写「60人」，已经撤下。');
});

test('a frozen chart is not told of what was corrected in a name before it was frozen', async () => {
  const named = { ...CORRECTION, period: undefined, was: '师傅们', now: '师傅' };
  const site = await readSite({ masters: CORRECTION, older: { ...named, date: '2024-01-01', since: '2023' } });
  const [frozen] = site.catalogue.entries.frozen.values();

  expect(frozen && findFrozenCorrections(frozen.data, site).map(({ id }) => id)).toEqual(['masters']);
});
