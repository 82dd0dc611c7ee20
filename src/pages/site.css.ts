import type { APIRoute } from 'astro';
import { getSite } from './_site.ts';

/** The site's own colours and its headings' face; everything else about its looks is shared by all cities. The doubled selector wins over the tokens. */
export const GET: APIRoute = async () => {
  const site = await getSite();
  const { colours } = site.catalogue.site;
  const css = [
    `@font-face{font-family:"Jiangce Song";font-weight:600;font-display:swap;src:url(${site.href('/fonts/song.woff2')}) format("woff2")}`,
    `:root:root{--seal:${colours.seal};--steel:${colours.steel}}`,
    `@media(prefers-color-scheme:dark){:root:root{--seal:${colours.sealDark};--steel:${colours.steelDark}}}`,
  ].join('\n');
  return new Response(`${css}\n`, { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
};
