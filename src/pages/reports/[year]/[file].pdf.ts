import type { APIRoute } from 'astro';
import { readPrintedReport } from '../../../integrations/printed-reports.ts';
import type { PdfModel } from '../../../outputs/reports.ts';
import { receive, type Received } from '../../../outputs/receive.ts';

/** PDFs that `npm run report:pdf` printed of the reports as they now are. */
export const GET: APIRoute = async (context) => {
  const { page, contentFolder }: Received<PdfModel> = receive(context);
  return new Response(new Uint8Array(await readPrintedReport(contentFolder, page.year)));
};
