import type { APIRoute } from 'astro';
import type { ChartFile } from '../../outputs/charts.ts';
import { receive, type Received } from '../../outputs/receive.ts';
import { buildPalette } from '../../renderers/palette.ts';
import { renderPicture } from '../../renderers/svg/render-picture.ts';

export const GET: APIRoute = (context) => {
  const { site, page }: Received<ChartFile> = receive(context);
  const palette = buildPalette(site.colours);
  return new Response(renderPicture(page.spec, { format: page.format, palette, url: page.url }));
};
