import type { Chart, Plugin } from 'chart.js';
import type { ChartJsConfig } from '../../charts/chart-js.ts';
import type { Shape } from '../../charts/marks/shapes.ts';
import { type BarBox, finishBar } from './bar-box.ts';
import { measureFigure, measureWords, TEXT_PX } from './figure-text.ts';
import { paintShapes } from './paint-shapes.ts';
import type { Paints } from './paints.ts';
import {
  type Boxes,
  type Measures,
  planBarLabels,
  planBreaks,
  planChanges,
  planTimeLabels,
  planUnit,
} from './plan-labels.ts';
import { planShares } from './ring-labels.ts';
import { planStacks } from './stack-labels.ts';

/** Writes each figure at its mark, qualifier and unit with it, and draws the end of a mark whose figure is a bound. */
export function figureLabels(config: ChartJsConfig, paints: Paints): Plugin {
  return {
    id: 'figureLabels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      const measures: Measures = {
        figure: (figure) => measureFigure(ctx, figure, paints),
        words: (words) => measureWords(ctx, words, paints, TEXT_PX.small),
      };
      paintShapes(ctx, planLabels(chart, config, measures, paints), paints);
    },
  };
}

function planLabels(chart: Chart, config: ChartJsConfig, measures: Measures, paints: Paints): Shape[] {
  const { type, options, title, unit } = config;
  if (type === 'doughnut') return planShares(chart, config);
  // Where every mark bears its figure, the unit stands with it.
  const hasUnit = title === null && unit !== '' && config.times.length > 0;
  const unitText = hasUnit ? [planUnit(unit)] : [];
  const boxes = readBoxes(chart, config);
  const breaks = planBreaks(config, boxes);
  if (options.isStacked) return [...unitText, ...planStacks(config, boxes, measures, chart.width), ...breaks];
  if (config.times.length > 0) {
    if (type !== 'line') finishBars(chart, config, boxes, paints);
    const edges = {
      left: chart.chartArea.left + 2,
      right: chart.width,
      top: TEXT_PX.small + 4,
      bottom: chart.chartArea.bottom,
    };
    return [...unitText, ...planTimeLabels(config, boxes, measures, edges)];
  }
  finishBars(chart, config, boxes, paints);
  return [
    ...unitText,
    ...planBarLabels(config, boxes, measures, { bottom: chart.chartArea.bottom, right: chart.width }),
    ...planChanges(config, boxes, chart.chartArea, measures),
    ...breaks,
  ];
}

function readBoxes(chart: Chart, { data: { datasets } }: ChartJsConfig): Boxes {
  const none: BarBox = { x: 0, y: 0, base: 0, width: 0, height: 0 };
  return datasets.map(({ data }, at) =>
    chart
      .getDatasetMeta(at)
      .data.map((mark, index) =>
        data[index] === null ? undefined : { ...none, ...mark.getProps(['x', 'y', 'base', 'width', 'height']) },
      ),
  );
}

function finishBars(
  { ctx }: Chart,
  { data: { datasets }, options }: ChartJsConfig,
  boxes: Boxes,
  paints: Paints,
): void {
  const isAcross = options.indexAxis === 'y';
  for (const [at, { data, ranges, tones }] of datasets.entries()) {
    for (const [index, box] of (boxes[at] ?? []).entries()) {
      const [value, range] = [data[index], ranges[index]];
      if (!box || !range || value === null || value === undefined) continue;
      finishBar(ctx, box, { value, range, tone: tones[index] ?? 'pale', isAcross }, paints);
    }
  }
}
