import type { Bound, ChartScale, ChartSpec } from '../schemas/chart-spec.ts';
import { groupRows, type Tone, toneOf } from './groups.ts';

/** One set of marks. `data` is Chart.js's own; the rest is for the page's script: colours by name, what each point reads out. */
export interface ChartJsDataset {
  label: string;
  data: (number | null)[];
  tones: Tone[];
  /** 5000余项: what a point says when it is pointed at or reached by key. */
  figures: string[];
  bounds: Bound[];
}

/** A Chart.js 4 configuration without functions. */
export interface ChartJsConfig {
  /** Name of a small chart; null where the figure holds one chart. */
  title: string | null;
  unit: string;
  type: 'bar' | 'line' | 'doughnut';
  data: { labels: string[]; datasets: ChartJsDataset[] };
  options: {
    indexAxis: 'x' | 'y';
    isStacked: boolean;
    /** From zero, with its tick labels in 万 and 亿; null for a doughnut. */
    scale: ChartScale | null;
  };
}

/**
 * What Chart.js draws of a chart: one configuration, one for each small chart, or none where it could draw nothing better than the
 * static picture (ladders, and figures that stand alone).
 */
export function toChartJs(spec: ChartSpec): ChartJsConfig[] {
  switch (spec.kind) {
    case 'ladder':
      return [];
    case 'multiples':
      return spec.series.flatMap((series, at) => {
        const { label, unit, scale } = series;
        if (!scale) return [];
        const own = {
          ...spec,
          series: [series],
          rows: spec.rows.filter(({ series }) => series === at).map((row) => ({ ...row, series: 0 })),
        };
        return [
          { ...toBars(own, 'x'), title: label, unit, options: { indexAxis: 'x' as const, isStacked: false, scale } },
        ];
      });
    case 'column':
      return [toBars(spec, 'x')];
    case 'bar':
      return [toBars(spec, 'y')];
    case 'line':
      return [toSeries(spec, 'line')];
    case 'stacked-column':
      return [toSeries(spec, 'bar')];
    case 'doughnut':
      return [toRing(spec)];
  }
}

/** Categories are the groups, a dataset is a period (or the one row of each group). */
function toBars(spec: ChartSpec, indexAxis: 'x' | 'y'): ChartJsConfig {
  const groups = groupRows(spec);
  const size = Math.max(...groups.map(({ rows }) => rows.length));
  const datasets = Array.from({ length: size }, (_, at) => {
    const rows = groups.map((group) => group.rows[at]);
    const [first] = rows;
    return {
      label: size === 1 ? spec.title : (first?.periodLabel ?? ''),
      data: rows.map((row) => row?.value ?? null),
      tones: rows.map((row) => (row ? toneOf(spec, row) : 'pale')),
      figures: rows.map((row) => row?.display ?? ''),
      bounds: rows.map((row) => row?.bound ?? 'exact'),
    };
  });
  return {
    title: null,
    unit: spec.unit ?? '',
    type: 'bar',
    data: { labels: groups.map(({ label }) => label), datasets },
    options: { indexAxis, isStacked: false, scale: spec.scale },
  };
}

/** Categories are the periods, a dataset is a series. */
function toSeries(spec: ChartSpec, type: 'bar' | 'line'): ChartJsConfig {
  const datasets = spec.series.flatMap(({ label, role }, at) => {
    if (role === 'whole') return [];
    const rows = spec.periods.map(({ id }) => spec.rows.find((row) => row.series === at && row.period === id));
    return [
      {
        label,
        data: rows.map((row) => row?.value ?? null),
        tones: rows.map((row) => (row ? toneOf(spec, row) : 'pale')),
        figures: rows.map((row) => row?.display ?? ''),
        bounds: rows.map((row) => row?.bound ?? 'exact'),
      },
    ];
  });
  return {
    title: null,
    unit: spec.unit ?? '',
    type,
    data: { labels: spec.periods.map(({ label }) => label), datasets },
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
      datasets: [
        {
          label: spec.title,
          data: rows.map(({ value }) => value),
          tones: rows.map((row) => toneOf(spec, row)),
          figures: rows.map(({ display }) => display),
          bounds: rows.map(({ bound }) => bound),
        },
      ],
    },
    options: { indexAxis: 'x', isStacked: false, scale: null },
  };
}
