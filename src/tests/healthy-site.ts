import { buildCatalogue } from '../catalogue/catalogue.ts';
import { buildViewContext, type ViewContext } from '../views/context.ts';
import { loadHealthySite } from './content-fixtures.ts';

/** The healthy fixture as pages see it, with some files changed or added. Content with errors is a fault of the test. */
export async function openHealthySite(changes: Readonly<Record<string, string>> = {}): Promise<ViewContext> {
  const { content, issues } = await loadHealthySite(changes);
  if (!content)
    throw new Error(issues.map(({ file, line, message }) => `${file}:${String(line)} ${message}`).join('\n'));
  return buildViewContext(buildCatalogue(content));
}
