import type { ChartConfiguration, Scale } from 'chart.js';
import type { ChartJsConfig, ChartJsDataset } from '../../charts/chart-js.ts';
import { findNamed } from '../../charts/marks/point-labels.ts';
import { findLongSteps } from '../../charts/period-time.ts';
import { figureLabels } from './figure-labels.ts';
import { breakWords, measureFigure, measureWords, TEXT_PX } from './figure-text.ts';
import { type Paints, tonePaint } from './paints.ts';
import { NAME_GAP, NAME_ROOM, wordsBehind } from './plan-labels.ts';
import { ringPadding } from './ring-labels.ts';
import { STACK_TOP_PX } from './stack-labels.ts';

/** What the chart is fitted into. */
export interface Room {
  widthPx: number;
  ctx: CanvasRenderingContext2D;
  paints: Paints;
}

/** Left of the columns stand the ticks' labels. */
const AXIS_PX = 56;
/** A year is not broken: 2023年. */
const LEAST_CHARACTERS = 5;
/** Of the height, what stands below columns that hang from zero. */
const BELOW_SHARE = 0.22;
/** Of the span of a line, what keeps its first point off the numbers of the axis. */
const LINE_EDGE = 0.03;
/** Closer points are a string of beads. */
const LEAST_PITCH_PX = 14;
/** Names beside bars take no more of the width. */
const MOST_NAME_SHARE = 0.34;

/** Columns whose figures have no room beside each other are drawn as bars, as in the static drawing. */
export function fitConfig(config: ChartJsConfig, { widthPx, ctx, paints }: Room): ChartJsConfig {
  const { data, options, type, title } = config;
  if (type !== 'bar' || options.isStacked || options.indexAxis === 'y' || title !== null || config.times.length > 0)
    return config;
  const pitch =
    (widthPx - AXIS_PX) / data.labels.length / (data.datasets.length + (data.datasets.length > 1 ? 0.5 : 0));
  const widest = Math.max(...allFigures(config).map((figure) => measureFigure(ctx, figure, paints)));
  return widest + 10 <= pitch ? config : { ...config, options: { ...options, indexAxis: 'y' } };
}

function allFigures({ data: { datasets } }: ChartJsConfig): string[] {
  return datasets.flatMap(({ figures }) => figures);
}

/** What Chart.js is given: the spec's figures, the page's colours and faces, and room for what is written beside the marks. */
export function toConfiguration(config: ChartJsConfig, room: Room): ChartConfiguration {
  const { type, data, options } = config;
  if (type === 'figure') throw new TypeError('A figure that stands alone is written, not drawn.');
  const { paints } = room;
  const isRing = type === 'doughnut';
  const isLine = type === 'line';
  const isInTime = config.times.length > 0;
  return {
    type,
    data: {
      ...(isInTime ? {} : { labels: labelsOf(config, room) }),
      datasets: data.datasets.map((dataset) => {
        const colours = dataset.tones.map((tone) => tonePaint(tone, paints));
        return {
          label: dataset.label,
          data: isInTime
            ? dataset.data.flatMap((y, at) => (y === null ? [] : [{ x: config.times[at] ?? at, y }]))
            : dataset.data,
          backgroundColor: colours,
          borderColor: isRing ? paints.sheet : (colours[0] ?? paints.ink),
          borderWidth: isRing || isLine ? 2 : 0,
          // An open point for a figure that is no exact one.
          pointBackgroundColor: dataset.bounds.map((bound, at) =>
            bound === 'exact' ? (colours[at] ?? paints.ink) : paints.sheet,
          ),
          // A point or its ring at the edge is drawn whole.
          clip: false,
          pointRadius: pointRadiusOf(config, dataset, room),
          pointHoverRadius: 7,
          pointHitRadius: 6,
          hoverBackgroundColor: colours,
          maxBarThickness: options.isStacked ? 150 : config.title === null ? 80 : 46,
          ...(isInTime && !isLine ? { barThickness: columnsOf(config, room.widthPx).thickness } : {}),
          ...(options.isStacked ? { categoryPercentage: 0.9, barPercentage: 0.95 } : {}),
          // Leaves room for the change beside the columns of a group.
          ...(data.datasets.length > 1 && !options.isStacked && options.indexAxis === 'x'
            ? { categoryPercentage: 0.55 }
            : {}),
        };
      }),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: options.indexAxis,
      layout: { padding: isRing ? ringPadding(room.widthPx) : paddingOf(config, room) },
      // Of bars that lie, the one at the pointer's height, however far away its tip is.
      interaction: {
        mode: 'nearest',
        intersect: isRing,
        ...(options.indexAxis === 'y' && !options.isStacked ? { axis: 'y' } : {}),
      },
      ...(isRing ? { cutout: '62%' } : { scales: scalesOf(config, room) }),
      plugins: { tooltip: tooltipOf(config, paints) },
    },
    plugins: [figureLabels(config, paints)],
  } as ChartConfiguration;
}

