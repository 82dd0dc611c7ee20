import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { personLead } from '../views/people.ts';
import { getSite } from './_site.ts';

/** Profiles as a feed. Profiles carry no dates of their own, so items have none rather than invented ones. */
export const GET: APIRoute = async () => {
  const site = await getSite();
  const { city, tagline, title } = site.catalogue.site;
  return rss({
    title: `${title}：工匠`,
    description: `${city}工匠名录。${tagline}`,
    site: site.absolute('/'),
    customData: '<language>zh-CN</language>',
    items: site.catalogue.people.map((person) => ({
      title: person.name,
      link: site.absolute(`/craftsmen/${person.id}/`),
      description: personLead(person, site),
    })),
  });
};
