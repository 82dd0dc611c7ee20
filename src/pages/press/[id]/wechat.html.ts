import type { APIRoute, GetStaticPaths } from 'astro';
import { getById } from '../../../catalogue/catalogue.ts';
import { buildPalette } from '../../../renderers/palette.ts';
import { renderWechatPage } from '../../../renderers/wechat.ts';
import { getSite } from '../../_site.ts';

/** The article body as a page of its own; a chart that breaks a rule of the article editor stops the build. */
export const getStaticPaths = (async () => {
  const { charts } = await getSite();
  return [...charts.keys()].map((id) => ({ params: { id } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const site = await getSite();
  const spec = getById(site.charts, params['id'] ?? '');
  const html = renderWechatPage(spec, {
    palette: buildPalette(site.catalogue.site.colours),
    url: site.absolute(spec.path),
  });
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
};
