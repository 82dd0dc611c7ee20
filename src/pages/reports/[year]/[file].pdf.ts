import type { APIRoute, GetStaticPaths } from 'astro';
import { findReportPdf, readReportPdf } from '../../../integrations/report-pdfs.ts';
import { buildReports } from '../../../views/report.ts';
import { getSite } from '../../_site.ts';

/** PDFs that `npm run report:pdf` made of the reports as they now are. */
export const getStaticPaths = (async () => {
  const site = await getSite();
  const reports = await Promise.all(
    buildReports(site).map(async (report) => ({ report, pdf: await findReportPdf(report, site) })),
  );
  return reports
    .filter(({ pdf }) => pdf !== undefined)
    .map(({ report: { year } }) => ({ params: { year, file: `report-${year}` } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const site = await getSite();
  const report = buildReports(site).find(({ year }) => year === params['year']);
  if (!report) throw new Error(`There is no report of ${String(params['year'])}.`);
  return new Response(new Uint8Array(await readReportPdf(report, site)), {
    headers: { 'Content-Type': 'application/pdf' },
  });
};
