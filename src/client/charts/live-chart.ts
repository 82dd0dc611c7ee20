import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  DoughnutController,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { ChartJsConfig } from '../../charts/chart-js.ts';
import { figureLabels, NAME_ROOM } from './figure-labels.ts';
import { type Paints, readPaints, tonePaint } from './paints.ts';
import { readOutByKey } from './read-out.ts';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

/** An axis label is broken after so many characters. */
const LABEL_LENGTH = 7;

/** Of charts drawn in parts, each part is at least so high. */
const PART_HEIGHT_PX = 180;

/** Draws a figure's charts on canvases in place of its static drawing, which comes back for printing. */
export function drawLive(figure: HTMLElement, configs: readonly ChartJsConfig[]): void {
  const drawings = figure.querySelectorAll<HTMLElement>('.chart-drawing');
  const live = document.createElement('div');
  live.className = 'chart-live';
  // The text below must not move: the new drawing takes the room of the old one.
  const heightPx = Math.max(...[...drawings].map((drawing) => drawing.getBoundingClientRect().height));
  live.style.minHeight = `${String(heightPx)}px`;
  if (configs.length > 1) shareRoom(live, { parts: configs.length, heightPx });
  drawings[0]?.before(live);
  const charts = configs.map((config) =>
    drawOne(live, config, { figure, heightPx: configs.length === 1 ? heightPx : undefined }),
  );
  const showStatic = (isStatic: boolean): void => {
    live.hidden = isStatic;
    for (const drawing of drawings) drawing.hidden = !isStatic;
  };
  showStatic(false);
  addEventListener('beforeprint', () => {
    showStatic(true);
  });
  addEventListener('afterprint', () => {
    showStatic(false);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    charts.forEach((chart) => {
      chart.destroy();
    });
    showStatic(true);
    live.remove();
    drawLive(figure, configs);
  });
  figure.dataset['chartLive'] = 'true';
}

/** Lays parts out in as many lines as the room holds. */
function shareRoom(live: HTMLElement, { parts, heightPx }: { parts: number; heightPx: number }): void {
  const lines = Math.max(1, Math.floor(heightPx / PART_HEIGHT_PX));
  live.style.height = `${String(heightPx)}px`;
  live.style.gridTemplateColumns = `repeat(${String(Math.ceil(parts / lines))}, minmax(0, 1fr))`;
}

function drawOne(
  parent: HTMLElement,
  config: ChartJsConfig,
  { figure, heightPx }: { figure: HTMLElement; heightPx: number | undefined },
): Chart {
  const paints = readPaints();
  const block = document.createElement('div');
  block.className = `chart-canvas chart-canvas-${config.type}`;
  if (config.title !== null) {
    const title = document.createElement('p');
    title.className = 'chart-part';
    title.textContent = config.title;
    block.append(title);
  }
  const frame = document.createElement('div');
  frame.className = 'chart-frame';
  if (heightPx !== undefined) frame.style.height = `${String(heightPx)}px`;
  const canvas = document.createElement('canvas');
  frame.append(canvas);
  block.append(frame);
  parent.append(block);
  const chart = new Chart(canvas, toConfiguration(config, paints));
  readOutByKey({
    canvas,
    chart,
    config,
    name: config.title ?? figure.querySelector('.chart-headline')?.textContent ?? '',
  });
  return chart;
}

function toConfiguration(config: ChartJsConfig, paints: Paints): ChartConfiguration {
  const { type, data, options } = config;
  const isRing = type === 'doughnut';
  const ticks = options.scale?.ticks ?? [];
  const valueAxis = {
    min: options.scale?.min ?? 0,
    max: options.scale?.max ?? 1,
    stacked: options.isStacked,
    border: { display: false },
    grid: { color: paints.rule, tickLength: 0 },
    ticks: {
      stepSize: options.scale?.step ?? 1,
      maxRotation: 0,
      color: paints.inkSoft,
      font: { family: paints.textFont, size: 13 },
      callback: (value: string | number): string => ticks.find((tick) => tick.value === value)?.label ?? '',
    },
  };
  const nameAxis = {
    stacked: options.isStacked,
    border: { color: paints.ink },
    grid: { display: false },
    ticks: {
      color: paints.ink,
      padding: data.datasets.length > 1 && !options.isStacked && options.indexAxis === 'x' ? NAME_ROOM : 6,
      autoSkip: false,
      maxRotation: 0,
      font: { family: paints.textFont, size: 14 },
    },
  };
  const isAcross = options.indexAxis === 'y';
  return {
    type,
    data: {
      labels: data.labels.map((label) => (isAcross ? label : breakLabel(label))),
      datasets: data.datasets.map((dataset) => {
        const colours = dataset.tones.map((tone) => tonePaint(tone, paints));
        return {
          label: dataset.label,
          data: dataset.data,
          backgroundColor: colours,
          borderColor: isRing ? paints.sheet : (colours[0] ?? paints.ink),
          borderWidth: isRing || type === 'line' ? 2 : 0,
          pointRadius: 5,
          maxBarThickness: options.isStacked ? 120 : 72,
          ...(options.isStacked ? { categoryPercentage: 0.9, barPercentage: 0.95 } : {}),
        };
      }),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: options.indexAxis,
      layout: {
        padding: isRing ? { left: 100, right: 100, top: 24, bottom: 24 } : isAcross ? { right: 120 } : { top: 30 },
      },
      interaction: { mode: 'nearest', intersect: true },
      ...(isRing
        ? { cutout: '62%' }
        : { scales: isAcross ? { x: valueAxis, y: nameAxis } : { x: nameAxis, y: valueAxis } }),
      plugins: {
        tooltip: {
          displayColors: false,
          cornerRadius: 0,
          backgroundColor: paints.ink,
          titleColor: paints.sheet,
          bodyColor: paints.sheet,
          titleFont: { family: paints.textFont, size: 14 },
          bodyFont: { family: paints.textFont, size: 16 },
          callbacks: {
            title: (items) => data.labels[items[0]?.dataIndex ?? 0] ?? '',
            label: ({ datasetIndex, dataIndex }) => {
              const dataset = data.datasets[datasetIndex];
              return `${data.datasets.length > 1 ? `${dataset?.label ?? ''} ` : ''}${dataset?.figures[dataIndex] ?? ''}`;
            },
          },
        },
      },
    },
    plugins: [figureLabels(config, paints)],
  };
}

function breakLabel(label: string): string[] {
  const lines: string[] = [];
  for (let rest = [...label]; rest.length > 0; rest = rest.slice(LABEL_LENGTH))
    lines.push(rest.slice(0, LABEL_LENGTH).join(''));
  return lines;
}