function labelsOf({ data: { labels }, options, title }: ChartJsConfig, { widthPx, ctx, paints }: Room): string[][] {
  const room =
    options.indexAxis === 'y' ? widthPx * MOST_NAME_SHARE : (widthPx - (title === null ? AXIS_PX : 0)) / labels.length;
  const widest = Math.max(...labels.map((label) => measureWords(ctx, label, paints, TEXT_PX.label)));
  // Years of a small chart that have no room beside each other: those of its ends.
  if (title !== null && widest + 6 > room)
    return labels.map((label, at) => (at === 0 || at === labels.length - 1 ? [label] : ['']));
  return labels.map((label) => breakWords(label, Math.max(LEAST_CHARACTERS, Math.floor(room / TEXT_PX.label))));
}

/** Chart.js gives an axis no more than half of what is left, and would cut its names off. */
function keepWidthOf(labels: readonly string[][], { ctx, paints }: Room): (axis: Scale) => void {
  const widest = Math.max(...labels.flat().map((line) => measureWords(ctx, line, paints, TEXT_PX.label)));
  return (axis) => {
    axis.width = Math.max(axis.width, widest + NAME_GAP + 4);
  };
}

/** Room for what stands beyond the marks: figures, uncertain ends, the unit, the names of wholes. */
function paddingOf(
  config: ChartJsConfig,
  { widthPx, ctx, paints }: Room,
): Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>> {
  const { data, options } = config;
  if (options.indexAxis === 'y') {
    const behind = data.datasets.flatMap(({ figures }, at) =>
      figures.map((figure, index) => {
        const words = wordsBehind(config, { at, index }, widthPx);
        const room = words === '' ? 0 : NAME_GAP + measureWords(ctx, words, paints, TEXT_PX.small);
        return measureFigure(ctx, figure, paints) + room;
      }),
    );
    return { left: 6, right: Math.max(...behind) + 12, top: 4, bottom: 0 };
  }
  if (config.times.length > 0) return { left: 8, right: 8, top: TEXT_PX.small + 38, bottom: 0 };
  const top = options.isStacked ? STACK_TOP_PX : TEXT_PX.figure + 10;
  return { left: 0, right: 0, top, bottom: 0 };
}

function scalesOf(config: ChartJsConfig, room: Room): Record<string, unknown> {
  const { paints } = room;
  const { type, data, options, times, title } = config;
  const isAcross = options.indexAxis === 'y';
  const ticks = options.scale?.ticks ?? [];
  const sums = data.labels.map((_, at) => data.datasets.reduce((sum, { data: own }) => sum + (own[at] ?? 0), 0));
  const tips = data.datasets.flatMap(({ ranges }) => ranges.map(({ to }) => to));
  const largest = Math.max(...(options.isStacked ? sums : tips));
  // Where every mark bears its figure there is no axis, and the longest fills the room.
  const isLabelled = title !== null || times.length === 0;
  const least = Math.min(0, ...tips);
  const max = isLabelled ? Math.max(0, largest) : (options.scale?.max ?? largest);
  // Figures below zero stand below their columns.
  const lowest = isLabelled ? least : (options.scale?.min ?? least);
  const min = least < 0 && !isAcross ? lowest - (max - lowest) * BELOW_SHARE : lowest;
  const labelStyle = { family: paints.textFont, size: TEXT_PX.small };
  const valueAxis = {
    min,
    max,
    stacked: options.isStacked,
    display: !isLabelled,
    position: 'left',
    border: { display: false },
    grid: {
      // Where figures lie below zero, its line is the one they are measured from.
      color: ({ tick }: { tick: { value: number } }) => (min < 0 && tick.value === 0 ? paints.ink : paints.rule),
      tickLength: 0,
    },
    afterBuildTicks: (axis: Scale) => {
      axis.ticks = ticks.filter(({ value }) => value <= max && value >= min).map(({ value }) => ({ value }));
    },
    ticks: {
      maxRotation: 0,
      autoSkip: false,
      color: paints.inkSoft,
      font: labelStyle,
      callback: (value: string | number): string => ticks.find((tick) => tick.value === value)?.label ?? '',
    },
  };
  const nameAxis = {
    stacked: options.isStacked,
    border: { color: paints.ink },
    grid: { display: false },
    ticks: {
      color: paints.ink,
      padding: data.datasets.length > 1 && !options.isStacked && !isAcross ? NAME_ROOM : 6,
      autoSkip: false,
      maxRotation: 0,
      font: { family: paints.textFont, size: TEXT_PX.label },
    },
    ...(isAcross ? { afterFit: keepWidthOf(labelsOf(config, room), room) } : {}),
  };
  // Time runs to scale; columns need half their step at both ends.
  const span = Math.max(...times) - Math.min(...times);
  const edge = type === 'line' ? span * LINE_EDGE : columnsOf(config, room.widthPx).step / 2;
  const named = namedTimes(config, room);
  const timeAxis = {
    type: 'linear',
    min: Math.min(...times) - edge,
    max: Math.max(...times) + edge,
    border: { color: paints.ink },
    grid: { display: false },
    afterBuildTicks: (axis: Scale) => {
      axis.ticks = times.map((value) => ({ value }));
    },
    ticks: {
      maxRotation: 0,
      autoSkip: false,
      color: paints.inkSoft,
      font: labelStyle,
      callback: (value: string | number): string => named.get(Number(value)) ?? '',
    },
  };
  if (times.length > 0) return { x: timeAxis, y: valueAxis };
  return isAcross ? { x: valueAxis, y: nameAxis } : { x: nameAxis, y: valueAxis };
}

