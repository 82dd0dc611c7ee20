import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { receive } from '../outputs/receive.ts';
import type { FeedModel } from '../outputs/site-files.ts';

export const GET: APIRoute = (context) => {
  const { title, description, link, items } = receive<FeedModel>(context).page;
  return rss({ title, description, site: link, customData: '<language>zh-CN</language>', items });
};
