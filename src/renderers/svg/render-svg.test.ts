import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readContentCharts } from '../../tests/content-charts.ts';
import { LONG_SPECS, SAMPLE_SPECS, sampleSpec } from '../../tests/sample-charts.ts';
import { allElements, findTextBoxes, parseSvg, textOf, type TextBox } from '../../tests/svg-text.ts';
import type { ChartSpec } from '../../schemas/chart-spec.ts';
import { buildPagePalette, buildPalette } from '../palette.ts';
import { fitsPicture, PICTURE_FORMATS, renderPicture } from './render-picture.ts';
import { renderSvg } from './render-svg.ts';

const COLOURS = { seal: '#A8231B', sealDark: '#E8776A', steel: '#2E4A5B', steelDark: '#8FB3C7' };
const palette = buildPalette(COLOURS);
const qingdao = await readContentCharts('qingdao');
const weifang = await readContentCharts('weifang');

const specs: [string, ChartSpec][] = [
  ...Object.entries({ ...SAMPLE_SPECS, ...LONG_SPECS }).map(([name, spec]): [string, ChartSpec] => [
    `sample ${name}`,
    spec,
  ]),
  ...[...qingdao.specs, ...weifang.specs].map((spec): [string, ChartSpec] => [spec.id, spec]),
];
/** Where not every figure has room: the table has them all. */
const isLong = ({ rows }: ChartSpec): boolean => rows.length > 24;
const KANGXI = /[\u2E80-\u2FDF]/;

