import type { Chart } from 'chart.js';
import { INFERRED_MARK } from '../../charts/inferred.ts';
import type { ChartJsConfig } from '../../charts/chart-js.ts';

export interface ReadOutTarget {
  canvas: HTMLCanvasElement;
  chart: Chart;
  config: ChartJsConfig;
  /** What the chart shows, in words. */
  name: string;
}

interface Point {
  datasetIndex: number;
  index: number;
  /** 技能人才，2025年，172.3万人，比先前+6.08万人，+3.7% */
  text: string;
}

function listPoints({ data: { labels, datasets } }: ChartJsConfig): Point[] {
  return labels.flatMap((label, index) =>
    datasets.flatMap((dataset, datasetIndex) => {
      if (dataset.data[index] === null) return [];
      const changes = (dataset.changes[index] ?? []).join('，');
      const change = changes === '' || changes === '没有变化' ? changes : `比先前${changes}`;
      const text = [label, datasets.length > 1 ? dataset.label : '', dataset.figures[index], change]
        .filter(Boolean)
        .join('，');
      // A line holds only the points it has.
      const own = dataset.data.slice(0, index).filter((value) => value !== null).length;
      return [{ datasetIndex, index: dataset.data.includes(null) ? own : index, text: sayMarks(text) }];
    }),
  );
}

/** † is seen, and heard as what it says. */
function sayMarks(text: string): string {
  return text.replaceAll(INFERRED_MARK, '（推定）');
}

/**
 * Arrow keys walk from point to point, Home and End go to the first and last, Escape closes the read-out. Each point is shown in its
 * tooltip and spoken through a live region; so is one that is pointed at or touched.
 */
export function readOut({ canvas, chart, config, name }: ReadOutTarget): void {
  const points = listPoints(config);
  const spoken = document.createElement('p');
  spoken.className = 'visually-hidden';
  spoken.setAttribute('role', 'status');
  canvas.after(spoken);
  canvas.tabIndex = 0;
  // An application gets the arrow keys also where a screen reader reads by them.
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-roledescription', '图表');
  canvas.setAttribute('aria-label', `${name}。用左右方向键逐个听数字。`);
  let current = -1;
  const close = (): void => {
    current = -1;
    chart.setActiveElements([]);
    chart.tooltip?.setActiveElements([], { x: 0, y: 0 });
    chart.update('none');
    spoken.textContent = '';
  };
  const show = (next: number): void => {
    current = (next + points.length) % points.length;
    const point = points[current];
    if (!point) return;
    const { datasetIndex, index, text } = point;
    const mark = chart.getDatasetMeta(datasetIndex).data[index];
    chart.setActiveElements([{ datasetIndex, index }]);
    chart.tooltip?.setActiveElements([{ datasetIndex, index }], mark?.tooltipPosition(true) ?? { x: 0, y: 0 });
    chart.update('none');
    spoken.textContent = text;
  };
  chart.options.onHover = (_event, [element]) => {
    if (!element) return;
    const at = points.findIndex(
      ({ datasetIndex, index }) => datasetIndex === element.datasetIndex && index === element.index,
    );
    if (at === -1 || at === current) return;
    current = at;
    spoken.textContent = points[at]?.text ?? '';
  };
  const moves: Readonly<Record<string, () => void>> = {
    ArrowRight: () => show(current + 1),
    ArrowDown: () => show(current + 1),
    ArrowLeft: () => show(current === -1 ? points.length - 1 : current - 1),
    ArrowUp: () => show(current === -1 ? points.length - 1 : current - 1),
    Home: () => show(0),
    End: () => show(points.length - 1),
    Escape: close,
  };
  canvas.addEventListener('keydown', (event) => {
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    move();
  });
  canvas.addEventListener('blur', close);
}
