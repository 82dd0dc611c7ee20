import type { Person } from '../catalogue/person.ts';
import type { SharePicture } from '../renderers/share-picture.ts';
import type { ViewContext } from './context.ts';
import { sealOf } from './seal.ts';

/** A picture takes some 20 ms to make: a site with more people than this shows its own picture for each of them. */
const MOST_PICTURES = 500;

export function hasOwnPictures({ catalogue }: ViewContext): boolean {
  return catalogue.people.length <= MOST_PICTURES;
}

export function personPicturePath(person: Person, context: ViewContext): string {
  return hasOwnPictures(context) ? `/share/craftsmen/${person.id}.png` : SITE_PICTURE_PATH;
}

export const SITE_PICTURE_PATH = '/share/site.png';

export function buildPersonPicture(person: Person, { catalogue: { site } }: ViewContext): SharePicture {
  const detail = [person.honours[0]?.honour.title, person.employer?.shortName ?? person.employer?.name, person.trade?.label ?? person.entry.data.position];
  return {
    seal: sealOf(person),
    title: person.name,
    detail: detail.filter((part) => part !== undefined).join('　'),
    siteTitle: site.title,
    colours: site.colours,
  };
}

export function buildSitePicture({ catalogue: { site } }: ViewContext): SharePicture {
  return {
    seal: { id: 'site', name: site.mark, isRelief: true },
    title: site.title,
    detail: site.tagline,
    siteTitle: site.publisher,
    colours: site.colours,
  };
}
