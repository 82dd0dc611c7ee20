import type { Bound, ChartRow, ChartScale, ChartSpec } from '../schemas/chart-spec.ts';
import { isFigureTable } from './figure-table.ts';
import { figureFoot } from './figure-foot.ts';
import { groupRows, type Tone, toneOf } from './groups.ts';
import { findBreaks, timeOfPeriod } from './period-time.ts';
import { markInferred, markPeriod } from './inferred.ts';
import { isTimeColumns, isTimePanel } from './time-columns.ts';
import { uncertainRange, type UncertainRange } from './uncertain-range.ts';

/** One set of marks. `data` is Chart.js's own; the rest is for the page's script: colours by name, what each point reads out. */
export interface ChartJsDataset {
  label: string;
  data: (number | null)[];
  tones: Tone[];
  /** 5000余项: what a point says when it is pointed at or reached by key. */
  figures: string[];
  bounds: Bound[];
  /** Where each number may lie; the same twice for an exact figure. */
  ranges: UncertainRange[];
  /** What changed since the first figure of its series: +18家, +34.6%; empty where there is nothing to state. */
  changes: string[][];
}

/** A whole whose parts are drawn: above a stack, within a ring. */
export interface ChartJsWhole {
  label: string;
  figure: string;
  period: string;
}

/** A Chart.js 4 configuration without functions. */
export interface ChartJsConfig {
  /** Name of a small chart; null where the figure holds one chart. */
  title: string | null;
  unit: string;
  /** `figure` is a small chart of one figure: it is written, not drawn. */
  type: 'bar' | 'line' | 'doughnut' | 'figure';
  data: { labels: string[]; datasets: ChartJsDataset[] };
  /** The whole of each stack, or of the ring. */
  wholes: ChartJsWhole[];
  /** Of a line, and of columns that are a long series: where each period lies in time, in years. */
  times: number[];
  /** Of periods side by side: after which of them some are missing. */
  breaks: number[];
  options: {
    indexAxis: 'x' | 'y';
    isStacked: boolean;
    /** Zero in it, with its tick labels in 万 and 亿; null for a doughnut. */
    scale: ChartScale | null;
  };
}

/**
 * What Chart.js draws of a chart: one configuration, one for each small chart, or none where it could draw nothing better than the
 * static picture (ladders, and tables of figures).
 */
export function toChartJs(spec: ChartSpec): ChartJsConfig[] {
  switch (spec.kind) {
    case 'ladder':
      return [];
    case 'multiples':
      return isFigureTable(spec) ? [] : spec.series.map((_, at) => toSmallChart(spec, at));
    case 'column':
      return [toBars(spec, 'x')];
    case 'bar':
      return [toBars(spec, 'y')];
    case 'line':
      return [{ ...toSeries(spec, 'line'), times: spec.periods.map(({ id }) => timeOfPeriod(id)), breaks: [] }];
    case 'stacked-column':
      return [{ ...toSeries(spec, 'bar'), wholes: findWholes(spec) }];
    case 'doughnut':
      return [toRing(spec)];
  }
}

/** One of the small charts by itself; a figure that stands alone among them is written as it is. */
function toSmallChart(spec: ChartSpec, at: number): ChartJsConfig {
  const series = spec.series[at];
  if (!series) throw new RangeError(`Chart «${spec.id}» has no series ${String(at)}.`);
  const indices = spec.rows.flatMap((row, index) => (row.series === at ? [index] : []));
  const own: ChartSpec = {
    ...spec,
    series: [series],
    rows: indices.flatMap((index) => spec.rows[index] ?? []).map((row) => ({ ...row, series: 0 })),
    annotations: spec.annotations
      .filter(({ to }) => indices.includes(to))
      .map((one) => ({ ...one, from: indices.indexOf(one.from), to: indices.indexOf(one.to) })),
  };
  const chart = { ...toBars(own, 'x'), title: series.label, unit: series.unit };
  const options = { ...chart.options, scale: series.scale };
  if (series.scale) return { ...chart, options };
  const labels = own.rows.map((row) => figureFoot(row, series));
  return { ...chart, type: 'figure', data: { ...chart.data, labels }, options };
}

