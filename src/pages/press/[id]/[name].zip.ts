import type { APIRoute } from 'astro';
import type { KitModel } from '../../../outputs/press.ts';
import { receive, type Received } from '../../../outputs/receive.ts';
import { getKitFiles } from '../_kit.ts';

/** All files of a chart’s press kit in one. */
export const GET: APIRoute = async (context) => {
  const { site, page }: Received<KitModel> = receive(context);
  const { zip } = await getKitFiles(page, site);
  return new Response(new Uint8Array(zip));
};
