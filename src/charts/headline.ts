import { emWidth } from '../lib/em-width.ts';
import { copulaOf, formatFigure } from '../lib/figure-format.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import type { ChartKind } from '../schemas/chart-kinds.ts';
import type { Observation } from '../schemas/statistic.ts';
import { INFERRED_MARK } from './inferred.ts';
import { type FigureChange, findChange, isRate } from './change.ts';
import type { SelectedSeries } from './select-figures.ts';

/** What a headline is written from. */
export interface HeadlineMatter {
  kind: ChartKind;
  /** Whom the sentence is about: 青岛市, or what the definition says. Empty for none. */
  subject: string;
  series: readonly SelectedSeries[];
  whole: SelectedSeries | undefined;
  /** The indicator to name first where there are more than one sentence can hold. */
  emphasis: string | undefined;
}

/** As long as a headline may be, in Han characters; digits count about half. */
export const LONGEST_HEADLINE = 34;

/**
 * One sentence that states what the figures say, written from them alone: what changed between exact figures
 * (「由2023年的52家增至2025年的70家，增加18家，增长34.6%」), and no difference where a figure is a bound
 * (「2023年为8000余人，2025年为9000余人」). It says as much as a headline holds; the rest is the table's.
 */
export function buildHeadline(matter: HeadlineMatter): string {
  const text = {
    ladder: sayLadder,
    doughnut: sayShare,
    'stacked-column': sayParts,
    multiples: sayEach,
    line: sayCourse,
    column: sayFigures,
    bar: sayFigures,
  }[matter.kind](matter);
  return `${text}。`;
}

/** How long a headline is, in Han characters. */
export function headlineLength(headline: string): number {
  return emWidth(headline.replaceAll(INFERRED_MARK, '').replace(/。$/, ''));
}

const STARTS_WITH_DATE = /^(?:截至)?\d{4}年/;

/** As many of the clauses, in their order, as a headline holds, the first always. */
function joinFitting([first = '', ...clauses]: readonly string[], mark: string): string {
  let sentence = first;
  for (const clause of clauses) {
    const longer = `${sentence}${STARTS_WITH_DATE.test(clause) ? '；' : mark}${clause}`;
    // What follows a clause may be of its date.
    if (headlineLength(longer) > LONGEST_HEADLINE) break;
    sentence = longer;
  }
  return sentence;
}

/** The first of several ways to say something that a headline holds, or the last. */
function firstFitting(ways: readonly (() => string)[]): string {
  const said = ways.map((way) => way());
  return said.find((sentence) => headlineLength(sentence) <= LONGEST_HEADLINE) ?? said.at(-1) ?? '';
}

/** The emphasised series first: where there is room for one, it is that. */
function emphasisFirst({ series, emphasis }: HeadlineMatter): SelectedSeries[] {
  return [...series].sort((a, b) => Number(b.indicator === emphasis) - Number(a.indicator === emphasis));
}

function sayFigures(matter: HeadlineMatter): string {
  return matter.series.every(({ figures }) => figures.length < 2) ? sayTogether(matter) : sayChanges(matter);
}

/** 2025年，青岛市中职学校51所，高职院校11所; what was added up until then: 截至2023年7月，青岛市全国技术能手138人. */
function sayTogether(matter: HeadlineMatter): string {
  const { series, subject } = matter;
  const ordered = matter.kind === 'ladder' ? series : emphasisFirst(matter);
  const list = ordered.map((one) => `${one.label}${firstFigure(one)}`);
  const when = `${sayWhen(series)}，`;
  return joinFitting([`${when}${withSubject(subject, list[0] ?? '')}`, ...list.slice(1)], '，');
}

/** The foot of a climb and its top say what it is. */
function sayLadder(matter: HeadlineMatter): string {
  const [first, last] = [matter.series[0], matter.series.at(-1)];
  const all = sayTogether(matter);
  if (!first || !last || last === first || all.includes(`${last.label}${firstFigure(last)}`)) return all;
  return sayTogether({ ...matter, series: [first, last] });
}

function sayChanges(matter: HeadlineMatter): string {
  const { subject } = matter;
  const series = emphasisFirst(matter);
  const pairOf = ({ figures }: SelectedSeries): string => `${figures[0]?.period ?? ''}/${figures.at(-1)?.period ?? ''}`;
  const clause = (one: SelectedSeries, isShort: boolean): string =>
    sayChange(one, { names: one === series[0] || pairOf(one) !== pairOf(series[0] ?? one), isShort });
  const [first] = series;
  if (!first) return '';
  const head = firstFitting([
    () => withSubject(subject, clause(first, false)),
    () => withSubject(subject, clause(first, true)),
    () => clause(first, true),
  ]);
  return joinFitting([head, ...series.slice(1).map((one) => clause(one, true))], '；');
}

