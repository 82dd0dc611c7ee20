import type { Chart, Plugin } from 'chart.js';
import type { ChartJsConfig } from '../../charts/chart-js.ts';
import { drawChange } from './change-mark.ts';
import { measureFigure, TEXT_PX, writeFigure, writeWords } from './figure-text.ts';
import { type Paints, tonePaint } from './paints.ts';
import { writeShares } from './ring-labels.ts';
import { writeStacks } from './stack-labels.ts';
import { type BarBox, drawUncertainEnd, reachOf } from './uncertain-marks.ts';

const NAME_GAP = 8;
/** Room between the axis and the groups' labels for the bars' own names. */
export const NAME_ROOM = 28;

type Boxes = (BarBox | undefined)[][];

/** Writes each figure at its mark, qualifier and unit with it, and draws the end of a mark whose figure is a bound. */
export function figureLabels(config: ChartJsConfig, paints: Paints): Plugin {
  return {
    id: 'figureLabels',
    afterDatasetsDraw(chart) {
      if (config.type === 'doughnut') {
        writeShares(chart, config, paints);
        return;
      }
      if (config.title === null && config.unit !== '') writeUnit(chart, config, paints);
      const boxes = readBoxes(chart, config);
      if (config.options.isStacked) writeStacks(chart, config, boxes, paints);
      else if (config.type === 'line') writePoints(chart, config, boxes, paints);
      else writeBars(chart, config, boxes, paints);
    },
  };
}

function readBoxes(chart: Chart, { data: { datasets } }: ChartJsConfig): Boxes {
  return datasets.map(({ data }, at) =>
    chart
      .getDatasetMeta(at)
      .data.map((mark, index) =>
        data[index] === null
          ? undefined
          : { x: 0, y: 0, base: 0, width: 0, height: 0, ...mark.getProps(['x', 'y', 'base', 'width', 'height']) },
      ),
  );
}

/** 单位：人, above the axis or at its end. */
function writeUnit(chart: Chart, { unit, options }: ChartJsConfig, paints: Paints): void {
  const place =
    options.indexAxis === 'y'
      ? ({ x: chart.width, y: TEXT_PX.small, align: 'right' } as const)
      : ({ x: 0, y: TEXT_PX.small, align: 'left' } as const);
  writeWords(chart.ctx, `单位：${unit}`, place, paints, { colour: paints.inkSoft, size: TEXT_PX.small });
}

function writeBars(chart: Chart, config: ChartJsConfig, boxes: Boxes, paints: Paints): void {
  const { ctx, chartArea } = chart;
  const { datasets, labels } = config.data;
  const isAcross = config.options.indexAxis === 'y';
  const isGrouped = datasets.length > 1;
  datasets.forEach((dataset, at) => {
    labels.forEach((_, index) => {
      const box = boxes[at]?.[index];
      if (!box) return;
      const [bound = 'exact', tone = 'pale', figure = ''] = [
        dataset.bounds[index],
        dataset.tones[index],
        dataset.figures[index],
      ];
      drawUncertainEnd(ctx, bound, box, { isAcross, colour: tonePaint(tone, paints), paints });
      const colour = tone === 'seal' ? paints.seal : paints.ink;
      if (!isAcross) {
        writeFigure(ctx, figure, { x: box.x, y: box.y - reachOf(bound) - 7, align: 'center' }, paints, colour);
        if (isGrouped) writeName(ctx, dataset.label, box, paints);
        return;
      }
      const x = box.x + reachOf(bound) + 9;
      const y = box.y + TEXT_PX.figure * 0.36;
      writeFigure(ctx, figure, { x, y, align: 'left' }, paints, colour);
      if (isGrouped)
        writeWords(
          ctx,
          dataset.label,
          { x: x + measureFigure(ctx, figure, paints) + 8, y: box.y + TEXT_PX.small * 0.36, align: 'left' },
          paints,
          { colour: paints.inkSoft, size: TEXT_PX.small },
        );
    });
  });
  if (isAcross || config.title !== null) return;
  // Between the first and last column of a group, or of all where each stands by itself.
  const pairs = isGrouped
    ? labels.map((_, index) => [boxes[0]?.[index], boxes.at(-1)?.[index], datasets.at(-1)?.changes[index]] as const)
    : [[boxes[0]?.[0], boxes[0]?.at(-1), datasets[0]?.changes.at(-1)] as const];
  pairs.forEach(([from, to, lines], index) => {
    const limit = chartArea.left + ((index + 1) * (chartArea.right - chartArea.left)) / pairs.length;
    if (from && to && lines) drawChange(ctx, { from, to, lines, limit }, paints);
  });
}

/** What a bar of a group stands for, between the axis and the group's own label. */
function writeName(ctx: CanvasRenderingContext2D, name: string, { x, base }: BarBox, paints: Paints): void {
  writeWords(ctx, name, { x, y: base + NAME_GAP + TEXT_PX.small, align: 'center' }, paints, {
    colour: paints.inkSoft,
    size: TEXT_PX.small,
  });
}

/** Figures of a line: at its ends, then wherever they have room; strokes above a figure that is a lower bound. */
function writePoints(chart: Chart, { data: { datasets } }: ChartJsConfig, boxes: Boxes, paints: Paints): void {
  const { ctx } = chart;
  const taken: { left: number; right: number; top: number }[] = [];
  datasets.forEach((dataset, at) => {
    const points = (boxes[at] ?? []).flatMap((box, index) => (box ? [{ box, index }] : []));
    const colour = tonePaint(dataset.tones[0] ?? 'steel', paints);
    const ordered = [...points.slice(0, 1), ...points.slice(-1), ...points.slice(1, -1)];
    for (const { box, index } of ordered) {
      const isLower = dataset.bounds[index] === 'lower';
      if (isLower) drawOpenPoint(ctx, box, colour);
      const figure = dataset.figures[index] ?? '';
      const half = measureFigure(ctx, figure, paints) / 2;
      const y = box.y - (isLower ? 22 : 13);
      const [left, right, top] = [box.x - half - 4, box.x + half + 4, y - TEXT_PX.figure];
      if (taken.some((one) => left < one.right && right > one.left && Math.abs(top - one.top) < TEXT_PX.figure + 2))
        continue;
      taken.push({ left, right, top });
      writeFigure(
        ctx,
        figure,
        { x: box.x, y, align: 'center' },
        paints,
        dataset.tones[0] === 'seal' ? paints.seal : paints.ink,
      );
    }
    const end = points.at(-1)?.box;
    if (datasets.length > 1 && end)
      writeWords(ctx, dataset.label, { x: end.x, y: end.y + TEXT_PX.label + 10, align: 'right' }, paints, { colour });
  });
}

function drawOpenPoint(ctx: CanvasRenderingContext2D, { x, y }: BarBox, colour: string): void {
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  for (const above of [7, 11]) {
    ctx.moveTo(x - 5, y - above);
    ctx.lineTo(x + 5, y - above - 5);
  }
  ctx.stroke();
  ctx.restore();
}
