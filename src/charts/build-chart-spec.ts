import { entryPath } from '../catalogue/paths.ts';
import { formatSource } from '../catalogue/source-citation.ts';
import { formatFigure } from '../lib/figure-format.ts';
import { formatExactNumber } from '../lib/number-format.ts';
import { formatAsOf, formatPartialDate } from '../lib/partial-date.ts';
import type { Chart } from '../schemas/chart.ts';
import type {
  Bound,
  ChartAnnotation,
  ChartColumn,
  ChartRow,
  ChartScale,
  ChartSpec,
  SpecSeries,
} from '../schemas/chart-spec.ts';
import type { Observation, Qualifier, Statistic } from '../schemas/statistic.ts';
import { buildAltText } from './alt-text.ts';
import { findChange } from './change.ts';
import type { ChartContext, ChartDefinition, ChartFinding } from './chart-context.ts';
import { findRefusals } from './comparability.ts';
import { buildHeadline } from './headline.ts';
import { markHeadline } from './inferred.ts';
import { buildReadingNotes } from './reading-notes.ts';
import { buildScale } from './scale.ts';
import { type SelectedSeries, type Selection, selectFigures } from './select-figures.ts';

export interface BuiltChart {
  /** Undefined when anything was refused, or an indicator is unknown. */
  spec: ChartSpec | undefined;
  findings: ChartFinding[];
}

/** The columns of a chart's table and CSV file. */
const CHART_COLUMNS = [
  { key: 'series', label: '指标', format: 'text' },
  { key: 'period', label: '时期', format: 'text' },
  { key: 'value', label: '数值', format: 'number' },
  { key: 'unit', label: '单位', format: 'text' },
  { key: 'display', label: '原文写法', format: 'figure' },
  { key: 'qualifier', label: '限定', format: 'qualifier' },
  { key: 'place', label: '范围', format: 'text' },
  { key: 'level', label: '级别', format: 'text' },
  { key: 'measure', label: '性质', format: 'text' },
  { key: 'asOf', label: '截至', format: 'date' },
  { key: 'source', label: '来源', format: 'text' },
  { key: 'locator', label: '出处位置', format: 'text' },
  { key: 'note', label: '说明', format: 'text' },
] as const satisfies readonly ChartColumn[];

const BOUND_OF = { exact: 'exact', over: 'lower', 'at-least': 'lower', about: 'around' } as const satisfies Record<
  Qualifier,
  Bound
>;

/** 「近30万」 comes from below, 「约30万」 from either side. */
function boundOf({ qualifier, display }: Pick<Observation, 'qualifier' | 'display'>): Bound {
  return qualifier === 'about' && display.includes('近') ? 'upper' : BOUND_OF[qualifier];
}

/** The figures a definition asks for, and why they may not be drawn in its way. */
export function judgeChart(chart: Chart, context: ChartContext): { selection: Selection; findings: ChartFinding[] } {
  const selection = selectFigures(chart, context);
  const isKnown = selection.isComplete && selection.findings.length === 0;
  const refusals = isKnown ? findRefusals(chart, selection, context.ladders) : [];
  return { selection, findings: [...selection.findings, ...refusals] };
}

