import { expect, it } from 'vitest';
import { buildCatalogue } from '../catalogue/catalogue.ts';
import { loadFiles, readFixture } from '../tests/content-fixtures.ts';
import { buildViewContext, type ViewContext } from './context.ts';
import { buildFrozenEmbed } from './embed.ts';
import { buildMovedAddresses, renderMovedPage } from './moved.ts';
import { findFrozen } from './press.ts';

const LIN_MO = 'craftsmen/lin-mo.mdx';

/** The fixture with a frozen chart, changed. */
async function open(change: (files: Map<string, string>) => void): Promise<ViewContext> {
  const files = new Map([...readFixture('frozen')].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  change(files);
  const { content, issues } = await loadFiles(
    new Map([...files].map(([path, text]) => [path, new TextEncoder().encode(text)])),
  );
  if (!content) throw new Error(issues.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  return buildViewContext(buildCatalogue(content));
}

/** Gives the chart a new id, as an editor would: new file name, old id into aliases. */
function renameChart(files: Map<string, string>): void {
  const chart = JSON.parse(files.get('charts/talent.json') ?? '') as object;
  files.delete('charts/talent.json');
  files.set('charts/masters-chart.json', JSON.stringify({ ...chart, aliases: ['talent'] }));
}

it('a renamed chart keeps its old addresses, and its snapshots know it', async () => {
  const context = await open(renameChart);
  const { pages, copies } = buildMovedAddresses(context);

  expect(pages.map(({ from, to }) => [from, to])).toEqual([
    ['/data/talent/', '/data/masters-chart/'],
    ['/press/talent/', '/press/masters-chart/'],
  ]);
  expect(copies.map(({ to }) => to)).toEqual(
    expect.arrayContaining(['/embed/talent/index.html', '/charts/talent.png', '/charts/talent.csv']),
  );
  const [frozen] = findFrozen('masters-chart', context);
  expect(frozen?.hash).toBe('c24dd40c41');
  expect(frozen && buildFrozenEmbed(frozen, context).notice).toBeUndefined();
});

it('the page at an old address leads on and is not for search engines', async () => {
  const context = await open(renameChart);
  const [page] = buildMovedAddresses(context).pages;
  const html = page ? renderMovedPage({ ...page, title: '<b>"图"' }, context) : '';

  expect(html).toContain('<meta http-equiv="refresh" content="0;url=/jiangce/data/masters-chart/">');
  expect(html).toContain('<link rel="canonical" href="https://example.org/jiangce/data/masters-chart/">');
  expect(html).toContain('noindex');
  expect(html).not.toContain('<b>');
});

it('of a withdrawn person no former id leads anywhere, not even in the name of a chart', async () => {
  const context = await open((files) => {
    files.set(
      LIN_MO,
      (files.get(LIN_MO) ?? '').replace('citations:', 'aliases: [lin-old]\nwithdrawn: true\ncitations:'),
    );
    const chart = JSON.parse(files.get('charts/talent.json') ?? '') as object;
    files.set(
      'charts/talent.json',
      JSON.stringify({ ...chart, aliases: ['lin-mo-figures', 'lin-old-figures', 'plain'] }),
    );
  });

  expect(buildMovedAddresses(context).pages.map(({ from }) => from)).toEqual(['/data/plain/', '/press/plain/']);
});
