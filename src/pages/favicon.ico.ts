import type { APIRoute } from 'astro';
import { receive, type Received } from '../outputs/receive.ts';
import type { IconModel } from '../outputs/site-files.ts';
import { wrapIcon } from '../renderers/icon-file.ts';
import { drawSiteMark } from './_site-mark.ts';

/** The site's mark under the name that programs ask for without having read a page. */
export const GET: APIRoute = async (context) => {
  const { page }: Received<IconModel> = receive(context);
  return new Response(new Uint8Array(wrapIcon(await drawSiteMark(page), page.size)));
};
