import type { APIRoute } from 'astro';
import { renderSiteMark } from './_site-mark.ts';

export const GET: APIRoute = async () =>
  new Response(await renderSiteMark(), { headers: { 'Content-Type': 'image/svg+xml' } });
