import { EXPLORE_PATH } from '../../catalogue/paths.ts';
import { memoizeByObjects } from '../../lib/memoize.ts';
import { formatPartialDate } from '../../lib/partial-date.ts';
import { CHART_KIND_LABELS, type ChartKind } from '../../schemas/chart-kinds.ts';
import type { ChartSpec } from '../../schemas/chart-spec.ts';
import { buildChartSpec, judgeChart } from '../build-chart-spec.ts';
import type { ChartFinding } from '../chart-context.ts';
import { listDifferences } from '../comparability.ts';
import { type Choice, formatChoice, isMomentKind, withKind } from './choice.ts';
import { defineChart, titleOfOne } from './define-chart.ts';
import type { Explore, ReadyChart } from './explore-data.ts';
import { drawnPeriods, periodsOf } from './periods.ts';

/** What comes of a choice. */
export interface Answer {
  choice: Choice;
  /** Undefined while something may not be drawn. */
  spec: ChartSpec | undefined;
  /** Why, in whole sentences; empty where there is a chart. */
  refusals: string[];
  /** What would do instead. */
  remedies: Remedy[];
  /** The site's own chart of the same figures in the same way, which then is the one that is shown. */
  ready: ReadyChart | undefined;
}

export interface Remedy {
  /** What its button says. */
  label: string;
  choice: Choice;
}

/** The chart of a choice, or why there can be none. */
export function answerChoice(choice: Choice, explore: Explore): Answer {
  const refusals = listRefusals(choice, explore);
  if (refusals.length > 0)
    return { choice, spec: undefined, refusals, remedies: listRemedies(choice, explore), ready: undefined };
  const spec = buildOwnSpec(choice, explore);
  const ready = spec && findReady(spec, explore);
  return { choice, spec: ready?.spec ?? spec, refusals, remedies: [], ready: ready?.chart };
}

/** Why a choice may not be drawn; empty where it may. */
export function listRefusals(choice: Choice, explore: Explore): string[] {
  const { definition, refusal } = defineChart(choice, explore);
  if (definition === undefined) return [refusal];
  return judgeChart(definition, explore.context).findings.map((finding) => wordFinding(finding, choice, explore));
}

/** Findings speak to readers as they do to editors, but for the one that would send them to write a text. */
function wordFinding({ code, message }: ChartFinding, choice: Choice, explore: Explore): string {
  if (code !== 'JC710') return message;
  const [id = ''] = choice.indicators;
  const drawn = drawnPeriods(choice, explore);
  const others = periodsOf(id, explore).length > drawn.length ? '，或者再勾一个时期' : '';
  return `图里只有「${titleOfOne(id, explore)}」${drawn.map(formatPartialDate).join('、')}的一个数，没有可比的，也说不出增减。再勾一项能和它比的指标${others}。`;
}

function buildOwnSpec(choice: Choice, explore: Explore): ChartSpec | undefined {
  const { definition } = defineChart(choice, explore);
  if (definition === undefined) return undefined;
  const { spec } = buildChartSpec({ id: 'explore', data: definition }, explore.context);
  return spec && { ...spec, path: `${EXPLORE_PATH}${formatChoice(choice)}` };
}

interface Ready {
  chart: ReadyChart;
  spec: ChartSpec;
}

/** The site's own charts, drawn once for all questions. */
const buildReady = memoizeByObjects((...[{ data, context }]: readonly [Explore]): Ready[] =>
  data.charts.flatMap((chart) => {
    const { spec } = buildChartSpec(chart, context);
    return spec ? [{ chart, spec }] : [];
  }),
);

function findReady(own: ChartSpec, explore: Explore): Ready | undefined {
  const figures = figuresOf(own);
  return buildReady(explore).find(({ spec }) => spec.kind === own.kind && figuresOf(spec) === figures);
}

/** Which figures a chart shows, whatever it calls them. */
function figuresOf({ rows, series }: ChartSpec): string {
  return rows
    .filter(({ derived }) => !derived)
    .map(({ series: at, period, source }) => [series[at]?.indicator, period, source].join(' '))
    .sort()
    .join();
}

