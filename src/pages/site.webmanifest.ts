import type { APIRoute } from 'astro';
import { COLOURS } from '../lib/colours.ts';
import { getSite } from './_site.ts';

export const GET: APIRoute = async () => {
  const site = await getSite();
  const { title } = site.catalogue.site;
  const icon = (size: number): object => ({
    src: site.href(`/icon-${String(size)}.png`),
    sizes: `${String(size)}x${String(size)}`,
    type: 'image/png',
  });
  const manifest = {
    name: title,
    short_name: title,
    lang: 'zh-CN',
    start_url: site.href('/'),
    display: 'browser',
    background_color: COLOURS.light.paper,
    theme_color: COLOURS.light.paper,
    icons: [icon(180), icon(512)],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } });
};
