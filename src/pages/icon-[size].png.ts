import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { COLOURS } from '../lib/colours.ts';
import { receive, type Received } from '../outputs/receive.ts';
import type { IconModel } from '../outputs/site-files.ts';
import { renderSiteMark } from './_site-mark.ts';

/** The site's mark as a PNG, for devices that take no SVG. */
export const GET: APIRoute = async (context) => {
  const { page }: Received<IconModel> = receive(context);
  const png = await sharp(Buffer.from(renderSiteMark(page)), { density: 300 })
    .resize(page.size, page.size)
    .flatten({ background: COLOURS.light.paper })
    .png()
    .toBuffer();
  return new Response(new Uint8Array(png));
};
