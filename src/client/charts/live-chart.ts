import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { ChartJsConfig } from '../../charts/chart-js.ts';
import { splitFigureText } from '../../lib/figure-format.ts';
import { fitConfig, toConfiguration } from './configuration.ts';
import { planHeight } from './live-height.ts';
import { nextTurn } from './next-turn.ts';
import { type Paints, readPaints } from './paints.ts';
import { readOut } from './read-out.ts';

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

/** Small charts are at least so wide and so high. */
const PART_PX = { width: 136, height: 150, gap: 24 } as const;

/**
 * Draws a figure's charts on canvases in place of its static drawing, if it has one, and anew whenever its width or the reader's
 * colours change. The style sheet brings the static drawing back on paper and in 长辈模式.
 *
 * @returns what ends it, for a figure that gives way to another one
 */
export async function keepLive(figure: HTMLElement, configs: readonly ChartJsConfig[]): Promise<() => void> {
  let width = figure.clientWidth;
  let live = prepareLive(figure, configs);
  for (const draw of live.parts) {
    await nextTurn();
    draw();
  }
  live.show();
  const redraw = (): void => {
    live.erase();
    live = prepareLive(figure, configs);
    for (const draw of live.parts) draw();
    live.show();
  };
  const observer = new ResizeObserver(() => {
    // Hidden on paper or in a closed part of the page it has no width, and keeps what it has.
    if (figure.clientWidth === 0 || figure.clientWidth === width) return;
    width = figure.clientWidth;
    redraw();
  });
  observer.observe(figure);
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', redraw);
  return () => {
    observer.disconnect();
    scheme.removeEventListener('change', redraw);
    live.erase();
  };
}

interface LiveDrawing {
  /** Each draws one of the figure's charts. */
  parts: readonly (() => void)[];
  /** Puts the finished charts in the place of the static drawing. */
  show: () => void;
  erase: () => void;
}

/** The room for a figure's charts, out of sight until they are drawn. */
function prepareLive(figure: HTMLElement, configs: readonly ChartJsConfig[]): LiveDrawing {
  const drawings = [...figure.querySelectorAll<HTMLElement>('.chart-drawing')];
  const live = document.createElement('div');
  live.className = 'chart-live is-unfinished';
  const [first] = drawings;
  if (first) first.before(live);
  else figure.querySelector('figcaption')?.after(live);
  const widthPx = live.clientWidth;
  const paints = readPaints();
  // The text below must not move: the new drawing takes the room of the old one.
  const heightPx = first
    ? Math.max(...drawings.map((drawing) => drawing.getBoundingClientRect().height))
    : planHeight(configs, { widthPx, paints });
  const columns = countColumns(configs.length, widthPx);
  const lines = Math.ceil(configs.length / columns);
  const livePx = Math.max(heightPx, lines > 1 ? lines * PART_PX.height : 0);
  live.style.height = `${String(livePx)}px`;
  // Lies behind the static drawing, which keeps its place, until it is shown.
  live.style.marginBlockEnd = `${String(-livePx)}px`;
  live.style.gridTemplateColumns = `repeat(${String(columns)}, minmax(0, 1fr))`;
  const partPx = (widthPx - PART_PX.gap * (columns - 1)) / columns;
  const name = figure.querySelector('.chart-headline')?.textContent ?? figure.ariaLabel ?? '';
  const charts: Chart[] = [];
  /** Beside charts a lone figure stands on their base line; with none beside it, below its title. */
  const hasChartBeside = (at: number): boolean => {
    const start = at - (at % columns);
    return configs.slice(start, start + columns).some(({ type }) => type !== 'figure');
  };
  return {
    parts: configs.map((config, at) => () => {
      const chart = drawPart(live, config, { widthPx: partPx, name, paints, isLow: hasChartBeside(at) });
      if (chart) charts.push(chart);
    }),
    show: () => {
      live.classList.remove('is-unfinished');
      live.style.marginBlockEnd = '';
      figure.dataset['chartLive'] = 'true';
    },
    erase: () => {
      for (const chart of charts) chart.destroy();
      live.remove();
      delete figure.dataset['chartLive'];
    },
  };
}

/** As many small charts beside each other as have room, in lines about equally full. */
function countColumns(parts: number, widthPx: number): number {
  const most = Math.max(1, Math.floor((widthPx + PART_PX.gap) / (PART_PX.width + PART_PX.gap)));
  return Math.ceil(parts / Math.ceil(parts / most));
}

function drawPart(
  parent: HTMLElement,
  config: ChartJsConfig,
  { widthPx, name, paints, isLow }: { widthPx: number; name: string; paints: Paints; isLow: boolean },
): Chart | undefined {
  const block = addElement(parent, 'div', `chart-canvas chart-canvas-${config.type}`);
  if (config.title !== null) addElement(block, 'p', 'chart-part').textContent = config.title;
  if (config.type === 'figure') {
    writeLone(block, config);
    block.classList.toggle('is-low', isLow);
    return undefined;
  }
  const canvas = document.createElement('canvas');
  addElement(block, 'div', 'chart-frame').append(canvas);
  const ctx = canvas.getContext('2d');
  if (!ctx) return undefined;
  const fitted = fitConfig(config, { widthPx, ctx, paints });
  const chart = new Chart(canvas, toConfiguration(fitted, { widthPx, ctx, paints }));
  readOut({ canvas, chart, config: fitted, name: config.title ?? name });
  return chart;
}

/** A figure that stands alone among small charts: number, unit, and what it counts. */
function writeLone(block: HTMLElement, { data: { labels, datasets } }: ChartJsConfig): void {
  labels.forEach((label, at) => {
    const { before, number, after } = splitFigureText(datasets[0]?.figures[at] ?? '');
    const figure = addElement(block, 'p', 'chart-lone');
    figure.append(before);
    addElement(figure, 'span', 'chart-number').textContent = number;
    figure.append(after);
    addElement(block, 'p', 'chart-foot').textContent = label;
  });
}

function addElement(parent: HTMLElement, tag: string, className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  parent.append(element);
  return element;
}