/** 全员创新企业由2023年的52家增至2025年的70家，增加18家，增长34.6%; after the first of a sentence without the years. In short with the rate alone. */
function sayChange(series: SelectedSeries, { names, isShort }: { names: boolean; isShort: boolean }): string {
  const { label, figures, statistic } = series;
  const from = figures[0];
  const to = figures.at(-1);
  if (!from || !to || from === to) return `${label}${from ? formatPartialDate(from.period) : ''}${firstFigure(series)}`;
  const [before, after] = [figureText(from, series), figureText(to, series)];
  const [since, until] = [formatPartialDate(from.period), formatPartialDate(to.period)];
  const change = findChange(from, to, statistic.unit);
  if (!change)
    return before === after
      ? `${label}${since}和${until}都是${before}`
      : `${label}${since}${copulaOf(before)}${before}，${until}${copulaOf(after)}${after}`;
  if (change.direction === 'none') return names ? `${label}${since}和${until}都是${before}` : `${label}保持${before}`;
  const difference = `${describeDifference(change, isShort)}${describeTurn(change, series)}`;
  // A source that writes 「下降0.5%」 says it in a verb, which stands after no 「由」 and no 「至」.
  if ([before, after].some((figure) => copulaOf(figure) === ''))
    return `${label}${since}${copulaOf(before)}${before}，${until}${copulaOf(after)}${after}，${difference}`;
  const isBelowZero = from.value < 0 || to.value < 0;
  const verb = isBelowZero ? LEVEL_VERBS[change.direction] : VERBS[change.direction].to;
  const course = names ? `由${since}的${before}${verb}${until}的${after}` : `由${before}${verb}${after}`;
  return `${label}${course}，${difference}`;
}

const VERBS = {
  up: { to: '增至', by: '增加', rate: '增长' },
  down: { to: '减至', by: '减少', rate: '下降' },
} as const;
/** Of a figure below zero: it is a level that rises or falls. */
const LEVEL_VERBS = { up: '升至', down: '降至' } as const;

/** ，由负转正: what a difference alone does not say. Of a rate of growth it is the thing itself that turned: ，由降转升. */
function describeTurn({ turn }: FigureChange, { label, statistic }: SelectedSeries): string {
  if (turn === undefined) return '';
  const isGrowth = isRate(statistic.unit) && /增速|增长|增幅|涨幅|同比/.test(`${label}${statistic.title}`);
  if (isGrowth) return turn === 'to-positive' ? '，由降转升' : '，由升转降';
  return turn === 'to-positive' ? '，由负转正' : '，由正转负';
}

/** 增加18家，增长34.6%; in short the rate, where there is one. */
function describeDifference({ direction, size, growth }: FigureChange, isShort: boolean): string {
  if (direction === 'none') return '没有变化';
  const verbs = VERBS[direction];
  if (growth === undefined) return `${verbs.by}${size}`;
  return isShort ? `${verbs.rate}${growth}` : `${verbs.by}${size}，${verbs.rate}${growth}`;
}

/** A line tells where it began and ended, and its height between. */
function sayCourse(matter: HeadlineMatter): string {
  const [first] = emphasisFirst(matter);
  if (!first) return '';
  const extremes = listExtremes(first);
  return firstFitting(
    [false, true].map((isShort) => () => {
      const course = withSubject(matter.subject, sayChange(first, { names: true, isShort }));
      return extremes.length === 0 ? course : joinFitting([course, `其间${extremes.join('，')}`], '，');
    }),
  );
}

function listExtremes(one: SelectedSeries): string[] {
  const sorted = [...one.figures].sort((a, b) => b.value - a.value);
  const [highest, lowest] = [sorted[0], sorted.at(-1)];
  const ends = [one.figures[0], one.figures.at(-1)];
  return [
    ...(highest && !ends.includes(highest) ? [sayExtreme('最高', highest, one)] : []),
    // Below zero the lowest point is as much news as the highest.
    ...(lowest && lowest.value < 0 && !ends.includes(lowest) ? [sayExtreme('最低', lowest, one)] : []),
  ];
}

/** 2021年最高，为185万人 */
function sayExtreme(word: '最高' | '最低', figure: Observation, series: SelectedSeries): string {
  const text = figureText(figure, series);
  return `${formatPartialDate(figure.period)}${word}，${copulaOf(text)}${text}`;
}

/** 2025年，青岛市技能人才172.3万人，其中高技能人才占35.74%。 */
function sayShare(matter: HeadlineMatter): string {
  const { series, whole, subject } = matter;
  const list = emphasisFirst(matter).map((one) => `${one.label}${shareVerb(one)}${firstFigure(one)}`);
  const head = whole ? `${whole.label}${firstFigure(whole)}，其中` : '';
  const start = `${sayWhen(series)}，${withSubject(subject, `${head}${list[0] ?? ''}`)}`;
  return joinFitting([start, ...list.slice(1)], '，');
}

