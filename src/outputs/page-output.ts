import { memoizeByObjects } from '../lib/memoize.ts';
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

const siteDate = memoizeByObjects(({ catalogue }: OutputContext) => contentDate(catalogue.sources.keys(), catalogue));
