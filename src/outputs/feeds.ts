import { buildFeed, listFeeds } from '../views/feeds.ts';
import type { Output, OutputContext } from './output.ts';

/** What readers subscribe to. */
export function* listFeedFiles(site: OutputContext): Generator<Output> {
  for (const feed of listFeeds(site)) yield { path: feed.path, model: () => buildFeed(feed, site) };
}
