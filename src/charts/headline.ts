import { copulaOf, formatFigure } from '../lib/figure-format.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import type { ChartKind } from '../schemas/chart-kinds.ts';
import type { Observation } from '../schemas/statistic.ts';
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

/** How many lone figures one sentence can hold. */
const MOST_FIGURES = 5;

/**
 * One sentence that states what the figures say, written from them alone: growth in absolute terms and per cent between exact
 * figures (「由2023年的52家增至2025年的70家，增加18家，增长34.6%」), and no difference where a figure is a bound
 * (「2023年为8000余人，2025年为9000余人」).
 */
export function buildHeadline(matter: HeadlineMatter): string {
  const text = {
    ladder: sayTogether,
    doughnut: sayShare,
    'stacked-column': sayParts,
    multiples: sayEach,
    line: sayCourse,
    column: sayFigures,
    bar: sayFigures,
  }[matter.kind](matter);
  return `${text}。`;
}

function sayFigures(matter: HeadlineMatter): string {
  return matter.series.every(({ figures }) => figures.length < 2) ? sayTogether(matter) : sayChanges(matter);
}

/** 2025年，青岛市中职学校51所，高职院校11所; what was added up until then: 截至2023年7月，青岛市全国技术能手138人. */
function sayTogether({ series, subject }: HeadlineMatter): string {
  const list = series.map((one) => `${one.label}${firstFigure(one)}`);
  return `${sayWhen(series)}，${withSubject(subject, list.join('，'))}`;
}

function sayChanges({ series, subject }: HeadlineMatter): string {
  const isSamePair =
    new Set(series.map(({ figures }) => `${figures[0]?.period ?? ''}/${figures.at(-1)?.period ?? ''}`)).size === 1;
  return withSubject(
    subject,
    series.map((one, at) => sayChange(one, { names: at === 0 || !isSamePair, growth: true })).join('；'),
  );
}

/** 全员创新企业由2023年的52家增至2025年的70家，增加18家，增长34.6%; after the first of a sentence without the years. */
function sayChange(series: SelectedSeries, { names, growth }: { names: boolean; growth: boolean }): string {
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
  const difference = `${describeDifference(change, growth)}${describeTurn(change, series)}`;
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

function describeDifference({ direction, size, growth }: FigureChange, withGrowth: boolean): string {
  if (direction === 'none') return '没有变化';
  const verbs = VERBS[direction];
  return `${verbs.by}${size}${withGrowth && growth !== undefined ? `，${verbs.rate}${growth}` : ''}`;
}

/** A line tells where it began and ended, and its height between. */
function sayCourse(matter: HeadlineMatter): string {
  const parts = matter.series.map((one) => {
    const course = sayChange(one, { names: true, growth: true });
    const highest = one.figures.reduce<Observation | undefined>(
      (top, figure) => (top === undefined || figure.value > top.value ? figure : top),
      undefined,
    );
    const lowest = one.figures.reduce<Observation | undefined>(
      (least, figure) => (least === undefined || figure.value < least.value ? figure : least),
      undefined,
    );
    const ends = [one.figures[0], one.figures.at(-1)];
    const extremes = [
      ...(highest && !ends.includes(highest) ? [sayExtreme('最高', highest, one)] : []),
      // Below zero the lowest point is as much news as the highest.
      ...(lowest && lowest.value < 0 && !ends.includes(lowest) ? [sayExtreme('最低', lowest, one)] : []),
    ];
    return extremes.length === 0 ? course : `${course}，其间${extremes.join('，')}`;
  });
  return withSubject(matter.subject, parts.join('；'));
}

/** 2021年最高，为185万人 */
function sayExtreme(word: '最高' | '最低', figure: Observation, series: SelectedSeries): string {
  const text = figureText(figure, series);
  return `${formatPartialDate(figure.period)}${word}，${copulaOf(text)}${text}`;
}

/** 2025年，青岛市技能人才172.3万人，其中高技能人才占35.74%。 */
function sayShare({ series, whole, subject }: HeadlineMatter): string {
  const list = series.map((one) => `${one.label}${shareVerb(one)}${firstFigure(one)}`);
  const head = whole ? `${whole.label}${firstFigure(whole)}，其中` : '';
  return `${sayWhen(series)}，${withSubject(subject, `${head}${list.join('，')}`)}`;
}

/** 高技能人才占35.74%, but 高技能人才占比为35.74%. */
function shareVerb({ label, statistic }: SelectedSeries): string {
  if (statistic.unit !== '%') return '';
  return /(?:占比|比例|比重)$/.test(label) ? '为' : '占';
}

/** 高技能人才由2023年的58.15万人增至2025年的61.6万人，增加…；同期技能人才总量由…增至…。 */
function sayParts({ series, whole, subject }: HeadlineMatter): string {
  const isMoment = series.every(({ figures }) => figures.length < 2);
  if (isMoment || !whole) return sayShare({ kind: 'doughnut', series, whole, subject, emphasis: undefined });
  const parts = series.map((one, at) => sayChange(one, { names: at === 0, growth: true }));
  return withSubject(subject, `${parts.join('；')}；同期${sayChange(whole, { names: false, growth: true })}`);
}

/** Small charts side by side: what grew first, then what did not, then what is known of one period only. */
function sayEach({ series, subject, emphasis }: HeadlineMatter): string {
  const ordered = [...series].sort((a, b) => Number(b.indicator === emphasis) - Number(a.indicator === emphasis));
  const several = ordered.filter(({ figures }) => figures.length > 1);
  const isSteady = (one: SelectedSeries): boolean => {
    const [from, to] = [one.figures[0], one.figures.at(-1)];
    return from !== undefined && to !== undefined && findChange(from, to, one.statistic.unit)?.direction === 'none';
  };
  const steady = several.filter(isSteady);
  const moving = several.filter((one) => !isSteady(one));
  const sentences = moving.map((one, at) =>
    sayChange(one, { names: at === 0 || !isSamePeriods(one, moving[0]), growth: false }),
  );
  if (steady.length > 0) sentences.push(`${steady.map((one) => `${one.label}${firstFigure(one)}`).join('、')}没有变化`);
  const lone = sayLone(ordered.filter(({ figures }) => figures.length === 1));
  if (sentences.length === 0) return withSubject(subject, lone, { afterPeriod: true });
  return withSubject(subject, [...sentences, ...(lone === '' ? [] : [lone])].join('；'));
}

function isSamePeriods(one: SelectedSeries, other: SelectedSeries | undefined): boolean {
  return (
    one.figures[0]?.period === other?.figures[0]?.period && one.figures.at(-1)?.period === other?.figures.at(-1)?.period
  );
}

/** 2023年，场次1287场，参加职工75万人；截至2025年，…; figures beyond the first few are named without their number. */
function sayLone(series: readonly SelectedSeries[]): string {
  const shown = series.slice(0, MOST_FIGURES);
  const others = series.slice(MOST_FIGURES);
  const periods = [...new Set(shown.map(({ figures }) => figures[0]?.period ?? ''))].sort();
  const sentences = periods
    .flatMap((period) => splitByTime(shown.filter(({ figures }) => figures[0]?.period === period)))
    .map((group) => `${sayWhen(group)}，${group.map((one) => `${one.label}${firstFigure(one)}`).join('，')}`);
  if (others.length > 0) sentences.push(`另有${others.map(({ label }) => label).join('、')}`);
  return sentences.join('；');
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