function toDataset(spec: ChartSpec, label: string, rows: readonly (ChartRow | undefined)[]): ChartJsDataset {
  return {
    label,
    data: rows.map((row) => row?.value ?? null),
    tones: rows.map((row) => (row ? toneOf(spec, row) : 'pale')),
    figures: rows.map((row) => row?.display ?? ''),
    bounds: rows.map((row) => row?.bound ?? 'exact'),
    ranges: rows.map((row) => (row ? uncertainRange(row) : { from: 0, to: 0 })),
    changes: rows.map((row) => findChangeTexts(spec, row)),
  };
}

function findChangeTexts({ annotations, rows }: ChartSpec, row: ChartRow | undefined): string[] {
  const annotation = annotations.find(({ to }) => rows[to] === row);
  return annotation ? [annotation.difference, ...(annotation.growth === null ? [] : [annotation.growth])] : [];
}

function findWholes({ series, rows }: ChartSpec): ChartJsWhole[] {
  return rows
    .filter((row) => series[row.series]?.role === 'whole')
    .map((row) => ({ label: series[row.series]?.label ?? '', figure: row.display, period: markInferred(row) }));
}

/** Categories are the groups, a dataset is a period (or the one row of each group). */
function toBars(spec: ChartSpec, indexAxis: 'x' | 'y'): ChartJsConfig {
  const isInTime = isTimeColumns(spec) || (spec.kind === 'multiples' && isTimePanel(spec.rows.length));
  const groups = groupRows(spec);
  const size = Math.max(...groups.map(({ rows }) => rows.length));
  const datasets = Array.from({ length: size }, (_, at) => {
    const rows = groups.map((group) => group.rows[at]);
    return toDataset(spec, size === 1 ? spec.title : rows[0] ? markInferred(rows[0]) : '', rows);
  });
  return {
    title: null,
    unit: spec.unit ?? '',
    type: 'bar',
    data: { labels: groups.map(({ label }) => label), datasets },
    wholes: [],
    times: isInTime ? spec.rows.map(({ period }) => timeOfPeriod(period)) : [],
    breaks:
      isInTime || spec.periods.length === 1
        ? []
        : findBreaks(
            (groups[0]?.rows.length ?? 0) > 1
              ? (groups[0]?.rows ?? []).map(({ period }) => period)
              : spec.rows.map(({ period }) => period),
          ),
    options: { indexAxis, isStacked: false, scale: spec.scale },
  };
}

/** Categories are the periods, a dataset is a series. */
function toSeries(spec: ChartSpec, type: 'bar' | 'line'): ChartJsConfig {
  const datasets = spec.series.flatMap(({ label, role }, at) => {
    if (role === 'whole') return [];
    const rows = spec.periods.map(({ id }) => spec.rows.find((row) => row.series === at && row.period === id));
    return [toDataset(spec, label, rows)];
  });
  return {
    title: null,
    unit: spec.unit ?? '',
    type,
    data: { labels: spec.periods.map((period) => markPeriod(period, spec.rows)), datasets },
    wholes: [],
    times: [],
    breaks: findBreaks(spec.periods.map(({ id }) => id)),
    options: { indexAxis: 'x', isStacked: type === 'bar', scale: spec.scale },
  };
}

function toRing(spec: ChartSpec): ChartJsConfig {
  const rows = spec.rows.filter(({ series }) => spec.series[series]?.role !== 'whole');
  return {
    title: null,
    unit: spec.unit ?? '',
    type: 'doughnut',
    data: {
      labels: rows.map(({ series }) => spec.series[series]?.label ?? ''),
      datasets: [toDataset(spec, spec.title, rows)],
    },
    wholes: findWholes(spec),
    times: [],
    breaks: [],
    options: { indexAxis: 'x', isStacked: false, scale: null },
  };
}
