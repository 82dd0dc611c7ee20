import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ViewContext } from '../views/context.ts';
import type { Report, ReportPdf } from '../views/report.ts';
import { buildReportDocument } from '../views/report-document.ts';

/** Where `npm run report:pdf` leaves what it made, to be found by the next build. */
const PDF_FOLDER = path.join('.cache', 'report-pdf');

/** The looks of a printed report, in the order in which they apply. */
const STYLES = ['page', 'cover', 'front', 'chapter', 'tables', 'charts', 'notes', 'back'] as const;
const STYLE_FOLDER = path.join('scripts', 'report', 'styles');

export function readReportStyle(): string {
  return STYLES.map((name) => readFileSync(path.resolve(STYLE_FOLDER, `${name}.css`), 'utf8')).join('\n');
}

/** Site path of a report's PDF. */
export function reportPdfPath(year: string): string {
  return `/reports/${year}/report-${year}.pdf`;
}

/** Files of a PDF. Their name binds what is printed in it and how: of a report that was changed since, there is none. */
export function reportPdfFiles(report: Report, context: ViewContext): { pdf: string; facts: string } {
  const digest = createHash('sha256')
    .update(buildReportDocument(report, context))
    .update(readReportStyle())
    .digest('hex')
    .slice(0, 20);
  return { pdf: path.resolve(PDF_FOLDER, `${digest}.pdf`), facts: path.resolve(PDF_FOLDER, `${digest}.json`) };
}

const found = new WeakMap<ViewContext, Map<string, Promise<ReportPdf | undefined>>>();

/** The report's PDF where it was made; the site is whole without it. */
export function findReportPdf(report: Report, context: ViewContext): Promise<ReportPdf | undefined> {
  const known = found.get(context) ?? new Map<string, Promise<ReportPdf | undefined>>();
  found.set(context, known);
  const search = known.get(report.year) ?? lookUp(report, context);
  known.set(report.year, search);
  return search;
}

async function lookUp(report: Report, context: ViewContext): Promise<ReportPdf | undefined> {
  const text = await readFile(reportPdfFiles(report, context).facts, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { pages, bytes } = JSON.parse(text) as { pages: number; bytes: number };
  return { href: context.href(reportPdfPath(report.year)), pages, size: `${(bytes / 1e6).toFixed(1)} MB` };
}

/** The bytes of a PDF that `findReportPdf` found. */
export function readReportPdf(report: Report, context: ViewContext): Promise<Buffer> {
  return readFile(reportPdfFiles(report, context).pdf);
}
