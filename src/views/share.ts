import type { Person } from '../catalogue/person.ts';
import { SHARE_HEIGHT_PX, SHARE_WIDTH_PX, type SharePicture } from '../renderers/share-picture.ts';
import type { ViewContext } from './context.ts';
import { sealOf } from './seal.ts';

/** A picture takes some 20 ms to make: a site with more people than this shows its own picture for each of them. */
const MOST_PICTURES = 500;

export function hasOwnPictures({ catalogue }: ViewContext): boolean {
  return catalogue.people.length <= MOST_PICTURES;
}

export interface PictureFile {
  path: string;
  width: number;
  height: number;
}

export const SITE_PICTURE: PictureFile = { path: '/share/site.png', width: SHARE_WIDTH_PX, height: SHARE_HEIGHT_PX };

export function personPictureFile(person: Person, context: ViewContext): PictureFile {
  return hasOwnPictures(context) ? { ...SITE_PICTURE, path: `/share/craftsmen/${person.id}.png` } : SITE_PICTURE;
}

export function buildPersonPicture(person: Person, { catalogue: { site } }: ViewContext): SharePicture {
  const detail = [
    person.honours[0]?.honour.title,
    person.employer?.shortName ?? person.employer?.name,
    person.trade?.label ?? person.entry.data.position,
  ];
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
