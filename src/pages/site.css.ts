import type { APIRoute } from 'astro';
import { getSite } from './_site.ts';

/** The site's own colours; everything else about its looks is shared by all cities. The doubled selector wins over the tokens. */
export const GET: APIRoute = async () => {
  const { colours } = (await getSite()).catalogue.site;
  const css = [
    `:root:root{--seal:${colours.seal};--steel:${colours.steel}}`,
    `@media(prefers-color-scheme:dark){:root:root{--seal:${colours.sealDark};--steel:${colours.steelDark}}}`,
  ].join('\n');
  return new Response(`${css}\n`, { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
};
