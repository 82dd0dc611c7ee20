import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Browser } from 'playwright-core';
import type { ViewContext } from '../../src/views/context.ts';
import type { Report } from '../../src/views/report.ts';
import { buildReportDocument } from '../../src/views/report-document.ts';
import { buildFontFaces } from './fonts.ts';
import { findPages } from './pdf-pages.ts';

/** Passes after which page numbers must have come to rest; the second is the usual one. */
const MOST_PASSES = 4;
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
  const style = await readFile(path.join(import.meta.dirname, 'report.css'), 'utf8');
  const fonts = await buildFontFaces(buildReportDocument(report, context) + ADDED_CHARACTERS);
  let pages: ReadonlyMap<string, number> | undefined;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const html = buildReportDocument(report, context, pages ? { pages } : {});
    const bytes = await printPage(browser, html, `${fonts}\n${style}`);
    const found = await findPages(bytes);
    if (pages && isSame(pages, found)) return finish(bytes, report, context);
    pages = found;
  }
  throw new Error(
    `The page numbers of the report of ${report.year} did not come to rest in ${String(MOST_PASSES)} passes.`,
  );
}

async function printPage(browser: Browser, html: string, style: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setContent(html);
    await page.addStyleTag({ content: style });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
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
  const packed = await document.save({ useObjectStreams: true });
  return { bytes: packed, pages: document.getPageCount() };
}
