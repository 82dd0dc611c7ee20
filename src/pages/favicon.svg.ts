import type { APIRoute } from 'astro';
import { receive, type Received } from '../outputs/receive.ts';
import type { MarkModel } from '../outputs/site-files.ts';
import { renderSiteMark } from './_site-mark.ts';

export const GET: APIRoute = (context) => new Response(renderSiteMark((receive(context) as Received<MarkModel>).page));
