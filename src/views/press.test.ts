import { expect, test } from 'vitest';
import { buildCatalogue } from '../catalogue/catalogue.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import { loadFiles, readFixture } from '../tests/content-fixtures.ts';
import { buildViewContext, type ViewContext } from './context.ts';
import { buildKitFiles, buildKitTexts, buildPressKit, findFrozen, formatFileSize, type KitMaterials } from './press.ts';

async function readSite(): Promise<{ site: ViewContext; spec: ChartSpec }> {
  const { content } = await loadFiles(readFixture('frozen'));
  if (!content) throw new Error('The fixture has errors.');
  const site = buildViewContext(buildCatalogue(content));
  const [spec] = site.charts.values();
  if (!spec) throw new Error('The fixture has no chart.');
  return { site, spec };
}

function buildMaterials(spec: ChartSpec, site: ViewContext): KitMaterials {
  return {
    pictures: [{ name: `${spec.id}.png`, content: new Uint8Array([1]) }],
    docx: new Uint8Array([2]),
    texts: buildKitTexts(spec, site),
    colours: site.catalogue.site.colours,
    url: site.absolute(spec.path),
  };
}

test('the kit has a live and every frozen embed, the addresses of pictures, and the texts', async () => {
  const { site, spec } = await readSite();
  const { live, frozen, pictures, texts } = buildPressKit(spec, site);

  expect(live.line.text).toContain('src="https://example.org/jiangce/embed/talent/"');
  expect(frozen.map(({ line }) => /src="([^"]+)"/.exec(line.text)?.[1])).toEqual([
    'https://example.org/jiangce/embed/talent/c24dd40c41/',
  ]);
  expect(pictures.map(({ address }) => address.text)).toEqual(
    ['png', 'square.png', 'portrait.png', 'story.png', 'svg', 'plain.svg', 'column.svg'].map(
      (ending) => `https://example.org/jiangce/charts/talent.${ending}`,
    ),
  );
  expect(texts.map(({ what }) => what)).toEqual([
    '标题句',
    '替代文字',
    '引用',
    '短引用',
    '国标引用（GB/T 7714）',
    'BibTeX',
    '许可',
  ]);
  expect(texts.map(({ text }) => text).slice(0, 2)).toEqual([spec.headline, spec.alt]);
});

test('no two buttons say that they copy the same', async () => {
  const { site, spec } = await readSite();
  const { live, frozen, pictures, texts } = buildPressKit(spec, site);
  const codes = [live, ...frozen].flatMap(({ line, code }) => [line, code]);
  const said = [...codes, ...pictures.map(({ address }) => address), ...texts].map(({ what }) => what);

  expect(new Set(said).size).toBe(said.length);
});

test('the frozen ones come newest first', async () => {
  const { site } = await readSite();
  const [entry] = site.catalogue.entries.frozen.values();
  if (!entry) throw new Error('The fixture has no frozen chart.');
  const copies = ['2025-01-02', '2026-11-20', '2025-12-31'].map((frozenAt, at) => ({
    ...entry,
    data: { ...entry.data, frozenAt, hash: `000000000${String(at)}` },
  }));
  const other = { ...entry, data: { ...entry.data, id: 'other' } };
  const frozen = new Map([...copies, other].map((one, at) => [String(at), one]));
  const context = { ...site, catalogue: { ...site.catalogue, entries: { ...site.catalogue.entries, frozen } } };

  expect(findFrozen('talent', context).map(({ frozenAt }) => frozenAt)).toEqual([
    '2026-11-20',
    '2025-12-31',
    '2025-01-02',
  ]);
});

test('the zip holds what a newsroom needs, under names every system can unpack', async () => {
  const { site, spec } = await readSite();
  const files = buildKitFiles(spec, buildMaterials(spec, site));

  expect(files.map(({ name }) => name)).toEqual([
    'talent.png',
    'talent.docx',
    'talent-wechat.html',
    'talent.csv',
    'talent-embed.txt',
    'talent-texts.txt',
    expect.stringMatching(/^talent-readme-[0-9a-f]{10}\.txt$/),
  ]);
  for (const { name } of files) expect(name).toMatch(/^[\x20-\x7e]+$/);
});

test('texts in the zip open in the Notepad of Windows 7', async () => {
  const { site, spec } = await readSite();
  const texts = buildKitFiles(spec, buildMaterials(spec, site)).filter(({ name }) => name.endsWith('.txt'));

  expect(texts).toHaveLength(3);
  for (const { content } of texts) {
    expect(String(content).startsWith('\uFEFF')).toBe(true);
    expect(String(content).replaceAll('\r\n', '')).not.toContain('\n');
  }
  const all = texts.map(({ content }) => String(content)).join('');
  for (const part of [
    spec.title,
    spec.headline,
    spec.alt,
    '/embed/talent/"',
    '/embed/talent/c24dd40c41/"',
    'CC BY 4.0',
  ])
    expect(all).toContain(part);
});

test('file sizes are whole kilobytes, and never none', () => {
  expect([309_450, 1499, 12].map(formatFileSize)).toEqual(['309 kB', '1 kB', '1 kB']);
});
