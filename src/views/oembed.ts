import { PNG_SIZE } from '../renderers/png/chart-png.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import { chartFilePath } from './chart-data.ts';
import type { ViewContext } from './context.ts';
import { DEFAULT_CHOICE, embedLine } from '../lib/embed-code.ts';
import { buildLiveEmbed, embedFrame, embedHeightIn, embedPath } from './embed.ts';

/** Width an embed is offered at where a number is wanted; it takes any. */
const OEMBED_WIDTH_PX = 800;
const CACHE_SECONDS = 86_400;

/**
 * What /embed/<id>/oembed.json says (oembed.com, version 1.0, type rich). Its code is the frame alone: consumers take scripts away, and
 * WordPress fits the frame by a protocol of its own, which the embedded page speaks.
 */
export function buildOembed(spec: ChartSpec, context: ViewContext): Readonly<Record<string, string | number>> {
  const view = buildLiveEmbed(spec, context);
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
    height: embedHeightIn(view, OEMBED_WIDTH_PX),
    html: embedLine(embedFrame(view, embedPath(spec.id), context), DEFAULT_CHOICE),
    thumbnail_url: context.absolute(chartFilePath(spec.id, 'png')),
    thumbnail_width: PNG_SIZE.width,
    thumbnail_height: PNG_SIZE.height,
  };
}
