import { buildCatalogue } from '../catalogue/catalogue.ts';
import type { Content } from '../catalogue/content.ts';
import { buildViewContext, type ViewContext } from '../views/context.ts';
import { buildDisplayGlyphs } from '../views/display-glyphs.ts';
import type { OutputContext } from './output.ts';

/** The site joined, with what is known of its pictures and PDFs. */
export function buildOutputContext(
  context: ViewContext,
  { media, printed }: Pick<OutputContext, 'media' | 'printed'>,
): OutputContext {
  return { ...context, glyphs: buildDisplayGlyphs(context), media, printed };
}

/** Checked content → the site joined. */
export function joinSite(content: Content): ViewContext {
  return buildViewContext(buildCatalogue(content));
}