/** Turns a definition into a chart as plain data, or says why that may not be drawn. Pure: same input, same spec. */
export function buildChartSpec({ id, data: chart }: ChartDefinition, context: ChartContext): BuiltChart {
  const { selection, findings } = judgeChart(chart, context);
  const theme = context.themes.get(chart.theme);
  if (!selection.isComplete || findings.length > 0 || !theme) return { spec: undefined, findings };

  const drawn = drawnSeries(chart, selection);
  const series = drawn.map((one) => toSpecSeries(one, chart, selection));
  const rows = drawn.flatMap((one, at) => one.figures.map((figure) => toRow(figure, at, one)));
  const subject = chart.subject ?? findSubject(selection.series);
  const base: Omit<ChartSpec, 'alt'> = {
    version: 1,
    id,
    title: chart.title,
    headline: markHeadline(
      chart.headline === undefined
        ? buildHeadline({
            kind: chart.kind,
            subject,
            series: selection.series,
            whole: selection.whole,
            emphasis: series.find(({ emphasised }) => emphasised)?.indicator,
          })
        : chart.headline.replace(/。?$/, '。'),
      rows,
    ),
    kind: chart.kind,
    unit: chart.kind === 'multiples' ? null : (drawn[0]?.statistic.unit ?? null),
    theme: { id: chart.theme, label: theme.label },
    periods: [...new Set(rows.map(({ period }) => period))]
      .sort()
      .map((period) => ({ id: period, label: formatPartialDate(period) })),
    series,
    columns: CHART_COLUMNS.map((column) => ({ ...column })),
    rows,
    scale: sharedScale(chart, series, rows),
    annotations: buildAnnotations(series, rows),
    note: chart.note ?? null,
    readingNotes: buildReadingNotes(chart.kind, rows, series),
    sources: collectSources(rows, context),
    asOf: latestAsOf(rows),
    licence: { name: context.site.licence.name, url: context.site.licence.url },
    publisher: context.site.publisher,
    siteTitle: context.site.title,
    path: entryPath('charts', id),
  };
  return { spec: { ...base, alt: buildAltText(base) }, findings };
}

interface DrawnSeries extends Omit<SelectedSeries, 'figures' | 'path'> {
  figures: (Observation & { derived?: true })[];
  role: SpecSeries['role'];
}

/** The series of a chart, with the whole and what is left of it where there is one. */
function drawnSeries(chart: Chart, { series, whole }: Selection): DrawnSeries[] {
  if (!whole) return series.map((one) => ({ ...one, role: 'value' }));
  const parts = series.map((one): DrawnSeries => ({ ...one, role: 'part' }));
  const rest = buildRest(chart, series, whole);
  const hasRest = rest.figures.some(({ value }) => value > 0);
  return [...parts, ...(hasRest ? [rest] : []), { ...whole, role: 'whole' }];
}

/** What the listed parts leave of the whole: worked out, so it says so in every table. */
function buildRest(chart: Chart, series: readonly SelectedSeries[], whole: SelectedSeries): DrawnSeries {
  const isShare = series.every(({ statistic }) => statistic.unit === '%');
  const model = isShare ? (series[0] ?? whole) : whole;
  const figures = whole.figures.map((total) => {
    const parts = series.flatMap((one) => one.figures.filter(({ period }) => period === total.period));
    const value = Number(parts.reduce((left, part) => left - part.value, isShare ? 100 : total.value).toPrecision(10));
    const origin = isShare ? (parts[0] ?? total) : total;
    const note = `由${isShare ? '100%' : whole.label}减去${series.map(({ label }) => label).join('、')}得出`;
    return { ...origin, value, display: formatExactNumber(value), note, derived: true as const };
  });
  return {
    indicator: whole.indicator,
    label: chart.restLabel ?? '其余',
    statistic: model.statistic,
    figures,
    role: 'rest',
  };
}

function toSpecSeries(one: DrawnSeries, chart: Chart, { series }: Selection): SpecSeries {
  const { statistic, figures } = one;
  return {
    indicator: one.indicator,
    label: one.label,
    role: one.role,
    emphasised: (one.role === 'value' || one.role === 'part') && isEmphasised(one.indicator, chart, series),
    unit: statistic.unit,
    scope: statistic.scope,
    place: statistic.place,
    level: statistic.level,
    measure: statistic.measure,
    definition: statistic.definition,
    definitionNote: statistic.definitionNote ?? null,
    scale: chart.kind === 'multiples' && figures.length > 1 ? buildScale(figures.map(({ value }) => value)) : null,
  };
}

/**
 * What stands in the seal's colour: what the definition names, or what the chart is about. Of what grew that is what grew most, of a
 * ladder its highest rung, of a whole its first part; a list of figures of one time has no such thing unless it is named.
 */
function isEmphasised(indicator: string, { kind, emphasis }: Chart, series: readonly SelectedSeries[]): boolean {
  if (emphasis !== undefined) return indicator === emphasis;
  if (kind === 'ladder') return indicator === series.at(-1)?.indicator;
  if (kind === 'doughnut' || kind === 'stacked-column') return indicator === series[0]?.indicator;
  const compared = series.filter(({ figures }) => figures.length > 1);
  return compared.length === 0 ? false : indicator === findMostGrown(compared)?.indicator;
}

