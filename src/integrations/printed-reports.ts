import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ViewContext } from '../views/context.ts';
import type { Report } from '../views/report.ts';
import { buildReportDocument } from '../views/report-document.ts';
import { readReportStyle } from './report-style.ts';

/**
 * Printed reports are content: `npm run report:pdf` leaves them in this folder of the content folder, and a build offers those that
 * show the reports as they now are. So a site depends on its content alone, and not on what ran on this machine before.
 */
const PRINTED_FOLDER = 'printed';

/** What stands beside a PDF, as JSON. */
interface PrintedFacts {
  /** Digest of the document that was printed. */
  document: string;
  pages: number;
}

/** A PDF that shows its report as it now is. */
export interface PrintedReport {
  /** Of its bytes. */
  digest: string;
  bytes: number;
  pages: number;
}

/** The bytes of a PDF that `findPrintedReports` found. */
export function readPrintedReport(folder: string, year: string): Promise<Uint8Array> {
  return readFile(printedReportFile(folder, year));
}

function printedReportFile(folder: string, year: string): string {
  return path.join(folder, PRINTED_FOLDER, `report-${year}.pdf`);
}

/** @returns by year, and the years whose PDF shows an older state of its report */
export async function findPrintedReports(
  folder: string,
  reports: readonly Report[],
  context: ViewContext,
): Promise<{ printed: Map<string, PrintedReport>; stale: string[] }> {
  const printed = new Map<string, PrintedReport>();
  const stale: string[] = [];
  for (const report of reports) {
    const facts = await readFacts(folder, report.year);
    if (!facts) continue;
    const pdf = await readFile(printedReportFile(folder, report.year)).catch(() => undefined);
    if (pdf && facts.document === digestDocument(report, context)) {
      printed.set(report.year, { digest: digest(pdf), bytes: pdf.length, pages: facts.pages });
    } else stale.push(report.year);
  }
  return { printed, stale };
}

/** The files of a printed report, by their path in the content folder. */
export function buildPrintedFiles(
  report: Report,
  context: ViewContext,
  { bytes, pages }: { bytes: Uint8Array; pages: number },
): Map<string, string | Uint8Array> {
  const facts: PrintedFacts = { document: digestDocument(report, context), pages };
  const name = `${PRINTED_FOLDER}/report-${report.year}`;
  return new Map<string, string | Uint8Array>([
    [`${name}.pdf`, bytes],
    [`${name}.json`, `${JSON.stringify(facts, null, 2)}\n`],
  ]);
}

function factsFile(folder: string, year: string): string {
  return path.join(folder, PRINTED_FOLDER, `report-${year}.json`);
}

async function readFacts(folder: string, year: string): Promise<PrintedFacts | undefined> {
  const text = await readFile(factsFile(folder, year), 'utf8').catch(() => undefined);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as PrintedFacts);
  } catch {
    // Damaged: as good as of an older state.
    return { document: '', pages: 0 };
  }
}

function digestDocument(report: Report, context: ViewContext): string {
  return digest(buildReportDocument(report, context) + readReportStyle());
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 20);
}
