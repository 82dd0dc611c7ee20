import { PDFDocument } from '@cantoo/pdf-lib';
import type { Browser } from 'playwright-core';
import { readReportStyle } from '../../src/integrations/report-style.ts';
import type { ViewContext } from '../../src/views/context.ts';
import type { Report } from '../../src/views/report.ts';
import { buildReportDocument } from '../../src/views/report-document.ts';
import { buildFontFaces } from './fonts.ts';
import { findPages } from './pdf-pages.ts';

/** Passes after which page numbers must have come to rest; the second is the usual one. */
const MOST_PASSES = 4;
/** A report brings megabytes of fonts with it, which a busy machine reads slowly. */
const MOST_LOADING_MS = 300_000;
/** Characters that the browser adds: page numbers and list markers. */
const ADDED_CHARACTERS = '0123456789 /—.、…';

export interface PrintedReport {
  bytes: Uint8Array;
  pages: number;
}

/**
 * Prints a report. A browser cannot write the page of a place into the contents, so the document is printed until the page
 * numbers written into it are those that the finished pages have.
 */
export async function printReport(report: Report, context: ViewContext, browser: Browser): Promise<PrintedReport> {
  const style = readReportStyle();
  const fonts = await buildFontFaces(buildReportDocument(report, context) + ADDED_CHARACTERS);
  let pages: ReadonlyMap<string, number> | undefined;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const html = buildReportDocument(report, context, pages ? { pages } : {});
    // Only a document that may be the last is tagged: where its places lie the first tells without.
    const bytes = await printPage(browser, addStyle(html, `${fonts}\n${style}`), { tagged: pages !== undefined });
    const found = await findPages(bytes);
    if (pages && isSame(pages, found)) return finish(bytes, report, context);
    pages = found;
  }
  throw new Error(
    `The page numbers of the report of ${report.year} did not come to rest in ${String(MOST_PASSES)} passes.`,
  );
}

/** In the document from the start, so that it is laid out once. */
function addStyle(html: string, style: string): string {
  return html.replace('</head>', () => `<style>${style}</style></head>`);
}

async function printPage(browser: Browser, html: string, { tagged }: { tagged: boolean }): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setContent(html, { timeout: MOST_LOADING_MS });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, outline: tagged, tagged });
  } finally {
    await page.close();
  }
}

function isSame(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([name, page]) => b.get(name) === page);
}

/** Says what the document is and who made it, and packs it: a browser writes the tags of every word unpacked. */
async function finish(bytes: Uint8Array, report: Report, context: ViewContext): Promise<PrintedReport> {
  const { site } = context.catalogue;
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  document.setTitle(report.title, { showInWindowTitleBar: true });
  document.setAuthor(site.publisher);
  document.setSubject(report.lead);
  document.setKeywords([site.city, report.year, '工匠', '年度报告']);
  document.setLanguage('zh-CN');
  document.setCreator(site.title);
  // No clock: the same content gives the same bytes, dated by its latest source.
  const date = new Date(report.sourceDate ?? report.year);
  document.setCreationDate(date);
  document.setModificationDate(date);
  const packed = await document.save({ useObjectStreams: true });
  return { bytes: packed, pages: document.getPageCount() };
}
