import type { Content } from '../catalogue/content.ts';
import { readMediaLibrary } from '../integrations/media-library.ts';
import { findPrintedReports } from '../integrations/printed-reports.ts';
import type { OutputContext } from '../outputs/output.ts';
import { buildOutputContext, joinSite } from '../outputs/output-context.ts';
import { buildReports } from '../views/report.ts';

/**
 * The site joined, with what pages need to know of its pictures and printed reports.
 *
 * @throws for a picture that is missing or is none, with its path
 */
export async function readBinaryFiles(
  content: Content,
  folder: string,
): Promise<{ site: OutputContext; remarks: string[] }> {
  const context = joinSite(content);
  const portraits = content.entries.craftsmen.flatMap(({ data }) => data.portrait?.file ?? []);
  const media = await readMediaLibrary(folder, portraits);
  const { printed, stale } = await findPrintedReports(folder, buildReports(context), context);
  const remarks = stale.map(
    (year) => `${year}年报告的 PDF 与现在的内容对不上，没有放上网站。运行 npm run report:pdf -- ${year} 重印。`,
  );
  return { site: buildOutputContext(context, { media, printed }), remarks };
}
