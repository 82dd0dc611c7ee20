import { buildHome, type Home } from '../views/home.ts';
import type { Output, OutputContext, PageModel } from './output.ts';
import { pageOutput } from './page-output.ts';

export type HomePage = PageModel<{ home: Omit<Home, 'structuredData'>; people: number }>;

export function* listHome(site: OutputContext): Generator<Output> {
  yield pageOutput<HomePage>(site, '/', () => {
    const { structuredData, ...home } = buildHome(site);
    const { title, tagline } = site.catalogue.site;
    return {
      head: { title, description: `${tagline}。${home.edition.summary}`, structuredData },
      home,
      people: site.catalogue.people.length,
    };
  });
}
