import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { joinSite } from '../outputs/output-context.ts';
import { loadHealthySite } from '../tests/content-fixtures.ts';
import { reportFiles } from '../tests/report-fixture.ts';
import { buildReports, type Report } from '../views/report.ts';
import type { ViewContext } from '../views/context.ts';
import { buildPrintedFiles, findPrintedReports, readPrintedReport } from './printed-reports.ts';

const COVER = 'reports/2023/00-cover.mdx';
const PDF = { bytes: Buffer.from('%PDF-1.7 printed'), pages: 12 };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiangce-printed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function keep(report: Report, context: ViewContext): void {
  for (const [file, content] of buildPrintedFiles(report, context, PDF)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
}

/** Of a fixture with a report, whose cover may bear another title. */
async function openReport(more = ''): Promise<{ report: Report; context: ViewContext }> {
  const files = reportFiles();
  const cover = (files[COVER] ?? '').replace(/^title: (.*)$/m, `title: $1${more}`);
  const { content } = await loadHealthySite({ ...files, [COVER]: cover });
  if (!content) throw new Error('The fixture has errors.');
  const context = joinSite(content);
  const [report] = buildReports(context);
  if (!report) throw new Error('The fixture has no report.');
  return { report, context };
}

test('a report that was printed is offered as long as it says what it said', async () => {
  const { report, context } = await openReport();
  expect((await findPrintedReports(folder, [report], context)).printed.size).toBe(0);

  keep(report, context);
  const { printed, stale } = await findPrintedReports(folder, [report], context);

  expect(readdirSync(join(folder, 'printed'))).toEqual([`report-${report.year}.json`, `report-${report.year}.pdf`]);
  expect(printed.get(report.year)).toMatchObject({ bytes: PDF.bytes.length, pages: 12 });
  expect(stale).toEqual([]);
  expect(await readPrintedReport(folder, report.year)).toEqual(PDF.bytes);
});

test('one of an older state, or whose notes are damaged, is named and not offered', async () => {
  const { report, context } = await openReport();
  keep(report, context);
  const edited = await openReport('补');

  expect(await findPrintedReports(folder, [edited.report], edited.context)).toEqual({
    printed: new Map(),
    stale: [report.year],
  });
  writeFileSync(join(folder, 'printed', `report-${report.year}.json`), '{');
  expect((await findPrintedReports(folder, [report], context)).stale).toEqual([report.year]);
});
