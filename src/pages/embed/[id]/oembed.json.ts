import type { APIRoute, GetStaticPaths } from 'astro';
import { getById } from '../../../catalogue/catalogue.ts';
import { buildOembed } from '../../../views/embed-code.ts';
import { getSite } from '../../_site.ts';

export const getStaticPaths = (async () => {
  const { charts } = await getSite();
  return [...charts.keys()].map((id) => ({ params: { id } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const site = await getSite();
  const record = buildOembed(getById(site.charts, params['id'] ?? ''), site);
  return new Response(`${JSON.stringify(record, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
