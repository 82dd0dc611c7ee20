import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPages, openPdf } from '../../../scripts/report/pdf-pages.ts';
import { printReport } from '../../../scripts/report/print-report.ts';
import { buildCatalogue } from '../../catalogue/catalogue.ts';
import { buildViewContext, type ViewContext } from '../../views/context.ts';
import { buildReports, type Report } from '../../views/report.ts';
import { openSite } from '../../opening/open-site.ts';
import { type BuiltSite, getPage, readTestSites } from '../../../scripts/sites/built-site.ts';
import { launchBrowser } from '../../../scripts/browser/launch.ts';

const MOST_BYTES = 3_000_000;
/** The largest report of each city is printed before the first test. */
const MOST_PRINTING_MS = 900_000;
/** Points from the edges of a sheet within which running heads and page numbers stand. */
const HEAD = 65;
const FOOT = 55;
/** How full a page must be inside a chapter, where a drawing may not fit any more, and at its end. */
const LEAST_PAGE = 0.7;
const LEAST_LAST_PAGE = 0.2;
const KANGXI_RADICAL = /[\u2E80-\u2FDF]/u;

interface Sheet {
  /** How much of the room for text is taken, from the top: 1 is a full page. */
  filled: number;
  /** Text between running head and page number, without blanks. */
  text: string;
  head: string;
  foot: string;
}

interface Printed {
  site: BuiltSite;
  report: Report;
  context: ViewContext;
  bytes: Uint8Array;
  sheets: Sheet[];
  /** Page of each place, from 1. */
  places: Map<string, number>;
}

let browser: Browser | undefined;
const printed: Printed[] = [];

beforeAll(async () => {
  browser = await launchBrowser('current');
  for (const site of readTestSites()) {
    const context = await readContext(site);
    const report = findLargest(buildReports(context), site);
    if (!report) continue;
    const { bytes } = await printReport(report, context, browser);
    printed.push({ site, report, context, bytes, sheets: await readSheets(bytes), places: await findPages(bytes) });
  }
}, MOST_PRINTING_MS);

afterAll(async () => {
  await browser?.close();
});

/** The report whose pages on the web are the longest: reports are made by the same rules, and printing takes long. */
function findLargest(reports: readonly Report[], site: BuiltSite): Report | undefined {
  const lengthOf = ({ chapters }: Report): number =>
    chapters.reduce((sum, { path }) => sum + getPage(site, path).html.length, 0);
  return reports.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
}

async function readContext({ contentFolder }: BuiltSite): Promise<ViewContext> {
  const { content } = await openSite(contentFolder, { today: '2099-01-01' });
  if (!content) throw new Error(`${contentFolder} has errors.`);
  return buildViewContext(buildCatalogue(content));
}

const squeeze = (text: string): string => text.replaceAll(/[\s\u2060]/g, '');

async function readSheets(bytes: Uint8Array): Promise<Sheet[]> {
  const document = await openPdf(bytes);
  const sheets: Sheet[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { height } = page.getViewport({ scale: 1 });
    const sheet: Sheet = { filled: 0, text: '', head: '', foot: '' };
    const room = height - HEAD - FOOT;
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item)) continue;
      const y = (item.transform as number[])[5] ?? 0;
      // The cover fills its sheet.
      const part =
        number === 1 || number === document.numPages ? 'text' : y > height - HEAD ? 'head' : y < FOOT ? 'foot' : 'text';
      sheet[part] += squeeze(item.str);
      if (part === 'text') sheet.filled = Math.max(sheet.filled, (height - HEAD - y) / room);
    }
    sheets.push(sheet);
  }
  await document.loadingTask.destroy();
  return sheets;
}

/** Each report in turn, named in what fails. */
async function eachReport(check: (report: Printed) => unknown): Promise<void> {
  expect(printed.length).toBeGreaterThan(1);
  for (const one of printed) await check(one);
}

