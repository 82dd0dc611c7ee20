import type { APIRoute } from 'astro';
import { receive } from '../../../outputs/receive.ts';
import type { SharePicture } from '../../../renderers/share-picture.ts';
import { pictureResponse } from '../_picture.ts';

export const GET: APIRoute = (context) => pictureResponse(receive<SharePicture>(context).page);
