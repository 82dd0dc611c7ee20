import { plainHeadline } from '../charts/inferred.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import { chartFilePath } from '../views/chart-data.ts';
import {
  buildKitTexts,
  buildPressKit,
  kitFilePath,
  type KitTexts,
  type PressKit,
  pressPath,
  wechatPath,
} from '../views/press.ts';
import { buildChartGroups, type ChartGroup } from './charts.ts';
import type { Output, OutputContext, PageModel } from './output.ts';
import { pageOutput } from './page-output.ts';

/** What the files of a chart's press kit are made from. */
export interface KitModel {
  spec: ChartSpec;
  /** Of the chart's page. */
  url: string;
  texts: KitTexts;
}

export type PressPage = PageModel<{
  kit: KitModel;
  pieces: PressKit;
  isCovered: boolean;
  wechatHref: string;
  zipHref: string;
  docxHref: string;
  pictureHref: string;
  chartHref: string;
}>;

export type PressIndexPage = PageModel<{ groups: (Omit<ChartGroup, 'charts'> & { charts: PressLine[] })[] }>;

interface PressLine {
  title: string;
  headlineHtml: string;
  href: string;
  pictureHref: string;
  zipHref: string;
}

/** The article body for WeChat, as a page of its own. */
export interface WechatModel {
  spec: ChartSpec;
  url: string;
}

/** Press kits: a page for each chart, its files, and the list of them. */
export function* listPress(site: OutputContext): Generator<Output> {
  for (const spec of site.charts.values()) {
    const buildKit = (): KitModel => ({
      spec,
      url: site.absolute(spec.path),
      texts: buildKitTexts(spec, site),
    });
    yield pageOutput<PressPage>(site, pressPath(spec.id), () => buildPressPage(spec, buildKit(), site));
    yield { path: kitFilePath(spec.id, 'docx'), model: buildKit };
    yield { path: kitFilePath(spec.id, 'zip'), model: buildKit };
    yield { path: wechatPath(spec.id), model: (): WechatModel => ({ spec, url: site.absolute(spec.path) }) };
  }
  yield pageOutput<PressIndexPage>(site, '/press/', () => buildPressIndex(site));
}

function buildPressPage(spec: ChartSpec, kit: KitModel, site: OutputContext) {
  return {
    head: {
      title: `${spec.title}：媒体素材`,
      description: `${plainHeadline(spec.headline)}嵌入代码、图片、公众号稿、Word 文件和引用文字。`,
      section: '/press/' as const,
      breadcrumb: [{ label: '媒体素材', href: site.href('/press/') }],
      picture: { path: chartFilePath(spec.id, 'png'), width: 1600, height: 900 },
    },
    kit,
    pieces: buildPressKit(spec, site),
    isCovered: site.glyphs.covers(spec.title),
    wechatHref: site.href(wechatPath(spec.id)),
    zipHref: site.href(kitFilePath(spec.id, 'zip')),
    docxHref: site.href(kitFilePath(spec.id, 'docx')),
    pictureHref: site.href(chartFilePath(spec.id, 'png')),
    chartHref: site.href(spec.path),
  };
}

function buildPressIndex(site: OutputContext) {
  return {
    head: {
      title: '媒体素材',
      description: `${String(site.charts.size)}张图的嵌入代码、图片、公众号稿和 Word 文件，都带来源，可以直接用在稿件里。`,
      section: '/press/' as const,
      breadcrumb: [],
    },
    groups: buildChartGroups(site).map(({ charts, ...group }) => ({
      ...group,
      charts: charts.map(({ id, title, headlineHtml }) => ({
        title,
        headlineHtml,
        href: site.href(pressPath(id)),
        pictureHref: site.href(chartFilePath(id, 'svg')),
        zipHref: site.href(kitFilePath(id, 'zip')),
      })),
    })),
  };
}
