import type { APIRoute } from 'astro';
import { receive, type Received } from '../../outputs/receive.ts';
import type { SharePicture } from '../../renderers/share-picture.ts';
import { pictureResponse } from './_picture.ts';

export const GET: APIRoute = (context) => pictureResponse((receive(context) as Received<SharePicture>).page);
