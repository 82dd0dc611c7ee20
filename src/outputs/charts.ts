import { plainHeadline } from '../charts/inferred.ts';
import { EXPLORE_PATH } from '../catalogue/paths.ts';
import { toCitation } from '../charts/citation.ts';
import { termsOf } from '../charts/groups.ts';
import { toCsv } from '../charts/csv.ts';
import { buildPagePalette } from '../renderers/palette.ts';
import type { PictureFormat } from '../renderers/svg/render-picture.ts';
import { renderSvg } from '../renderers/svg/render-svg.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import {
  buildChartRecord,
  chartFileLinks,
  chartFilePath,
  type ChartIndicator,
  chartIndicators,
  chartStructuredData,
  groupChartsByTheme,
} from '../views/chart-data.ts';
import { renderChartFigure } from '../views/drawn-figure.ts';
import type { Link } from '../views/context.ts';
import { exploreHref, hasExplore } from '../views/explore.ts';
import { chartPicturePath, listChartPictures } from '../views/chart-pictures.ts';
import { headlineHtml } from '../views/headline.ts';
import { correctionLine, type CorrectionLine, findChartCorrections } from '../views/corrections.ts';
import { contentDate } from '../views/sources.ts';
import type { Output, OutputContext, PageModel } from './output.ts';
import { pageOutput } from './page-output.ts';

export type ChartPage = PageModel<{
  title: string;
  headlineHtml: string;
  figureHtml: string;
  oembedUrl: string;
  files: Link[];
  corrections: CorrectionLine[];
  pressHref: string;
  exploreHref: string;
  indicators: ChartIndicator[];
  url: string;
  citationText: string;
}>;

/** A chart in lists of charts. */
export interface ChartLine {
  id: string;
  title: string;
  headlineHtml: string;
  path: string;
}

export interface ChartGroup {
  id: string;
  label: string;
  charts: ChartLine[];
}

/** A chart with its phone drawing. */
interface DrawnChart extends ChartLine {
  drawing: string;
}

export type ChartsPage = PageModel<{
  count: number;
  groups: (Omit<ChartGroup, 'charts'> & { charts: DrawnChart[] })[];
  exploreHref: string | undefined;
}>;

/** What a chart's pictures are drawn from. */
export interface ChartFile {
  spec: ChartSpec;
  format: PictureFormat;
  widthPx?: number | undefined;
  /** Of the chart's page. */
  url: string;
}

/** Pages of charts, and their files, whose addresses are printed and embedded: they never change. */
export function* listCharts(site: OutputContext): Generator<Output> {
  for (const spec of site.charts.values()) {
    yield pageOutput<ChartPage>(site, spec.path, () => buildChartPage(spec, site));
    const url = site.absolute(spec.path);
    for (const picture of listChartPictures(spec, url)) {
      const { format, widthPx } = picture;
      yield { path: chartPicturePath(spec.id, picture), model: (): ChartFile => ({ spec, url, format, widthPx }) };
    }
    yield { path: chartFilePath(spec.id, 'csv'), text: () => toCsv(spec) };
    yield {
      path: chartFilePath(spec.id, 'json'),
      text: () => `${JSON.stringify(buildChartRecord(spec, site), null, 2)}\n`,
    };
  }
  yield pageOutput<ChartsPage>(site, '/data/', () => buildChartsPage(site));
}

/** Charts by theme, with what a list shows of each. */
export function buildChartGroups(site: OutputContext): ChartGroup[] {
  return groupChartsByTheme(site).map(({ id, label, charts }) => ({
    id,
    label,
    charts: charts.map(buildChartLine),
  }));
}

function buildChartLine(spec: ChartSpec): ChartLine {
  const { id, title, path } = spec;
  return { id, title, path, headlineHtml: headlineHtml(spec.headline, termsOf(spec)) };
}

function buildChartPage(spec: ChartSpec, site: OutputContext) {
  const url = site.absolute(spec.path);
  return {
    head: {
      title: spec.title,
      description: plainHeadline(spec.headline),
      section: '/data/' as const,
      breadcrumb: [{ label: '图表', href: site.href('/data/') }],
      structuredData: chartStructuredData(spec, site),
      ogType: 'article' as const,
      picture: { path: chartFilePath(spec.id, 'png'), width: 1600, height: 900 },
      contentDate: contentDate(
        spec.sources.map(({ id }) => id),
        site.catalogue,
      ),
    },
    title: spec.title,
    headlineHtml: headlineHtml(spec.headline, termsOf(spec)),
    figureHtml: renderChartFigure(spec, site, { isOwnPage: true }),
    oembedUrl: site.absolute(`/embed/${spec.id}/oembed.json`),
    files: chartFileLinks(spec, site),
    corrections: findChartCorrections(spec, site).map((entry) => correctionLine(entry, site)),
    pressHref: site.href(`/press/${spec.id}/`),
    exploreHref: exploreHref(spec.id, site),
    indicators: chartIndicators(spec, site),
    url,
    citationText: toCitation(spec, url),
  };
}

function buildChartsPage(site: OutputContext) {
  const palette = buildPagePalette(site.catalogue.site.colours);
  return {
    head: {
      title: '图表',
      description: `${site.catalogue.site.city}的技能人才、职工创新和服务，${String(site.charts.size)}张图，每张都有来源，可以引用和嵌入。`,
      section: '/data/' as const,
      breadcrumb: [],
    },
    count: site.charts.size,
    groups: groupChartsByTheme(site).map(({ id, label, charts }) => ({
      id,
      label,
      charts: charts.map((spec) => ({
        ...buildChartLine(spec),
        drawing: renderSvg(spec, { layout: 'narrow', palette }).markup,
      })),
    })),
    exploreHref: hasExplore(site) ? site.href(EXPLORE_PATH) : undefined,
  };
}
