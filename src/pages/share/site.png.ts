import type { APIRoute } from 'astro';
import { buildSitePicture } from '../../views/share.ts';
import { getSite } from '../_site.ts';
import { pictureResponse } from './_picture.ts';

export const GET: APIRoute = async () => pictureResponse(buildSitePicture(await getSite()));
