import type { APIRoute } from 'astro';
import { buildOpenDataIndex } from '../../views/open-data.ts';
import { getSite } from '../_site.ts';

export const GET: APIRoute = async () => Response.json(buildOpenDataIndex(await getSite()));
