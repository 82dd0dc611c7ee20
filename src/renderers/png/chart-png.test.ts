import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { loadPngAssets } from '../../integrations/png-assets.ts';
import { SAMPLE_SPECS } from '../../tests/sample-charts.ts';
import { buildPalette } from '../palette.ts';
import { renderChartPng } from './chart-png.ts';
import { buildPngRenderer } from './render-png.ts';

const assets = await loadPngAssets();
const options = {
  palette: buildPalette({ seal: '#A8231B', sealDark: '#E8776A', steel: '#2E4A5B', steelDark: '#8FB3C7' }),
  url: 'https://example.org/data/sample/',
};
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('a PNG file is 1600 × 900', async () => {
  const png = renderChartPng(SAMPLE_SPECS.column, options, await buildPngRenderer(assets));
  const header = new DataView(png.buffer, png.byteOffset);

  expect(String.fromCharCode(...png.subarray(1, 4))).toBe('PNG');
  expect([header.getUint32(16), header.getUint32(20)]).toEqual([1600, 900]);
});

test('two runs give the same bytes', async () => {
  const runs = [await buildPngRenderer(assets), await buildPngRenderer(assets)].map((render) =>
    digest(renderChartPng(SAMPLE_SPECS.ladder, options, render)),
  );

  expect(runs[0]).toBe(runs[1]);
});

test('text is drawn: another headline gives another picture, and no fonts give none of it', async () => {
  const spec = SAMPLE_SPECS.ladder;
  const render = await buildPngRenderer(assets);
  const png = renderChartPng(spec, options, render);

  expect(digest(renderChartPng({ ...spec, headline: `${spec.headline}另` }, options, render))).not.toBe(digest(png));
  const bare = renderChartPng(spec, options, await buildPngRenderer({ ...assets, fonts: [] }));
  expect(bare.length).toBeLessThan(png.length * 0.6);
});

test('a character that no font has is printed as 〓, one that they have as it is', async () => {
  const render = await buildPngRenderer(assets);
  const draw = (text: string): string =>
    digest(renderChartPng({ ...SAMPLE_SPECS.ladder, headline: text }, options, render));

  expect(draw('𠮷点')).toBe(draw('〓点'));
  expect(draw('𰻝点')).not.toBe(draw('〓点'));
});
