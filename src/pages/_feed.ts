import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { escapeHtml } from '../lib/html.ts';
import { receive, type Received } from '../outputs/receive.ts';
import type { FeedModel } from '../views/feeds.ts';

/** A feed as RSS 2.0 with its own address in it. Days are China's. */
export const renderFeed: APIRoute = (context) => {
  const { page }: Received<FeedModel> = receive(context);
  const { title, description, link, self, date, items } = page;
  return rss({
    title,
    description,
    site: link,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: [
      '<language>zh-CN</language>',
      `<atom:link href="${escapeHtml(self)}" rel="self" type="application/rss+xml"/>`,
      date === undefined ? '' : `<lastBuildDate>${toDay(date).toUTCString()}</lastBuildDate>`,
    ].join(''),
    items: items.map(({ date: day, ...item }) => ({ ...item, ...(day !== undefined && { pubDate: toDay(day) }) })),
  });
};

function toDay(date: string): Date {
  return new Date(`${date}T00:00:00+08:00`);
}
