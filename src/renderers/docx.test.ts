import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { toCitation } from '../charts/citation.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import { readXml } from '../tests/built/xml.ts';
import { SAMPLE_SPECS } from '../tests/sample-charts.ts';
import { renderChartDocx } from './docx.ts';

/** A red point, so that no drawing is needed. */
const png = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC', 'base64'),
);
const url = 'https://example.org/data/sample/';

interface Opened {
  files: Record<string, Uint8Array>;
  text: (name: string) => string;
}

async function open(spec: ChartSpec): Promise<Opened> {
  const files = unzipSync(await renderChartDocx(spec, { png, url }));
  return { files, text: (name) => strFromU8(files[name] ?? new Uint8Array()) };
}

/** The text of each paragraph, table cells included, in order. */
function paragraphsOf(documentXml: string): string[] {
  return documentXml
    .split('</w:p>')
    .map((part) => [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text ?? '').join(''))
    .filter((text) => text !== '')
    .map((text) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&apos;', "'"));
}

afterEach(() => {
  vi.useRealTimers();
});

describe.each(Object.entries(SAMPLE_SPECS))('the Word file of a %s chart', (_, spec) => {
  test('opens: all its parts are whole, and what they name is there', async () => {
    const { files, text } = await open(spec);
    const names = Object.keys(files);

    expect(names[0]).toBe('[Content_Types].xml');
    for (const name of names.filter((candidate) => /\.(?:xml|rels)$/.test(candidate))) {
      expect(readXml(text(name)).length, name).toBeGreaterThan(0);
    }
    const targets = [...text('word/_rels/document.xml.rels').matchAll(/Target="([^"]+)"/g)].map(
      ([, target]) => target ?? '',
    );
    const relations = targets.filter((target) => !target.startsWith('https://')).map((target) => `word/${target}`);
    expect(targets).toContain(url);
    expect(relations.filter((target) => !names.includes(target))).toEqual([]);
    const used = [...text('word/document.xml').matchAll(/r:embed="([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(used).toHaveLength(1);
    expect(text('word/_rels/document.xml.rels')).toContain(`Id="${used[0] ?? ''}"`);
  });

  test('holds the picture with its description, caption, every figure with qualifier and locator, sources and citation', async () => {
    const { files, text } = await open(spec);
    const paragraphs = paragraphsOf(text('word/document.xml'));
    const media = Object.keys(files).filter((name) => name.startsWith('word/media/'));

    expect(media.map((name) => Buffer.from(files[name] ?? []).equals(Buffer.from(png)))).toEqual([true]);
    expect(text('word/document.xml')).toContain(`descr="${spec.alt}"`);
    expect(paragraphs).toContain(spec.headline);
    expect(paragraphs).toContain(`图1　${spec.title}`);
    for (const { display, locator } of spec.rows) {
      expect(paragraphs).toContain(display);
      expect(paragraphs.some((paragraph) => paragraph.endsWith(`[1] ${locator}`))).toBe(true);
    }
    for (const [at, { citation }] of spec.sources.entries())
      expect(paragraphs).toContain(`[${String(at + 1)}] ${citation}`);
    expect(paragraphs).toContain(toCitation(spec, url));
    expect(paragraphs).toContain(`网址：${url}`);
  });

  test('has a table of as many rows as figures, with a head that is repeated on the next page', async () => {
    const names = readXml((await open(spec)).text('word/document.xml')).map(({ name }) => name);
    const rows = names.filter((name) => name === 'w:tr' || name === 'w:tblHeader');

    expect(rows).toEqual(['w:tr', 'w:tblHeader', ...spec.rows.map(() => 'w:tr')]);
  });
});

test('has the same bytes on another day and after other files', async () => {
  const before = await renderChartDocx(SAMPLE_SPECS.column, { png, url });
  await renderChartDocx(SAMPLE_SPECS.bar, { png, url });
  vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
  const after = await renderChartDocx(SAMPLE_SPECS.column, { png, url });

  expect(Buffer.from(after).equals(Buffer.from(before))).toBe(true);
});
