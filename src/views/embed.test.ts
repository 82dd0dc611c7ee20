import { describe, expect, test } from 'vitest';
import { buildCatalogue } from '../catalogue/catalogue.ts';
import type { FrozenChart } from '../schemas/chart-spec.ts';
import { loadFiles, readFixture } from '../tests/content-fixtures.ts';
import { buildViewContext, type ViewContext } from './context.ts';
import { EMBED_PARTS, type EmbedFrame } from '../lib/embed-code.ts';
import { LEAST_EMBED_WIDTH } from './embed-height.ts';
import { EMBED_SIZES } from './embed-sizes.ts';
import { buildFrozenEmbed, buildLiveEmbed, embedFrame, embedHeightIn, type EmbedView } from './embed.ts';
import { buildOembed } from './oembed.ts';

const STATISTIC = 'statistics/masters.json';

/** The `frozen` fixture, one of its files changed, or left out where `change` gives undefined. */
async function readSite(
  path = '',
  change: (text: string) => string | undefined = (text) => text,
): Promise<ViewContext> {
  const files = new Map(readFixture('frozen'));
  if (path !== '') {
    const text = change(new TextDecoder().decode(files.get(path)));
    if (text === undefined) files.delete(path);
    else files.set(path, new TextEncoder().encode(text));
  }
  const { content, issues } = await loadFiles(files);
  if (!content) throw new Error(issues.map(({ message }) => message).join('\n'));
  return buildViewContext(buildCatalogue(content));
}

function getFrozen({ catalogue }: ViewContext): FrozenChart {
  const [entry] = catalogue.entries.frozen.values();
  if (!entry) throw new Error('The fixture has no frozen chart.');
  return entry.data;
}

function getLive(site: ViewContext): EmbedView {
  const [spec] = site.charts.values();
  if (!spec) throw new Error('The fixture has no chart.');
  return buildLiveEmbed(spec, site);
}

describe('a frozen embed', () => {
  test('says when it was frozen, and nothing else while the figures are the same', async () => {
    const site = await readSite();
    const { notice, imprint, more } = buildFrozenEmbed(getFrozen(site), site);

    expect(notice).toBeUndefined();
    expect(imprint).toEqual(['测试站 · CC BY 4.0', '2025年7月26日冻结，不随更正变动']);
    expect(more).toEqual({ label: '数据、口径和出处', href: '/jiangce/data/talent/' });
  });

  test('keeps its figures when there are newer ones, and says that there are others', async () => {
    const site = await readSite(STATISTIC, (text) =>
      text.replace(
        '"observations": [',
        '"observations": [{"period":"2024","asOf":"2025","value":71,"display":"71","qualifier":"exact","source":"daily-2023","locator":"第3段"},',
      ),
    );
    const view = buildFrozenEmbed(getFrozen(site), site);

    expect(view.notice).toEqual({
      text: '此数据已更新，这里是冻结时的数字。',
      link: { label: '看现在的数字', href: '/jiangce/data/talent/' },
    });
    expect(view.headline).toContain('2025年的70人');
    expect(view.wide.markup).toContain('>70<');
    expect(getLive(site).wide.markup).toContain('>71<');
    expect(view.wide.markup).not.toContain('>71<');
  });

  test('says nothing when only the words of the live chart change', async () => {
    const site = await readSite('charts/talent.json', (text) => text.replace('海城的师傅', '师傅有多少'));

    expect(buildFrozenEmbed(getFrozen(site), site).notice).toBeUndefined();
    expect(buildFrozenEmbed(getFrozen(site), site).title).toBe('海城的师傅');
  });

  test('stays when its definition is deleted, and links to all charts', async () => {
    const site = await readSite('charts/talent.json', () => undefined);
    const view = buildFrozenEmbed(getFrozen(site), site);

    expect(site.charts.size).toBe(0);
    expect(view.notice).toEqual({ text: '此图已停止更新。', link: { label: '看本站的图表', href: '/jiangce/data/' } });
    expect(view.headline).toContain('2025年的70人');
  });
});

test('the oEmbed record has all that a rich embed must have', async () => {
  const site = await readSite();
  const [spec] = site.charts.values();
  if (!spec) throw new Error('The fixture has no chart.');

  expect(buildOembed(spec, site)).toMatchInlineSnapshot(`
    {
      "author_name": "测试站",
      "author_url": "https://example.org/jiangce/",
      "cache_age": 86400,
      "height": 455,
      "html": "<iframe src="https://example.org/jiangce/embed/talent/" title="海城的师傅" width="100%" height="550" loading="lazy" frameborder="0" style="border:0"></iframe>",
      "provider_name": "海城匠册",
      "provider_url": "https://example.org/jiangce/",
      "thumbnail_height": 900,
      "thumbnail_url": "https://example.org/jiangce/charts/talent.png",
      "thumbnail_width": 1600,
      "title": "海城的师傅",
      "type": "rich",
      "version": "1.0",
      "width": 800,
    }
  `);
});

describe('the heights of a frame', () => {
  const at = (view: EmbedView, site: ViewContext): EmbedFrame['heights'] => embedFrame(view, '/embed/x/', site).heights;

  test('are enough at every width they are meant for, and end in a round number', async () => {
    const site = await readSite();
    const view = getLive(site);
    const { phone, column } = at(view, site).all;

    for (let width = LEAST_EMBED_WIDTH; width <= 1400; width += 1) {
      expect(phone).toBeGreaterThanOrEqual(embedHeightIn(view, width));
      if (width >= EMBED_SIZES.middleFrom) expect(column).toBeGreaterThanOrEqual(embedHeightIn(view, width));
    }
    expect([phone % 10, column % 10]).toEqual([0, 0]);
  });

  test('have room for the notice, also where the drawing stands alone', async () => {
    const site = await readSite();
    const view = getLive(site);
    const notice = { text: '此数据已更新，这里是冻结时的数字。', link: { label: '看现在的数字', href: '' } };
    const [without, noticed] = [at(view, site), at({ ...view, notice }, site)];

    for (const part of EMBED_PARTS) expect(noticed[part].phone).toBeGreaterThanOrEqual(without[part].phone + 40);
    expect(without.chart.phone).toBeLessThan(without.all.phone - 100);
  });
});