describe('a printed report', () => {
  it('is a tagged A4 document in Chinese that says what it is and whose', async () => {
    await eachReport(async ({ bytes, report, context }) => {
      const document = await PDFDocument.load(bytes, { updateMetadata: false });
      const { catalog } = document;

      expect(document.getTitle()).toBe(report.title);
      expect(document.getAuthor()).toBe(context.catalogue.site.publisher);
      expect(String(catalog.lookup(PDFName.of('Lang')))).toContain('zh-CN');
      expect(String(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked')))).toBe('true');
      expect(catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)).toBeDefined();
      for (const page of document.getPages())
        expect([Math.round(page.getWidth()), Math.round(page.getHeight())]).toEqual([595, 842]);
      expect(bytes.length).toBeLessThan(MOST_BYTES);
    });
  });

  it('has a bookmark for every chapter, in order, that opens where the chapter begins', async () => {
    await eachReport(async ({ bytes, report, places }) => {
      const document = await openPdf(bytes);
      const outline = (await document.getOutline()) as { title: string; dest: unknown[] | string | null }[];
      const found = await Promise.all(
        outline.map(async ({ title, dest }) => {
          const target = (typeof dest === 'string' ? await document.getDestination(dest) : dest) as unknown[] | null;
          return [squeeze(title), 1 + (await document.getPageIndex(target?.[0] as { num: number; gen: number }))];
        }),
      );
      await document.loadingTask.destroy();
      const chapters = report.chapters.map(({ number, title }) => [squeeze(title), places.get(`c${String(number)}`)]);

      expect(found).toEqual([['摘要', 2], ['目录', 3], ...chapters, ['注', places.get('notes')]]);
    });
  });

  it('says in its contents on which page each chapter, figure and table is', async () => {
    await eachReport(({ report, sheets, places }) => {
      const start = (places.get('c1') ?? 0) - 1;
      const contents = sheets
        .slice(2, start)
        .map(({ text }) => text)
        .join('');
      const labels = [...report.labels.values()].filter(({ kind }) => kind !== 'chapter');
      const lines = [
        ...report.chapters.map(({ ordinal, title, number }) => ({
          line: `${ordinal}${title}`,
          place: `c${String(number)}`,
          printed: `${ordinal}${title}`,
        })),
        ...labels.map(({ text, title, entry, anchor }) => ({
          line: `${text}${title}`,
          place: `c${String(Number(entry.slice(5, 7)))}-${anchor}`,
          printed: `${text}${title}`,
        })),
      ];

      for (const { line, place, printed: words } of lines) {
        const page = places.get(place) ?? 0;
        expect(contents).toContain(`${squeeze(line)}${String(page)}`);
        // And there it is, whatever the document's own destinations say.
        expect(sheets[page - 1]?.text).toContain(squeeze(words));
      }
    });
  });

  it('carries on every page its title, its chapter, and which page of how many it is', async () => {
    await eachReport(({ report, sheets, places }) => {
      const count = String(sheets.length);
      sheets.slice(1, -1).forEach(({ head, foot }, at) => {
        expect(foot).toBe(`${String(at + 2)}/${count}`);
        expect(head.startsWith(squeeze(report.title))).toBe(true);
      });
      for (const { number, ordinal, title } of report.chapters) {
        const page = places.get(`c${String(number)}`) ?? 0;
        expect(sheets[page - 1]?.head).toBe(squeeze(`${report.title}${ordinal} ${title}`));
        expect(sheets[page - 1]?.text.startsWith(squeeze(`${ordinal}${title}`))).toBe(true);
      }
    });
  });

  it('leaves no page half empty, and ends no chapter with a few lines on a page of their own', async () => {
    await eachReport(({ report, sheets, places }) => {
      const starts = [...report.chapters.map(({ number }) => places.get(`c${String(number)}`) ?? 0)];
      starts.push(places.get('notes') ?? 0);
      const last = new Set(starts.map((start) => start - 1));
      for (let page = starts[0] ?? 0; page < (starts.at(-1) ?? 0); page += 1) {
        const filled = sheets[page - 1]?.filled ?? 0;
        expect({ page, enough: filled > (last.has(page) ? LEAST_LAST_PAGE : LEAST_PAGE), filled }).toMatchObject({
          enough: true,
        });
      }
    });
  });

  it('says what the chapters on the web say', async () => {
    await eachReport(({ site, report, sheets }) => {
      const whole = sheets.map(({ text }) => text).join('');
      for (const { path } of report.chapters) {
        const text = getPage(site, path).document.querySelector('.chapter-text');
        const blocks = text
          ?.querySelectorAll('h2, h3, p, li, th, td, caption')
          .filter((block) => !block.closest('.chart-data'));
        expect(blocks?.length).toBeGreaterThan(1);
        // Parts of a block that are blocks themselves are looked for on their own.
        const missing = (blocks ?? [])
          .filter((block) => !block.querySelector('p, span.note') && !whole.includes(squeeze(block.text)))
          .map((block) => `${path}: ${block.text}`);
        expect(missing).toEqual([]);
      }
    });
  });

  it('repeats the head of a table on every page that the table reaches', async () => {
    await eachReport(({ report, sheets, places }) => {
      const [table] = [...report.labels.values()].filter(({ id }) => id === 'definitions');
      const first = places.get(`c${String(Number(table?.entry.slice(5, 7)))}-table-definitions`) ?? 0;
      const last = (places.get('c12') ?? 0) - 1;

      expect(last).toBeGreaterThan(first);
      for (const { text } of sheets.slice(first, last)) expect(text.startsWith('指标数的是什么')).toBe(true);
    });
  });

  it('embeds its fonts cut down, and says characters and not radicals', async () => {
    await eachReport(async ({ bytes, sheets }) => {
      const document = await PDFDocument.load(bytes, { updateMetadata: false });
      const fonts = document.context
        .enumerateIndirectObjects()
        .flatMap(([, object]) =>
          object instanceof PDFDict && String(object.get(PDFName.of('Type'))) === '/FontDescriptor' ? [object] : [],
        );
      const isEmbedded = (font: PDFDict): boolean => font.lookup(PDFName.of('FontFile2')) instanceof PDFRawStream;

      expect(fonts.length).toBeGreaterThan(3);
      expect(
        fonts.filter((font) => !isEmbedded(font) || !/^\/[A-Z]{6}\+/.test(String(font.get(PDFName.of('FontName'))))),
      ).toEqual([]);
      for (const { text, head } of sheets) expect(`${text}${head}`).not.toMatch(KANGXI_RADICAL);
    });
  });

  it('draws its charts as lines and text, and holds no pictures', async () => {
    await eachReport(async ({ bytes, report, sheets, places, context }) => {
      const document = await PDFDocument.load(bytes, { updateMetadata: false });
      const pictures = document.context
        .enumerateIndirectObjects()
        .filter(
          ([, object]) => object instanceof PDFRawStream && String(object.dict.get(PDFName.of('Subtype'))) === '/Image',
        );
      const figures = [...report.labels.values()].filter(({ kind }) => kind === 'figure');

      expect(pictures).toEqual([]);
      expect(figures.length).toBeGreaterThan(4);
      for (const { id, entry, anchor } of figures) {
        const page = places.get(`c${String(Number(entry.slice(5, 7)))}-${anchor}`) ?? 0;
        for (const { display } of context.charts.get(id)?.rows ?? [])
          expect(sheets[page - 1]?.text).toContain(squeeze(display));
      }
    });
  });

  it('ends with its address and how to cite it', async () => {
    await eachReport(({ report, sheets }) => {
      expect(sheets.at(-1)?.text).toContain(squeeze(report.citationText));
    });
  });

  it('is the same file, byte for byte, when it is printed again', async () => {
    const [first] = printed;
    if (!first || !browser) throw new Error('Nothing was printed.');
    const again = await printReport(first.report, first.context, browser);

    expect(Buffer.from(again.bytes).equals(first.bytes)).toBe(true);
  });
});
