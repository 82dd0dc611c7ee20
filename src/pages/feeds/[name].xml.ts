export { renderFeed as GET } from '../_feed.ts';
