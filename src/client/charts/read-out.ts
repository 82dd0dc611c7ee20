import type { Chart } from 'chart.js';
import type { ChartJsConfig } from '../../charts/chart-js.ts';

export interface ReadOutTarget {
  canvas: HTMLCanvasElement;
  chart: Chart;
  config: ChartJsConfig;
  /** What the chart shows, in words. */
  name: string;
}

/** Arrow keys walk from point to point; each is shown in its tooltip and spoken through a live region. */
export function readOutByKey({ canvas, chart, config, name }: ReadOutTarget): void {
  const { labels, datasets } = config.data;
  const points = labels.flatMap((label, index) =>
    datasets.flatMap((dataset, datasetIndex) =>
      dataset.data[index] === null
        ? []
        : [
            {
              datasetIndex,
              index,
              text: [label, datasets.length > 1 ? dataset.label : '', dataset.figures[index]]
                .filter(Boolean)
                .join('，'),
            },
          ],
    ),
  );
  const spoken = document.createElement('p');
  spoken.className = 'visually-hidden';
  spoken.setAttribute('role', 'status');
  canvas.after(spoken);
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', `${name}。用左右方向键逐个听数字。`);
  let current = -1;
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
  canvas.addEventListener('keydown', (event) => {
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    show(current === -1 && step < 0 ? points.length - 1 : current + step);
  });
  canvas.addEventListener('blur', () => {
    chart.setActiveElements([]);
    chart.tooltip?.setActiveElements([], { x: 0, y: 0 });
    chart.update('none');
  });
}
