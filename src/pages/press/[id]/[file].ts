import type { APIRoute, GetStaticPaths } from 'astro';
import { getById } from '../../../catalogue/catalogue.ts';
import { KIT_FORMATS, type KitFormat } from '../../../views/press.ts';
import { getSite } from '../../_site.ts';
import { getKitFiles } from '../_kit.ts';

/** The Word file and the zip of each chart's press kit. */
export const getStaticPaths = (async () => {
  const { charts } = await getSite();
  return [...charts.keys()].flatMap((id) =>
    KIT_FORMATS.map((format) => ({ params: { id, file: `${id}.${format}` }, props: { format } })),
  );
}) satisfies GetStaticPaths;

const TYPES: Readonly<Record<KitFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
};

export const GET: APIRoute = async ({ params, props }) => {
  const { format } = props as { format: KitFormat };
  const { charts } = await getSite();
  const files = await getKitFiles(getById(charts, params['id'] ?? ''));
  return new Response(new Uint8Array(files[format]), { headers: { 'Content-Type': TYPES[format] } });
};
