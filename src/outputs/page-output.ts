import { memoizeByObjects } from '../lib/memoize.ts';
import { contentDate } from '../views/sources.ts';
import type { OutputContext, PageHead, PageModel, RenderedOutput } from './output.ts';

/** What a page's builder gives: the model, but for what its address and the site tell. */
type PageContent<Model extends PageModel<object>> = Omit<Model, 'head' | 'siteDate'> & { head: Omit<PageHead, 'path'> };

/** A page: what it shows and what stands around it. */
export function pageOutput<Model extends PageModel<object>>(
  site: OutputContext,
  path: string,
  build: () => PageContent<Model>,
): RenderedOutput<Model> {
  return {
    path,
    model: () => {
      const content = build();
      const { head } = content;
      const around = { head: { ...head, path }, ...(head.contentDate === undefined && { siteDate: siteDate(site) }) };
      return { ...content, ...around } as unknown as Model;
    },
  };
}

const siteDate = memoizeByObjects(({ catalogue }: OutputContext) => contentDate(catalogue.sources.keys(), catalogue));
