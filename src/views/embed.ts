import { entryPath } from '../catalogue/paths.ts';
import { frozenName, haveFiguresChanged } from '../charts/freeze.ts';
import { buildReadingNotes } from '../charts/reading-notes.ts';
import { memoizeByObjects } from '../lib/memoize.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import { buildPagePalette, buildPalette } from '../renderers/palette.ts';
import { type InlineSvg, renderSvg } from '../renderers/svg/render-svg.ts';
import type { ChartSpec, FrozenChart } from '../schemas/chart-spec.ts';
import type { Site } from '../schemas/site.ts';
import type { Link, ViewContext } from './context.ts';
import { estimateEmbedHeight } from './embed-height.ts';

/** What stands on an embedded page: a chart alone, live or frozen. */
export interface EmbedView {
  id: string;
  title: string;
  headline: string;
  /** Inline SVG for wide and for narrow frames; the style sheet shows one. */
  wide: InlineSvg;
  narrow: InlineSvg;
  notes: string;
  /** 来源：…。数据截至…。 */
  sources: string;
  /** Where the chart's own page is, or all charts where it has none any more. */
  more: Link;
  /** 匠册示例站 · CC BY 4.0, and when it was frozen. */
  imprint: string[];
  /** What a frozen chart has to tell of its live one. */
  notice: { text: string; link: Link } | undefined;
}

export function embedPath(id: string): string {
  return `/embed/${id}/`;
}

export function frozenEmbedPath(frozen: Pick<FrozenChart, 'id' | 'hash'>): string {
  return entryPath('frozen', frozenName(frozen));
}

export function oembedPath(id: string): string {
  return `/embed/${id}/oembed.json`;
}

/** The live chart, which follows every correction. Its page, the press page, oEmbed and the zip all show the one that is built here. */
export const buildLiveEmbed = memoizeByObjects((spec: ChartSpec, context: ViewContext): EmbedView => ({
  ...buildParts(spec, context),
  more: { label: '数据、口径和出处', href: context.href(spec.path) },
  imprint: [publisherOf(spec)],
  notice: undefined,
}));

/** A chart as it was frozen. It keeps its own figures and says so where the live chart has others, or is there no more. */
export function buildFrozenEmbed(frozen: FrozenChart, context: ViewContext): EmbedView {
  const { spec, frozenAt } = frozen;
  const live = findLiveChart(frozen.id, context);
  const href = context.href(live?.path ?? '/data/');
  return {
    ...buildParts(spec, context),
    more: { label: live ? '数据、口径和出处' : '本站的图表', href },
    imprint: [publisherOf(spec), `${formatPartialDate(frozenAt)}冻结，不随更正变动`],
    notice: buildNotice(spec, live, href),
  };
}

/** The chart of today that a snapshot was made of, which may have been renamed since. */
function findLiveChart(id: string, { catalogue, charts }: ViewContext): ChartSpec | undefined {
  const renamed = [...catalogue.entries.charts.values()].find(({ data }) => data.aliases?.includes(id));
  return charts.get(id) ?? charts.get(renamed?.id ?? '');
}

function buildNotice(frozen: ChartSpec, live: ChartSpec | undefined, href: string): EmbedView['notice'] {
  if (!live) return { text: '此图已停止更新。', link: { label: '看本站的图表', href } };
  if (!haveFiguresChanged(frozen, live)) return undefined;
  return { text: '此数据已更新，这里是冻结时的数字。', link: { label: '看现在的数字', href } };
}

function publisherOf({ publisher, licence }: ChartSpec): string {
  return `${publisher} · ${licence.name}`;
}

function buildParts(
  spec: ChartSpec,
  { catalogue }: ViewContext,
): Pick<EmbedView, 'id' | 'title' | 'headline' | 'wide' | 'narrow' | 'notes' | 'sources'> {
  const palette = buildPagePalette(catalogue.site.colours);
  return {
    id: spec.id,
    title: spec.title,
    headline: spec.headline,
    wide: renderSvg(spec, { layout: 'wide', palette }),
    narrow: renderSvg(spec, { layout: 'narrow', palette }),
    notes: embedNotes(spec),
    sources: embedSources(spec),
  };
}

/** How the drawing is to be read is said of the drawing of today, which a snapshot gets too; what it shows is as it was. */
function embedNotes({ note, kind, rows, series }: ChartSpec): string {
  return [note, ...buildReadingNotes(kind, rows, series)].filter((part) => part !== null).join('');
}

function embedSources({ sources, asOf }: ChartSpec): string {
  return `来源：${sources.map(({ citation }) => citation).join('；')}。数据截至${asOf}。`;
}

/** Height in pixels at which the page has room at every width from `LEAST_EMBED_WIDTH` on. */
export const embedHeight = memoizeByObjects((view: EmbedView): number =>
  estimateEmbedHeight({
    ...view,
    notice: view.notice === undefined ? '' : `${view.notice.text}${view.notice.link.label}`,
    foot: [...view.imprint, view.more.label].join('　'),
  }),
);

/** The site's colours as custom properties: by the reader's system, or as `?theme=light` and `?theme=dark` ask. */
export function embedColours(colours: Site['colours']): string {
  const [light, dark] = (['light', 'dark'] as const).map((scheme) => {
    const { sheet, ink, inkSoft, seal, steel } = buildPalette(colours, scheme);
    return `color-scheme:${scheme};--sheet:${sheet};--ink:${ink};--ink-2:${inkSoft};--seal:${seal};--steel:${steel}`;
  });
  return [
    `:root{${light ?? ''}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark ?? ''}}}`,
    `:root[data-theme=dark]{${dark ?? ''}}`,
  ].join('');
}
