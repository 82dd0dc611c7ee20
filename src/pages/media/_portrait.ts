import path from 'node:path';
import type { APIRoute } from 'astro';
import sharp from 'sharp';
import type { PortraitFile } from '../../outputs/profiles.ts';
import { receive, type Received } from '../../outputs/receive.ts';

/**
 * Portraits in the sizes and formats that pages offer. sharp is used directly and not through astro:assets, which knows only
 * files inside the project, while a city's content may lie anywhere. sharp drops all metadata, the place of taking among it.
 */
export const GET: APIRoute = async (context) => {
  const { page, contentFolder }: Received<PortraitFile> = receive(context);
  const { file, width, format } = page;
  const image = sharp(path.join(contentFolder, 'media', file)).autoOrient();
  const data = await image
    .resize({ width, withoutEnlargement: true })
    .toFormat(format, { quality: format === 'avif' ? 55 : 78 })
    .toBuffer();
  return new Response(new Uint8Array(data));
};
