import type { APIRoute } from 'astro';
import type { KitModel } from '../../../outputs/press.ts';
import { receive, type Received } from '../../../outputs/receive.ts';
import { getKitFiles } from '../_kit.ts';

/** The Word file of a chart. */
export const GET: APIRoute = async (context) => {
  const { site, page }: Received<KitModel> = receive(context);
  const { docx } = await getKitFiles(page, site);
  return new Response(new Uint8Array(docx));
};
