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
import { correctionLine, findChartCorrections, findFrozenCorrections } from './corrections.ts';
import type { EmbedFrame } from '../lib/embed-code.ts';
import { type EmbedContent, embedHeightAt, estimateEmbedHeights } from './embed-height.ts';

/** What stands on an embedded page: a chart alone, live or frozen. */
export interface EmbedView {
  id: string;
  title: string;
  headline: string;
  /** Inline SVG for wide, middle and narrow frames; the style sheet shows one. */
  wide: InlineSvg;
  middle: InlineSvg;
  narrow: InlineSvg;
  notes: string;
  /** 来源：…。数据截至…。 */
  sources: string;
  /** Where the chart's own page is, or all charts where it has none any more. */
  more: Link;
  /** 匠册示例站 · CC BY 4.0, and when it was frozen. */
  imprint: string[];
  /** What has to be told of the figures: that they were corrected, or that there are newer ones. */
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
  notice: describeCorrections(findChartCorrections(spec, context), context),
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
    notice: describeFrozenCorrections(frozen, context) ?? buildNotice(spec, live, href),
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

/** The latest correction, and how many there were. */
function describeCorrections(
  entries: ReturnType<typeof findChartCorrections>,
  context: ViewContext,
): EmbedView['notice'] {
  const [latest] = entries;
  if (!latest) return undefined;
  const { text, link } = correctionLine(latest, context);
  const others = entries.length > 1 ? `这张图共更正过${String(entries.length)}次。` : '';
  return { text: `${text}${others}`, link };
}

/** A frozen chart keeps what was wrong, and says so. */
function describeFrozenCorrections(frozen: FrozenChart, context: ViewContext): EmbedView['notice'] {
  const corrections = describeCorrections(findFrozenCorrections(frozen, context), context);
  return corrections && { ...corrections, text: `这里是冻结时的数字。${corrections.text}` };
}

function publisherOf({ publisher, licence }: ChartSpec): string {
  return `${publisher} · ${licence.name}`;
}

function buildParts(
  spec: ChartSpec,
  { catalogue }: ViewContext,
): Pick<EmbedView, 'id' | 'title' | 'headline' | 'wide' | 'middle' | 'narrow' | 'notes' | 'sources'> {
  const palette = buildPagePalette(catalogue.site.colours);
  return {
    id: spec.id,
    title: spec.title,
    headline: spec.headline,
    wide: renderSvg(spec, { layout: 'wide', palette }),
    middle: renderSvg(spec, { layout: 'middle', palette }),
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

/** What others need to show an embed: its address, its name and the heights that are enough for it. */
export function embedFrame(view: EmbedView, path: string, { absolute }: ViewContext): EmbedFrame {
  return {
    url: absolute(path),
    title: view.title,
    heights: {
      all: estimateEmbedHeights(contentOf(view)),
      chart: estimateEmbedHeights({ ...contentOf(view), words: undefined }),
    },
  };
}

/** Height in pixels of the whole embed in a frame of `width` pixels. */
export function embedHeightIn(view: EmbedView, width: number): number {
  return embedHeightAt(width, contentOf(view));
}

function contentOf({ title, headline, notes, sources, imprint, more, notice, ...drawings }: EmbedView): EmbedContent {
  return {
    words: { title, headline, notes, sources, foot: [...imprint, more.label].join('　') },
    notice: notice === undefined ? '' : `${notice.text}${notice.link.label}`,
    wide: drawings.wide,
    middle: drawings.middle,
    narrow: drawings.narrow,
  };
}

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
