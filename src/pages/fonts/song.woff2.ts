import type { APIRoute } from 'astro';
import subsetFont from 'subset-font';
import { readDisplayFont } from '../../integrations/display-font.ts';
import { receive, type Received } from '../../outputs/receive.ts';
import type { FontModel } from '../../outputs/site-files.ts';

/** The headings' face with the characters they use and no more. */
export const GET: APIRoute = async (context) => {
  const { page }: Received<FontModel> = receive(context);
  const { characters } = page;
  const font = await subsetFont(readDisplayFont('600SemiBold'), characters, { targetFormat: 'woff2' });
  return new Response(new Uint8Array(font));
};
