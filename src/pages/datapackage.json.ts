import type { APIRoute } from 'astro';
import { buildDataPackage } from '../views/open-data.ts';
import { getSite } from './_site.ts';

export const GET: APIRoute = async () => Response.json(buildDataPackage(await getSite()));
