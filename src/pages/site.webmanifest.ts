import type { APIRoute } from 'astro';
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
    background_color: '#F7F3EA',
    theme_color: '#F7F3EA',
    icons: [icon(180), icon(512)],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } });
};