/** What a chart of the site is as a choice; undefined where readers cannot choose just that, as for the figures of one source. */
export function choiceOfChart({ id, data: { kind, series, whole } }: ReadyChart, explore: Explore): Choice | undefined {
  const ready = buildReady(explore).find(({ chart }) => chart.id === id);
  if (!ready) return undefined;
  const plain: Choice = { indicators: series.map(({ indicator }) => indicator), kind };
  const rows = ready.spec.rows.filter(({ series: at }) => ready.spec.series[at]?.indicator !== whole);
  const periods = [...new Set(rows.map(({ period }) => period))].sort();
  return [plain, { ...plain, periods }].find((choice) => answerChoice(choice, explore).ready?.id === id);
}

/** At most so many ways out; more is no help. */
const MOST_REMEDIES = 2;
const REMEDY_KINDS: readonly ChartKind[] = ['column', 'bar', 'multiples'];

/** What would do instead, each tried before it is offered: other periods, or another kind, which may want other periods too. */
function listRemedies(choice: Choice, explore: Explore): Remedy[] {
  const { indicators, kind } = choice;
  const isSound = (other: Choice): boolean => listRefusals(other, explore).length === 0;
  const ways = [
    { label: isMomentKind(kind) ? '画最近的一个时期' : '画大家都有的时期', choices: [{ indicators, kind }] },
    ...REMEDY_KINDS.filter((other) => other !== kind).map((other) => ({
      label: `改成${CHART_KIND_LABELS[other]}`,
      choices: [withKind(choice, other), { indicators, kind: other }],
    })),
  ];
  return ways
    .flatMap(({ label, choices }) => {
      const sound = choices.find(isSound);
      return sound ? [{ label, choice: sound }] : [];
    })
    .slice(0, MOST_REMEDIES);
}

/** Why one more indicator may not stand beside what is chosen, and what could be done; undefined where it may. */
export function answerAddition(
  choice: Choice,
  id: string,
  explore: Explore,
): Pick<Answer, 'refusals' | 'remedies'> | undefined {
  const refusal = findAdditionRefusal(choice, id, explore);
  if (refusal === undefined) return undefined;
  const both: Choice = { ...choice, indicators: [...choice.indicators, id] };
  const alone = (['column', 'multiples'] as const)
    .map((kind): Choice => ({ indicators: [id], kind }))
    .find((one) => listRefusals(one, explore).length === 0);
  return {
    refusals: [refusal.long],
    remedies: [
      ...listRemedies(both, explore),
      ...(alone ? [{ label: `只画「${titleOfOne(id, explore)}」`, choice: alone }] : []),
    ].slice(0, MOST_REMEDIES),
  };
}

/**
 * Why an indicator may not be added: short beside its name, and as a whole sentence. Undefined where it may.
 *
 * @param known what is wrong already, whatever is added
 */
export function findAdditionRefusal(
  choice: Choice,
  id: string,
  explore: Explore,
  known: readonly string[] = listRefusals(choice, explore),
): { short: string; long: string } | undefined {
  const added: Choice = { ...choice, indicators: [...choice.indicators, id] };
  const [refusal] = listRefusals(added, explore).filter((sentence) => !known.includes(sentence));
  if (refusal === undefined || choice.indicators.length === 0) return undefined;
  const difference = findDifference(choice, id, explore);
  if (!difference) return { short: UNRELATED[choice.kind] ?? refusal, long: refusal };
  const { name, values } = difference;
  return { short: `${name}是「${values[1]}」，图里的是「${values[0]}」`, long: refusal };
}

/** Beside each of a hundred names the whole sentence would be too much. */
const UNRELATED: Readonly<Partial<Record<ChartKind, string>>> = {
  ladder: '和图里的不在同一架梯子上',
  doughnut: '和图里的不是同一个整体的部分',
  'stacked-column': '和图里的不是同一个整体的部分',
};

function findDifference({ indicators: [first = ''], kind }: Choice, id: string, explore: Explore) {
  const series = [first, id].flatMap((indicator) => {
    const statistic = explore.context.statistics.get(indicator);
    return statistic ? [{ indicator, label: statistic.title, statistic, figures: [], path: [] }] : [];
  });
  const [own, other] = series;
  return own && other ? listDifferences(kind, own, other)[0] : undefined;
}

/** Whether all of the chosen indicators have a figure for a period, and if not who has none. */
export function findPeriodGap({ indicators, kind }: Choice, period: string, explore: Explore): string | undefined {
  const without = indicators.find((id) => !periodsOf(id, explore).includes(period));
  if (without === undefined || kind === 'multiples') return undefined;
  return `「${titleOfOne(without, explore)}」没有这个时期的数字`;
}
