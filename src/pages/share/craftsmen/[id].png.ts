import type { APIRoute, GetStaticPaths } from 'astro';
import { getById } from '../../../catalogue/catalogue.ts';
import { buildPersonPicture, hasOwnPictures } from '../../../views/share.ts';
import { getSite } from '../../_site.ts';
import { pictureResponse } from '../_picture.ts';

export const getStaticPaths = (async () => {
  const site = await getSite();
  return hasOwnPictures(site) ? site.catalogue.people.map(({ id }) => ({ params: { id } })) : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const site = await getSite();
  return pictureResponse(buildPersonPicture(getById(site.catalogue.person, params['id'] ?? ''), site));
};
