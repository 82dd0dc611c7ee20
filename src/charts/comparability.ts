import type { Chart } from '../schemas/chart.ts';
import { CHART_KIND_LABELS, type ChartKind } from '../schemas/chart-kinds.ts';
import type { SCOPES } from '../schemas/statistic.ts';
import { MEASURE_LABELS } from '../schemas/statistic-words.ts';
import type { ChartFinding, ChartLadder } from './chart-context.ts';
import { findDefinitionFaults } from './definition-faults.ts';
import { findOrderFaults } from './ladder-order.ts';
import type { SelectedSeries, Selection } from './select-figures.ts';
import { findShareFaults, isPercent, isShareKind } from './shares.ts';

/** Kinds on whose one axis lengths are compared. */
const AXIS_KINDS: readonly ChartKind[] = ['column', 'bar', 'line', 'stacked-column', 'doughnut'];
const LINE_POINTS = 3;

/** Everything that may not be compared, or not be drawn in this way. `ladders` tell which indicator stands on which rung. */
export function findRefusals(chart: Chart, selection: Selection, ladders: readonly ChartLadder[]): ChartFinding[] {
  const { series, whole } = selection;
  const isAxis = AXIS_KINDS.includes(chart.kind);
  const compared =
    isAxis || chart.kind === 'ladder' ? [...series, ...(whole && !isPercent(series) ? [whole] : [])] : [];
  return [
    ...findDefinitionFaults(chart, series),
    ...findDifferences(chart.kind, compared),
    ...findPeriodGaps(chart.kind, series),
    ...findBelowZero(chart.kind, [...series, ...(whole ? [whole] : [])]),
    ...(chart.kind === 'ladder' ? findOrderFaults(series, ladders) : []),
    ...(chart.kind === 'line' ? findShortLines(series) : []),
    ...(isShareKind(chart.kind) ? findShareFaults(chart, series, whole) : []),
    ...findLoneFigure(chart.kind, series),
  ];
}

type Scope = (typeof SCOPES)[number];

interface Aspect {
  code: 'JC701' | 'JC702' | 'JC703' | 'JC704';
  name: string;
  why: string;
  kinds: readonly ChartKind[];
  valueOf: (series: SelectedSeries) => string;
}

const ASPECTS: readonly Aspect[] = [
  {
    code: 'JC701',
    name: '单位',
    why: '不同单位的数不能用同一把尺子量',
    kinds: [...AXIS_KINDS, 'ladder'],
    valueOf: ({ statistic }) => statistic.unit,
  },
  {
    code: 'JC702',
    name: '范围',
    why: '范围不同的数不能相比',
    kinds: [...AXIS_KINDS, 'ladder'],
    valueOf: ({ statistic: { scope, place } }) => SCOPE_LABELS[scope] ?? place,
  },
  {
    code: 'JC703',
    name: '级别',
    why: '级别不同，数的不是一样的东西',
    kinds: AXIS_KINDS,
    valueOf: ({ statistic }) => statistic.level,
  },
  {
    code: 'JC704',
    name: '性质',
    why: '某一时刻的数、一段时期的数和历年累计的数不能相比',
    kinds: [...AXIS_KINDS, 'ladder'],
    valueOf: ({ statistic }) => MEASURE_LABELS[statistic.measure],
  },
];

/** One territory beside another is a comparison; one firm's count beside another's is not: each counts in its own way. */
const SCOPE_LABELS: Readonly<Partial<Record<Scope, string>>> = {
  nation: '全国',
  province: '全省',
  city: '全市',
  county: '区县',
};

function findDifferences(kind: ChartKind, series: readonly SelectedSeries[]): ChartFinding[] {
  const [first, ...others] = series;
  if (!first) return [];
  return ASPECTS.filter(({ kinds }) => kinds.includes(kind)).flatMap(({ code, name, why, valueOf }) =>
    others
      .filter((other) => valueOf(other) !== valueOf(first))
      .map((other) => ({
        code,
        path: other.path,
        message: `「${first.label}」的${name}是「${valueOf(first)}」，「${other.label}」的是「${valueOf(other)}」：${why}。`,
        hint: '把它们分成两张图，或者把 kind 改成 multiples，各用各的刻度。',
      })),
  );
}

