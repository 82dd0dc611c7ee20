import {
  buildFrozenEmbed,
  buildLiveEmbed,
  embedPath,
  type EmbedView,
  frozenEmbedPath,
  oembedPath,
} from '../views/embed.ts';
import { buildOembed } from '../views/oembed.ts';
import type { Output, OutputContext } from './output.ts';

export interface EmbedPage {
  view: EmbedView;
}

/** Charts to be framed: live ones, which follow every correction, and frozen ones, also where their definition is gone. */
export function* listEmbeds(site: OutputContext): Generator<Output> {
  for (const spec of site.charts.values()) {
    yield { path: embedPath(spec.id), model: (): EmbedPage => ({ view: buildLiveEmbed(spec, site) }) };
    yield { path: oembedPath(spec.id), text: () => `${JSON.stringify(buildOembed(spec, site), null, 2)}\n` };
  }
  for (const { data } of site.catalogue.entries.frozen.values()) {
    yield { path: frozenEmbedPath(data), model: (): EmbedPage => ({ view: buildFrozenEmbed(data, site) }) };
  }
}