/** 高技能人才占35.74%, but 高技能人才占比为35.74%. */
function shareVerb({ label, statistic }: SelectedSeries): string {
  if (statistic.unit !== '%') return '';
  return /(?:占比|比例|比重)$/.test(label) ? '为' : '占';
}

/** What the parts did; the whole, where there is room: 同期技能人才由…增至…. */
function sayParts(matter: HeadlineMatter): string {
  const { series, whole } = matter;
  if (series.every(({ figures }) => figures.length < 2) || !whole) return sayShare(matter);
  return joinFitting([sayChanges(matter), `同期${sayChange(whole, { names: false, isShort: true })}`], '；');
}

/** Figures of different units: what grew first, then what did not, then what is known of one period only. */
function sayEach(matter: HeadlineMatter): string {
  const { subject } = matter;
  const ordered = emphasisFirst(matter);
  const several = ordered.filter(({ figures }) => figures.length > 1);
  const isSteady = (one: SelectedSeries): boolean => {
    const [from, to] = [one.figures[0], one.figures.at(-1)];
    return from !== undefined && to !== undefined && findChange(from, to, one.statistic.unit)?.direction === 'none';
  };
  const steady = several.filter(isSteady);
  const moving = several.filter((one) => !isSteady(one));
  const lone = sayLone(ordered.filter(({ figures }) => figures.length === 1));
  const [first] = moving;
  if (!first) {
    const sentences = [...steady.map((one) => `${one.label}${firstFigure(one)}没有变化`), ...lone];
    const [head = '', ...others] = sentences;
    const mark = steady.length > 0 ? '；' : '，';
    return joinFitting([withSubject(subject, head, { afterPeriod: true }), ...others], mark);
  }
  const clauses = moving.map((one, at) =>
    sayChange(one, { names: at === 0 || !isSamePeriods(one, first), isShort: true }),
  );
  return joinFitting([withSubject(subject, clauses[0] ?? ''), ...clauses.slice(1)], '；');
}

function isSamePeriods(one: SelectedSeries, other: SelectedSeries | undefined): boolean {
  return (
    one.figures[0]?.period === other?.figures[0]?.period && one.figures.at(-1)?.period === other?.figures.at(-1)?.period
  );
}

/** 2023年，场次1287场 · 参加职工75万人 · 截至2025年，…: a clause a figure, the first of each time with its date. */
function sayLone(series: readonly SelectedSeries[]): string[] {
  const periods = [...new Set(series.map(({ figures }) => figures[0]?.period ?? ''))];
  return periods
    .flatMap((period) => splitByTime(series.filter(({ figures }) => figures[0]?.period === period)))
    .flatMap((group) =>
      group.map((one, at) => `${at === 0 ? `${sayWhen(group)}，` : ''}${one.label}${firstFigure(one)}`),
    );
}

/** What came about within a period, and what had come together by its end, do not stand under one date. */
function splitByTime(series: readonly SelectedSeries[]): SelectedSeries[][] {
  if (!series.some(isCumulative)) return [[...series]];
  // 「每年」 and 「年均」 say themselves what they are of.
  const isWithin = ({ statistic, label }: SelectedSeries): boolean =>
    statistic.measure === 'flow' && !/每年|年均/.test(label);
  return [series.filter(isWithin), series.filter((one) => !isWithin(one))].filter(({ length }) => length > 0);
}

function isCumulative({ statistic }: SelectedSeries): boolean {
  return statistic.measure === 'cumulative';
}

/** 「2023年」 of figures of one period; 「截至2023年7月」 where one was added up until then, to the day the sources have in common. */
function sayWhen(series: readonly SelectedSeries[]): string {
  const figures = series.flatMap(({ figures: [figure] }) => figure ?? []);
  const period = figures[0]?.period ?? '';
  if (!series.some(isCumulative)) return formatPartialDate(period);
  const [stated = '', ...others] = new Set(figures.map(({ asOf }) => asOf));
  return `截至${formatPartialDate(others.length === 0 && stated.startsWith(period) ? stated : (period.split('/').at(-1) ?? period))}`;
}

function firstFigure(series: SelectedSeries): string {
  const [figure] = series.figures;
  return figure ? figureText(figure, series) : '';
}

function figureText({ display }: Observation, { statistic }: SelectedSeries): string {
  return formatFigure(display, statistic.unit);
}

/** Puts the subject in front, or after the sentence's 「2023年，」; not twice where the first words name it already. */
function withSubject(subject: string, sentence: string, { afterPeriod = false } = {}): string {
  const short = subject.replace(/[市省县区]$/, '');
  if (subject === '' || (short.length > 1 && sentence.slice(0, 30).includes(short))) return sentence;
  return afterPeriod
    ? sentence.replace(/^((?:截至)?\d[^，]*，)?/, (period) => `${period}${subject}`)
    : `${subject}${sentence}`;
}