/** In what two indicators differ that may not stand in one chart of a kind. */
export interface Difference extends Pick<Aspect, 'name' | 'why'> {
  /** What it is of the first, and of the other one. */
  values: readonly [string, string];
}

/** The same of two indicators alone, as facts: whoever lists many of them words it shorter. */
export function listDifferences(kind: ChartKind, first: SelectedSeries, other: SelectedSeries): Difference[] {
  return ASPECTS.filter(({ kinds }) => kinds.includes(kind))
    .map(({ name, why, valueOf }) => ({ name, why, values: [valueOf(first), valueOf(other)] as const }))
    .filter(({ values: [own, others] }) => own !== others);
}

function periodsOf({ figures }: SelectedSeries): string {
  return figures.map(({ period }) => period).join('、');
}

/** Beside each other stand only figures of the same periods; ladders and doughnuts show one moment. */
function findPeriodGaps(kind: ChartKind, series: readonly SelectedSeries[]): ChartFinding[] {
  const [first, ...others] = series;
  if (!first || kind === 'multiples' || series.some(({ figures }) => figures.length === 0)) return [];
  const isMoment = kind === 'ladder' || kind === 'doughnut';
  if (isMoment && first.figures.length > 1) {
    return [
      {
        code: 'JC705',
        path: first.path,
        message: `${CHART_KIND_LABELS[kind]}只画一个时期，「${first.label}」有几个时期的数字：${periodsOf(first)}。`,
        hint: `选一个，例如在 series 前面写 "periods": ["${first.figures.at(-1)?.period ?? ''}"]。`,
      },
    ];
  }
  return others
    .filter((other) => periodsOf(other) !== periodsOf(first))
    .map((other) => ({
      code: 'JC705',
      path: other.path,
      message: `「${first.label}」画的时期是 ${periodsOf(first)}，「${other.label}」的是 ${periodsOf(other)}，不能并排相比。`,
      hint: '用 periods 选大家都有的时期，或者把 kind 改成 multiples。',
    }));
}

/** Parts of a whole and squares have no place below nothing. */
function findBelowZero(kind: ChartKind, series: readonly SelectedSeries[]): ChartFinding[] {
  if (!isShareKind(kind) && kind !== 'ladder') return [];
  return series.flatMap(({ label, figures, path }) => {
    const figure = figures.find(({ value }) => value < 0);
    if (!figure) return [];
    return [
      {
        code: 'JC713' as const,
        path,
        message: `「${label}」${figure.period} 是 ${figure.display}，小于零，${CHART_KIND_LABELS[kind]}画不出来。`,
        hint: '把 kind 改成 column、bar 或 line，负数画在零线的另一边。',
      },
    ];
  });
}

function findShortLines(series: readonly SelectedSeries[]): ChartFinding[] {
  return series
    .filter(({ figures }) => figures.length > 0 && figures.length < LINE_POINTS)
    .map(({ label, figures, path }) => ({
      code: 'JC709',
      path,
      message: `「${label}」只有 ${String(figures.length)} 个时期的数字，连成线会让人以为看到了走势。`,
      hint: '把 kind 改成 column，画成分开的柱；折线至少要三个时期。',
    }));
}

function findLoneFigure(kind: ChartKind, series: readonly SelectedSeries[]): ChartFinding[] {
  if (isShareKind(kind) || kind === 'line') return [];
  const [first, ...others] = series.flatMap(({ label, path, figures }) =>
    figures.map(({ period }) => ({ label, path, period })),
  );
  if (!first || others.length > 0) return [];
  return [
    {
      code: 'JC710',
      path: first.path,
      message: `图里只有「${first.label}」在 ${first.period} 的一个数，没有可比的，也说不出增减。`,
      hint: '等有了另一个时期的数字再画，或者加上可以相比的指标；一个数用 <Stat> 写在文字里就够了。',
    },
  ];
}
