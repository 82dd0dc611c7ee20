import { escapeHtml } from '../lib/html.ts';
import { PNG_SIZE } from '../renderers/png/chart-png.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import { chartFilePath } from './chart-data.ts';
import type { ViewContext } from './context.ts';
import { buildLiveEmbed, embedHeight, embedPath } from './embed.ts';

/** An embedded page as others put it into theirs. */
export interface EmbedFrame {
  /** Site path. */
  path: string;
  title: string;
  heightPx: number;
}

/** The frame alone: with a title for screen readers, as wide as its column, as high as it can need to be without a script. */
function iframeCode({ path, title, heightPx }: EmbedFrame, { absolute }: ViewContext): string {
  return `<iframe src="${escapeHtml(absolute(path))}" title="${escapeHtml(title)}" width="100%" height="${String(heightPx)}" loading="lazy" style="border:0"></iframe>`;
}

/** Heights a frame may be given, whatever it asks for. */
const HEIGHT_LIMITS = { least: 100, most: 4000 } as const;

/**
 * The frame and a listener that fits its height to what the chart says it needs. It believes only messages from this site's own
 * frames: their window, and their origin, which is `null` for a frame with a sandbox. It may stand on a page as often as there are
 * charts, and holds no `&` or `<` that an article editor could turn into an entity.
 */
export function embedCode(frame: EmbedFrame, context: ViewContext): string {
  const root = context.absolute('/embed/');
  return `${iframeCode(frame, context)}
<script>
addEventListener('message', function (event) {
  var data = event.data || {};
  if (data.type !== 'jiangce:height' || !Number.isFinite(data.height)) return;
  document.querySelectorAll('iframe[src^="${root}"]').forEach(function (frame) {
    var origins = ['${new URL(root).origin}'].concat(frame.hasAttribute('sandbox') ? 'null' : []);
    if (event.source !== frame.contentWindow || !origins.includes(event.origin)) return;
    frame.style.height = Math.max(${String(HEIGHT_LIMITS.least)}, Math.min(data.height, ${String(HEIGHT_LIMITS.most)})) + 'px';
  });
});
</script>`;
}

/** Width an embed is offered at where a number is wanted; it takes any. */
const OEMBED_WIDTH_PX = 800;
const CACHE_SECONDS = 86_400;

/** What /embed/<id>/oembed.json says (oembed.com, version 1.0, type rich). */
export function buildOembed(spec: ChartSpec, context: ViewContext): Readonly<Record<string, string | number>> {
  const heightPx = embedHeight(buildLiveEmbed(spec, context));
  return {
    version: '1.0',
    type: 'rich',
    title: spec.title,
    author_name: spec.publisher,
    author_url: context.absolute('/'),
    provider_name: spec.siteTitle,
    provider_url: context.absolute('/'),
    cache_age: CACHE_SECONDS,
    width: OEMBED_WIDTH_PX,
    height: heightPx,
    html: iframeCode({ path: embedPath(spec.id), title: spec.title, heightPx }, context),
    thumbnail_url: context.absolute(chartFilePath(spec.id, 'png')),
    thumbnail_width: PNG_SIZE.width,
    thumbnail_height: PNG_SIZE.height,
  };
}
