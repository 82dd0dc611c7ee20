import { contentDate } from '../views/sources.ts';
import type { OutputContext, PageHead, PageModel, RenderedOutput } from './output.ts';

/** A page: what it shows and what stands around it. */
export function pageOutput<Content extends object>(
  site: OutputContext,
  path: string,
  build: () => Content & { head: Omit<PageHead, 'path'> },
): RenderedOutput {
  return {
    path,
    model: (): PageModel<Content> => {
      const { head, ...content } = build();
      return {
        head: { ...head, path },
        ...(head.contentDate === undefined && { siteDate: siteDate(site) }),
        ...(content as unknown as Content),
      };
    },
  };
}

const dates = new WeakMap<OutputContext, string | undefined>();

function siteDate(site: OutputContext): string | undefined {
  if (!dates.has(site)) dates.set(site, contentDate(site.catalogue.sources.keys(), site.catalogue));
  return dates.get(site);
}
