import { findQuantities } from '../lib/quantity.ts';
import type { FieldPath } from '../reader/located.ts';
import { CHART_KIND_LABELS, type Chart, type ChartKind } from '../schemas/chart.ts';
import type { Ladder } from '../schemas/honour.ts';
import { MEASURE_LABELS, type SCOPES } from '../schemas/statistic.ts';
import type { ChartFinding } from './chart-context.ts';
import { findLevelRank } from './level-rank.ts';
import type { SelectedSeries, Selection } from './select-figures.ts';

/** Kinds on whose one axis lengths are compared. */
const AXIS_KINDS: readonly ChartKind[] = ['column', 'bar', 'line', 'stacked-column', 'doughnut'];
const SHARE_KINDS: readonly ChartKind[] = ['doughnut', 'stacked-column'];
const LINE_POINTS = 3;

/** Everything that may not be compared, or not be drawn in this way. `ladders` tell which indicator stands on which rung. */
export function findRefusals(chart: Chart, selection: Selection, ladders: readonly Ladder[]): ChartFinding[] {
  const { series, whole } = selection;
  const isAxis = AXIS_KINDS.includes(chart.kind);
  const compared =
    isAxis || chart.kind === 'ladder' ? [...series, ...(whole && !isPercent(series) ? [whole] : [])] : [];
  return [
    ...findWrittenFigures(chart),
    ...findRepeated(series),
    ...findUnusedFields(chart, series),
    ...findDifferences(chart.kind, compared),
    ...findPeriodGaps(chart.kind, series),
    ...(chart.kind === 'ladder' ? findOrderFaults(series, ladders) : []),
    ...(chart.kind === 'line' ? findShortLines(series) : []),
    ...(SHARE_KINDS.includes(chart.kind) ? findShareFaults(chart, series, whole) : []),
    ...findLoneFigure(chart.kind, series),
  ];
}

/** A chart's figures come from the statistics alone; one in a title or note could come to disagree with them. */
function findWrittenFigures({ title, note, subject, restLabel, wholeLabel, series }: Chart): ChartFinding[] {
  const texts: [FieldPath, string | undefined][] = [
    [['title'], title],
    [['note'], note],
    [['subject'], subject],
    [['restLabel'], restLabel],
    [['wholeLabel'], wholeLabel],
    ...series.map(({ label }, at): [FieldPath, string | undefined] => [['series', at, 'label'], label]),
  ];
  return texts.flatMap(([path, text]) =>
    findQuantities(text ?? '').map(({ text: quantity }) => ({
      code: 'JC501' as const,
      path,
      message: `图表的文字里写了数量「${quantity}」，数字改了它不会跟着改。`,
      hint: '删掉数量；标题句里的数字由本站按指标写出。',
    })),
  );
}

function findRepeated(series: readonly SelectedSeries[]): ChartFinding[] {
  return series
    .filter(({ indicator }, at) => series.findIndex((other) => other.indicator === indicator) < at)
    .map(({ indicator, path }) => ({
      code: 'JC712',
      path,
      message: `指标「${indicator}」在这张图里画了两次。`,
      hint: '删掉一个；要画几个时期，写在同一项的 periods 里。',
    }));
}

