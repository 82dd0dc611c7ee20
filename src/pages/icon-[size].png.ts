import type { APIRoute } from 'astro';
import { receive, type Received } from '../outputs/receive.ts';
import type { IconModel } from '../outputs/site-files.ts';
import { drawSiteMark } from './_site-mark.ts';

/** The site's mark as a PNG, for devices that take no SVG. */
export const GET: APIRoute = async (context) => {
  const { page }: Received<IconModel> = receive(context);
  return new Response(new Uint8Array(await drawSiteMark(page)));
};
