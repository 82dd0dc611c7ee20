import type { APIRoute } from 'astro';
import subsetFont from 'subset-font';
import { readDisplayFont } from '../../integrations/display-font.ts';
import { getDisplayGlyphs } from '../_site.ts';

/** The headings' face with the characters they use and no more. */
export const GET: APIRoute = async () => {
  const { characters } = await getDisplayGlyphs();
  const font = await subsetFont(readDisplayFont('600SemiBold'), characters, { targetFormat: 'woff2' });
  return new Response(new Uint8Array(font), { headers: { 'Content-Type': 'font/woff2' } });
};
