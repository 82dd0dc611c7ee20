import type { APIRoute, GetStaticPaths } from 'astro';
import { PORTRAIT_FORMATS, PORTRAIT_WIDTHS_PX, type PortraitFormat, portraitPath } from '../../views/portrait.ts';
import { openMedia } from '../_media.ts';
import { getSite } from '../_site.ts';

/**
 * Portraits in the sizes and formats that pages offer. sharp is used directly and not through astro:assets, which knows only
 * files inside the project, while a city's content may lie anywhere. sharp drops all metadata, the place of taking among it.
 */
export const getStaticPaths = (async () => {
  const { people } = (await getSite()).catalogue;
  return people.flatMap(({ id, entry: { data } }) =>
    data.portrait
      ? PORTRAIT_WIDTHS_PX.flatMap((width) =>
          PORTRAIT_FORMATS.map((format) => ({
            params: { file: portraitPath(id, width, format).slice('/media/'.length) },
            props: { source: data.portrait?.file, width, format },
          })),
        )
      : [],
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => {
  const { source, width, format } = props as { source: string; width: number; format: PortraitFormat };
  const image = openMedia(source).resize({ width, withoutEnlargement: true });
  const data = await image.toFormat(format, { quality: format === 'avif' ? 55 : 78 }).toBuffer();
  return new Response(new Uint8Array(data), { headers: { 'Content-Type': `image/${format}` } });
};