/** Of one that is no exact figure nobody knows how much it grew: then only a lone one is emphasised. */
function findMostGrown(compared: readonly SelectedSeries[]): SelectedSeries | undefined {
  if (compared.length === 1) return compared[0];
  const growthOf = ({ figures }: SelectedSeries): number => {
    const [from, to] = [figures[0], figures.at(-1)];
    const isKnown = from?.qualifier === 'exact' && to?.qualifier === 'exact' && from.value > 0;
    return isKnown ? to.value / from.value : 0;
  };
  const sorted = [...compared].sort((a, b) => growthOf(b) - growthOf(a));
  const [first] = sorted;
  return first && growthOf(first) > 1 ? first : undefined;
}

function toRow(figure: Observation & { derived?: true }, series: number, { statistic }: DrawnSeries): ChartRow {
  return {
    series,
    period: figure.period,
    periodLabel: formatPartialDate(figure.period),
    value: figure.value,
    display: formatFigure(figure.display, statistic.unit),
    qualifier: figure.qualifier,
    bound: boundOf(figure),
    derived: figure.derived === true,
    asOf: figure.asOf,
    asOfInferred: figure.asOfInferred === true,
    source: figure.source,
    locator: figure.locator,
    note: figure.note ?? null,
  };
}

/** Where all figures are of one territory, it is what the headline speaks of; firms, studios and events name themselves. */
function findSubject(series: readonly SelectedSeries[]): string {
  const places = new Set(series.map(({ statistic }) => statistic.place));
  const [first] = series;
  const isTerritory =
    first !== undefined &&
    (['nation', 'province', 'city', 'county'] as Statistic['scope'][]).includes(first.statistic.scope);
  return isTerritory && places.size === 1 ? first.statistic.place : '';
}

function sharedScale({ kind }: Chart, series: readonly SpecSeries[], rows: readonly ChartRow[]): ChartScale | null {
  if (kind === 'multiples' || kind === 'ladder' || kind === 'doughnut') return null;
  const isStacked = kind === 'stacked-column';
  return buildScale(rows.filter((row) => !isStacked || series[row.series]?.role === 'whole').map(({ value }) => value));
}

/** The change of each series from its first period to its last. */
function buildAnnotations(series: readonly SpecSeries[], rows: readonly ChartRow[]): ChartAnnotation[] {
  return series.flatMap(({ unit, role }, at): ChartAnnotation[] => {
    const own = rows.flatMap((row, index) => (row.series === at ? [{ row, index }] : []));
    const [from, to] = [own[0], own.at(-1)];
    if (role === 'rest' || !from || !to || from === to) return [];
    const change = findChange(from.row, to.row, unit);
    if (!change) return [];
    const sign = { up: '+', down: '−', none: '' }[change.direction];
    const isSteady = change.direction === 'none';
    return [
      {
        kind: 'change',
        from: from.index,
        to: to.index,
        difference: isSteady ? '没有变化' : `${sign}${change.size}`,
        growth: isSteady || change.growth === undefined ? null : `${sign}${change.growth}`,
      },
    ];
  });
}

function collectSources(rows: readonly ChartRow[], { sources }: ChartContext): ChartSpec['sources'] {
  const collected = new Map<string, ChartSpec['sources'][number]>();
  for (const { source: id, locator } of rows) {
    const source = sources.get(id);
    if (!source) continue;
    const entry = collected.get(id) ?? { id, citation: formatSource(source), locators: [] };
    if (!entry.locators.includes(locator)) entry.locators.push(locator);
    collected.set(id, entry);
  }
  return [...collected.values()];
}

/** 2025年（推定）: when the latest of the figures was stated. */
function latestAsOf(rows: readonly ChartRow[]): string {
  const latest = rows.reduce<ChartRow | undefined>(
    (last, row) => (last === undefined || row.asOf > last.asOf ? row : last),
    undefined,
  );
  return latest ? formatAsOf(latest) : '';
}