function findUnusedFields(chart: Chart, series: readonly SelectedSeries[]): ChartFinding[] {
  const findings: ChartFinding[] = [];
  const kind = CHART_KIND_LABELS[chart.kind];
  if (!SHARE_KINDS.includes(chart.kind)) {
    for (const field of ['whole', 'wholeLabel', 'restLabel'] as const) {
      if (chart[field] === undefined) continue;
      findings.push({
        code: 'JC711',
        path: [field],
        message: `${kind}没有整体，字段「${field}」用不上。`,
        hint: '删掉它，或者改用圆环图、堆叠柱形图。',
      });
    }
  }
  const { emphasis } = chart;
  if (emphasis !== undefined && !series.some(({ indicator }) => indicator === emphasis)) {
    const known = series.map(({ indicator }) => indicator).join('、');
    findings.push({
      code: 'JC711',
      path: ['emphasis'],
      message: `要强调的指标「${emphasis}」不在这张图里。`,
      hint: `可以写：${known}。`,
    });
  }
  return findings;
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

/** Rungs are written from the lowest up: by the levels of the indicators, and by the ladders of honours.json. */
function findOrderFaults(series: readonly SelectedSeries[], ladders: readonly Ladder[]): ChartFinding[] {
  const findings: ChartFinding[] = [];
  for (const [at, upper] of series.entries()) {
    const lower = series[at - 1];
    if (!lower) continue;
    const ranks = [findLevelRank(lower.statistic.level), findLevelRank(upper.statistic.level)] as const;
    const isLowerLevel = ranks[0] !== undefined && ranks[1] !== undefined && ranks[1] < ranks[0];
    const ladder = ladders.find(
      ({ rungs }) => rungOf(rungs, upper) !== -1 && rungOf(rungs, upper) < rungOf(rungs, lower),
    );
    if (!isLowerLevel && !ladder) continue;
    findings.push({
      code: 'JC708',
      path: upper.path,
      message: ladder
        ? `按 honours.json 里的「${ladder.title}」，「${upper.label}」在「${lower.label}」下面，这里写反了。`
        : `「${upper.label}」的级别是「${upper.statistic.level}」，不会比「${lower.label}」的「${lower.statistic.level}」高，这里写反了。`,
      hint: '阶梯图的 series 从最低一级写起，最高一级写在最后。',
    });
  }
  return findings;
}

function rungOf(rungs: Ladder['rungs'], { indicator }: SelectedSeries): number {
  return rungs.findIndex(({ statistics }) => statistics.includes(indicator));
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

const isPercent = (series: readonly SelectedSeries[]): boolean =>
  series.length > 0 && series.every(({ statistic }) => statistic.unit === '%');

/** Shares are of one whole, known exactly, and not more than it. Parts given in % are shares of the whole already. */
function findShareFaults(
  chart: Chart,
  series: readonly SelectedSeries[],
  whole: SelectedSeries | undefined,
): ChartFinding[] {
  const kind = CHART_KIND_LABELS[chart.kind];
  if (!whole) {
    if (chart.whole !== undefined) return [];
    return [
      {
        code: 'JC706',
        path: ['kind'],
        message: `${kind}画的是整体的份额，这里没有写整体是哪个指标。`,
        hint: '用 whole 写出整体的指标编号；这些数不是一个整体的各部分时，改用 bar。',
      },
    ];
  }
  const isShare = isPercent(series);
  const bounded = [...series, ...(isShare ? [] : [whole])].filter(({ figures }) =>
    figures.some(({ qualifier }) => qualifier !== 'exact'),
  );
  const findings: ChartFinding[] = bounded.map(({ label, figures, path }) => ({
    code: 'JC707',
    path,
    message: `「${label}」是「${figures.find(({ qualifier }) => qualifier !== 'exact')?.display ?? ''}」，不是确数，算不出份额。`,
    hint: `改用 bar，并排画出来；${kind}只画确数。`,
  }));
  if (findings.length > 0) return findings;
  for (const { period, value } of whole.figures) {
    const limit = isShare ? 100 : value;
    const sum = series.reduce(
      (total, { figures }) => total + (figures.find((figure) => figure.period === period)?.value ?? 0),
      0,
    );
    if (sum <= limit * (1 + 1e-9)) continue;
    findings.push({
      code: 'JC706',
      path: ['whole'],
      message: `${period} 的各部分加起来是 ${String(sum)}，比整体「${whole.label}」的 ${String(limit)} 还多，它们不是这个整体的份额。`,
      hint: '检查 whole 和 series；各部分有重合时，改用 bar。',
    });
  }
  return findings;
}

function findLoneFigure(kind: ChartKind, series: readonly SelectedSeries[]): ChartFinding[] {
  if (SHARE_KINDS.includes(kind) || kind === 'line') return [];
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
