import { buildCatalogue } from '../../src/catalogue/catalogue.ts';
import { readEmbedScript } from '../../src/integrations/embed-script.ts';
import { contentLabel } from '../../src/integrations/settings.ts';
import { formatIssues } from '../../src/issues/format.ts';
import { basePath } from '../../src/lib/url.ts';
import { openSite } from '../../src/opening/open-site.ts';
import type { ServedSite } from '../../src/serving/settings.ts';
import { buildViewContext } from '../../src/views/context.ts';
import { buildMovedAddresses } from '../../src/views/moved.ts';

/** Says what is wrong with the content, for the person at the keyboard. */
export class ContentFaults extends Error {}

/** What the settings of a web host have to know of the site of a content folder. */
export async function readServedSite(folder: string): Promise<ServedSite> {
  const label = contentLabel(folder);
  const { content, issues } = await openSite(folder);
  if (!content) throw new ContentFaults(`${formatIssues(issues, 'text')}\n${label} 有错误，没有印。`);
  const context = buildViewContext(buildCatalogue(content));
  const { url } = content.documents.site;
  return {
    host: new URL(url).hostname,
    base: basePath(url),
    redirects: buildMovedAddresses(context).pages.map(({ from, to }) => ({
      from: context.href(from),
      to: context.href(to),
    })),
    embedScript: readEmbedScript(),
  };
}