/** The width of the plot, about: what its axis and edges leave. */
function plotWidth({ title }: ChartJsConfig, widthPx: number): number {
  return widthPx - (title === null ? AXIS_PX : 0) - 16;
}

/** The shortest step between two periods in years, and how thick columns in time are. */
function columnsOf(config: ChartJsConfig, widthPx: number): { step: number; thickness: number } {
  const { times } = config;
  const step = Math.min(1, ...times.slice(1).map((time, at) => time - (times[at] ?? time)));
  const years = Math.max(...times) - Math.min(...times) + step;
  return { step, thickness: Math.max(1.5, ((plotWidth(config, widthPx) * step) / years) * 0.72) };
}

/** Points that lie close together are not drawn, but for those at the ends, beside missing years, and of figures that are not exact. */
function pointRadiusOf(config: ChartJsConfig, { data, bounds }: ChartJsDataset, { widthPx }: Room): number[] {
  const known = data.flatMap((value, at) => (value === null ? [] : [at]));
  const isApart = plotWidth(config, widthPx) / Math.max(1, known.length - 1) >= LEAST_PITCH_PX;
  const gaps = findLongSteps(known.map((at) => config.times[at] ?? at));
  const marked = new Set([0, known.length - 1, ...gaps.flatMap((at) => [at, at + 1])]);
  return known.map((at, order) => (isApart || marked.has(order) || bounds[at] !== 'exact' ? 5 : 0));
}

/** Names of periods that have room beside each other, by their time. */
function namedTimes(config: ChartJsConfig, { widthPx, ctx, paints }: Room): ReadonlyMap<number, string> {
  const { times, data } = config;
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const widths = data.labels.map((label) => measureWords(ctx, label, paints, TEXT_PX.small));
  // The names at both ends reach beyond the plot, which makes room for them.
  const overhang = ((widths[0] ?? 0) + (widths.at(-1) ?? 0)) / 2;
  const perYear = (plotWidth(config, widthPx) - overhang) / (last - first || 1);
  const points = times.map((time, at) => ({ x: (time - first) * perYear, width: widths[at] ?? 0 }));
  const named = findNamed(points, { gap: 10 });
  return new Map(times.flatMap((time, at) => (named.has(at) ? [[time, data.labels[at] ?? '']] : [])));
}

function tooltipOf({ data }: ChartJsConfig, paints: Paints): Record<string, unknown> {
  return {
    displayColors: false,
    cornerRadius: 0,
    caretSize: 6,
    padding: 10,
    backgroundColor: paints.ink,
    titleColor: paints.sheet,
    bodyColor: paints.sheet,
    titleFont: { family: paints.textFont, size: TEXT_PX.label, weight: 'normal' },
    bodyFont: { family: paints.textFont, size: 16 },
    callbacks: {
      title: (items: { dataIndex: number }[]): string => data.labels[items[0]?.dataIndex ?? 0] ?? '',
      label: ({ datasetIndex, dataIndex }: { datasetIndex: number; dataIndex: number }): string[] => {
        const dataset = data.datasets[datasetIndex];
        const figure = dataset?.figures[dataIndex] ?? '';
        return [
          data.datasets.length > 1 ? `${dataset?.label ?? ''}　${figure}` : figure,
          ...(dataset?.changes[dataIndex] ?? []),
        ];
      },
    },
  };
}