/** What drawings stand in pages, embeds and articles by: editors and sanitisers drop anything else. */
function expectSafe(svg: string): void {
  for (const { name, attributes } of allElements(parseSvg(svg))) {
    expect(['svg', 'title', 'desc', 'g', 'rect', 'path', 'circle', 'text', 'tspan']).toContain(name);
    for (const [key, value] of Object.entries(attributes)) {
      expect(['id', 'class', 'href', 'onload', 'clip-path', 'mask', 'filter']).not.toContain(key);
      expect(value).not.toMatch(/url\(|NaN|undefined|Infinity/);
    }
  }
  expect(svg).not.toMatch(KANGXI);
  expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(24_000);
  expect(gzipSync(svg).length).toBeLessThanOrEqual(8_000);
}

const overlaps = (a: TextBox, b: TextBox): boolean =>
  a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;

describe.each(specs)('the drawing of %s', (_, spec) => {
  describe.each(['wide', 'middle', 'narrow'] as const)('%s', (layout) => {
    const { markup: svg, ...size } = renderSvg(spec, { layout, palette });
    const parsed = parseSvg(svg);
    const boxes = findTextBoxes(parsed);

    test('is safe, small and whole', () => {
      expectSafe(svg);
    });

    test('is as large as it says', () => {
      expect(parsed.attributes['viewBox']).toBe(`0 0 ${String(size.width)} ${String(size.height)}`);
    });

    test('has an accessible name and the finding as its description', () => {
      expect(parsed.attributes['role']).toBe('img');
      expect(
        parsed.children.slice(0, 2).map((child) => (typeof child === 'string' ? child : [child.name, textOf(child)])),
      ).toEqual([
        ['title', spec.title],
        ['desc', spec.alt],
      ]);
    });

    test('shows every figure and every name as text', () => {
      const shown = boxes.map(({ text }) => text).join('');
      for (const { display } of isLong(spec) ? [] : spec.rows) expect(shown).toContain(display);
      if (spec.series.length === 1) return;
      for (const { label } of spec.series) expect(shown).toContain(label);
    });

    test('keeps every text inside the picture', () => {
      const width = Number(parsed.attributes['viewBox']?.split(' ')[2]);
      const height = Number(parsed.attributes['viewBox']?.split(' ')[3]);

      expect(
        boxes.filter(
          ({ left, right, top, bottom }) => left < -0.5 || right > width + 0.5 || top < -0.5 || bottom > height + 0.5,
        ),
      ).toEqual([]);
    });

    test('lets no text run into another', () => {
      const pairs = boxes.flatMap((box, at) =>
        boxes
          .slice(at + 1)
          .filter((other) => overlaps(box, other))
          .map((other) => `${box.text} | ${other.text}`),
      );

      expect(pairs).toEqual([]);
    });
  });

  test.each(Object.keys(PICTURE_FORMATS) as (keyof typeof PICTURE_FORMATS)[])(
    'is a safe %s picture with headline, sources, publisher and address',
    (format) => {
      const svg = renderPicture(spec, { format, palette, url: `https://example.org/data/${spec.id}/` });
      const drawn = [...allElements(parseSvg(svg))]
        .filter(({ name }) => name === 'text')
        .map(textOf)
        .join('');

      expectSafe(svg);
      const measures = PICTURE_FORMATS[format];
      const foot = 'foot' in measures ? measures.foot : 'full';
      const hasHead = !('hasHead' in measures);
      const head = hasHead ? [spec.title, spec.headline] : [];
      const below = [spec.publisher, spec.asOf, `example.org/data/${spec.id}/`];
      // Pictures for phones name their sources by their titles, and say how to read them on the page.
      const titles = spec.sources.map(({ citation }) => /《.*》/.exec(citation)?.[0] ?? citation);
      const full = [...spec.readingNotes, ...spec.sources.map(({ citation }) => citation)];
      const expected = { none: [], short: [...below, ...titles], full: [...below, ...full] }[foot];
      for (const text of [...head, ...expected]) expect(drawn).toContain(text);
      for (const { display } of isLong(spec) ? [] : spec.rows) expect(drawn).toContain(display);
    },
  );

  test.each(Object.keys(PICTURE_FORMATS) as (keyof typeof PICTURE_FORMATS)[])(
    'as a %s picture, where it fits, lets no text run into another or out of it',
    (format) => {
      const url = `https://example.org/data/${spec.id}/`;
      if (!fitsPicture(spec, { format, url })) return;
      const parsed = parseSvg(renderPicture(spec, { format, palette, url }));
      const boxes = findTextBoxes(parsed);
      const [, , width = 0, height = 0] = parsed.attributes['viewBox']?.split(' ').map(Number) ?? [];

      expect(
        boxes.flatMap((box, at) =>
          boxes
            .slice(at + 1)
            .filter((other) => overlaps(box, other))
            .map((other) => `${box.text} | ${other.text}`),
        ),
      ).toEqual([]);
      expect(boxes.filter(({ left, right, bottom }) => left < -1 || right > width + 1 || bottom > height + 1)).toEqual(
        [],
      );
    },
  );
});

test('a drawing is the same on every run', () => {
  expect(renderSvg(SAMPLE_SPECS.column, { layout: 'wide', palette })).toEqual(
    renderSvg(structuredClone(SAMPLE_SPECS.column), { layout: 'wide', palette }),
  );
});

test('a page’s own drawing takes its colours from the page', () => {
  const { markup } = renderSvg(SAMPLE_SPECS.column, { layout: 'wide', palette: buildPagePalette(COLOURS) });

  expect(markup).toContain('fill="var(--seal,#A8231B)"');
});

test('a figure with a qualifier ends in stripes, an exact one does not', () => {
  const countRects = (spec: ChartSpec): number =>
    renderSvg(spec, { layout: 'wide', palette }).markup.match(/<rect/g)?.length ?? 0;

  expect(countRects(SAMPLE_SPECS.bounded)).toBeGreaterThan(8);
  // The pale one has the ground below it.
  expect(countRects(sampleSpec('bar', ['firms']))).toBe(3);
});

test('lengths are in proportion to the figures, from zero', () => {
  const rects = [
    ...allElements(parseSvg(renderSvg(sampleSpec('column', ['firms']), { layout: 'wide', palette }).markup)),
  ].filter(({ name, attributes }) => name === 'rect' && attributes['fill'] !== palette.sheet);
  const [before, after] = rects.map(({ attributes }) => Number(attributes['height']));

  expect((before ?? 0) / (after ?? 1)).toBeCloseTo(52 / 70, 2);
});

test('a ladder’s dots are lines of round dashes without length', () => {
  const rows = [...allElements(parseSvg(renderSvg(SAMPLE_SPECS.ladder, { layout: 'wide', palette }).markup))].filter(
    ({ attributes }) => attributes['stroke-dasharray'] !== undefined,
  );

  // The solid ones of each step, and the fading rows of the open one.
  expect(rows.length).toBeGreaterThan(4);
  for (const { attributes } of rows) {
    expect(attributes['stroke-dasharray']).toMatch(/^0 [\d.]+$/);
    expect(attributes['stroke-linecap']).toBe('round');
  }
});

test('a title with marks of XML stays text', () => {
  const { markup: svg } = renderSvg({ ...SAMPLE_SPECS.column, title: '<b>&"甲"' }, { layout: 'wide', palette });

  expect(textOf(parseSvg(svg).children[0] as Parameters<typeof textOf>[0])).toBe('<b>&"甲"');
});
