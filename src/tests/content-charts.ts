import { join } from 'node:path';
import { buildCatalogue, type Catalogue } from '../catalogue/catalogue.ts';
import { buildChartSpecs } from '../charts/chart-specs.ts';
import { openSite } from '../opening/open-site.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';

/** The charts of a site under content/, with its catalogue. Throws while its content has errors. */
export async function readContentCharts(site: string): Promise<{ catalogue: Catalogue; specs: ChartSpec[] }> {
  const folder = join(import.meta.dirname, '..', '..', 'content', site);
  const { content, issues } = await openSite(folder, { today: '2026-12-31' });
  if (!content)
    throw new Error(issues.map(({ file, line, message }) => `${file}:${String(line)} ${message}`).join('\n'));
  const catalogue = buildCatalogue(content);
  return { catalogue, specs: buildChartSpecs(catalogue) };
}
