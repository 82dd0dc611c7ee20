import { EXPLORE_PATH } from '../catalogue/paths.ts';
import { toCitation } from '../charts/citation.ts';
import { answerChoice } from '../charts/explore/answer.ts';
import { firstChoice } from '../charts/explore/asked-choice.ts';
import { buildPanel, type LabelledOption, type Panel } from '../charts/explore/panel.ts';
import { renderChartFigure } from '../views/drawn-figure.ts';
import {
  choiceUrl,
  EXPLORE_DATA_PATH,
  getExplore,
  groupIndicators,
  hasExplore,
  type IndicatorGroup,
  listReadyCharts,
  type ReadyLink,
} from '../views/explore.ts';
import type { CopyPiece } from '../views/press.ts';
import type { Output, OutputContext, PageModel } from './output.ts';
import { pageOutput } from './page-output.ts';

export type ExplorePage = PageModel<{
  count: number;
  /** The first chart, drawn at the build; the script's own take its place. */
  figureHtml: string;
  dataHref: string;
  /** What is in the chart. */
  chosen: Panel['chosen'];
  kinds: LabelledOption[];
  periods: LabelledOption[];
  isMoment: boolean;
  groups: IndicatorGroup[];
  embed: CopyPiece;
  citation: CopyPiece;
  address: CopyPiece;
  ready: { id: string; label: string; charts: ReadyLink[] }[];
}>;

/** The page on which readers choose figures and draw them, and the figures. */
export function* listExplore(site: OutputContext): Generator<Output> {
  if (!hasExplore(site)) return;
  yield pageOutput<ExplorePage>(site, EXPLORE_PATH, () => buildExplorePage(site));
  yield { path: EXPLORE_DATA_PATH, text: () => JSON.stringify(getExplore(site).data) };
}

function buildExplorePage(site: OutputContext) {
  const explore = getExplore(site);
  const choice = firstChoice(explore);
  const { spec, ready } = answerChoice(choice, explore);
  const panel = buildPanel(choice, explore);
  const url = choiceUrl(choice, site);
  return {
    head: {
      title: '自己选数据画图',
      description: `从${site.catalogue.site.city}的${String(explore.data.statistics.length)}项指标里选，选年份和画法，图马上画出来；不能放在一起比的，会说明为什么。`,
      section: '/data/' as const,
      breadcrumb: [{ label: '图表', href: site.href('/data/') }],
    },
    count: explore.data.statistics.length,
    figureHtml: spec ? renderChartFigure(spec, site, { isStill: true }) : '',
    dataHref: site.href(EXPLORE_DATA_PATH),
    chosen: panel.chosen,
    kinds: panel.kinds,
    periods: panel.periods,
    isMoment: panel.isMoment,
    groups: groupIndicators(panel, site),
    embed: { what: '嵌入代码', text: ready ? ready.embedCode : '' },
    citation: { what: '引用', text: spec ? toCitation(spec, url) : '' },
    address: { what: '网址', text: url },
    ready: listReadyCharts(site),
  };
}
