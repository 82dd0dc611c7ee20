import type { APIRoute, GetStaticPaths } from 'astro';
import { getById } from '../../../catalogue/catalogue.ts';
import { getSite } from '../../_site.ts';
import { getKitFiles } from '../_kit.ts';

/** The Word file of each chart. */
export const getStaticPaths = (async () => {
  const { charts } = await getSite();
  return [...charts.keys()].map((id) => ({ params: { id, name: id } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { charts } = await getSite();
  const { docx } = await getKitFiles(getById(charts, params['id'] ?? ''));
  return new Response(new Uint8Array(docx), {
    headers: { 'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  });
};
