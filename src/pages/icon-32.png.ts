import type { APIRoute } from 'astro';
import { renderSiteIcon } from './_site-mark.ts';

export const GET: APIRoute = () => renderSiteIcon(32);
