import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { receive, type Received } from '../outputs/receive.ts';
import type { FeedModel } from '../outputs/site-files.ts';

export const GET: APIRoute = (context) => {
  const { page }: Received<FeedModel> = receive(context);
  const { title, description, link, items } = page;
  return rss({ title, description, site: link, customData: '<language>zh-CN</language>', items });
};
