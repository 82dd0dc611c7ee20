import type { Chart, Plugin } from 'chart.js';
import type { ChartJsConfig } from '../../charts/chart-js.ts';
import type { Tone } from '../../charts/groups.ts';
import type { Paints } from './paints.ts';

const HATCH_LENGTH = 16;
const HATCH_GAP = 5;
const NAME_GAP = 8;
/** Room between the axis and the groups' labels for the bars' own names. */
export const NAME_ROOM = 28;
/** A segment of a stacked column holds its name and figure when it is this high. */
const SEGMENT_PX = 44;
const SHARE_GAP = 10;

/** Writes each figure at its mark, qualifier and unit with it, and hatches the end of a mark whose figure is a bound. */
export function figureLabels({ type, data: { labels, datasets }, options }: ChartJsConfig, paints: Paints): Plugin {
  const isAcross = options.indexAxis === 'y';
  const isGrouped = type === 'bar' && datasets.length > 1 && !options.isStacked;
  return {
    id: 'figureLabels',
    afterDatasetsDraw(chart) {
      if (type === 'doughnut') {
        writeShares(chart, labels, datasets[0]?.figures ?? [], paints);
        return;
      }
      datasets.forEach((dataset, at) => {
        chart.getDatasetMeta(at).data.forEach((mark, index) => {
          if (dataset.data[index] === null) return;
          const box = {
            x: 0,
            y: 0,
            base: 0,
            width: 0,
            height: 0,
            ...mark.getProps(['x', 'y', 'base', 'width', 'height']),
          };
          const figure = dataset.figures[index] ?? '';
          if (type === 'bar' && dataset.bounds[index] !== 'exact') hatch(chart, box, isAcross, paints);
          if (options.isStacked)
            writeSegment(chart, dataset.label, figure, { ...box, tone: dataset.tones[index] ?? 'pale' }, paints);
          else if (isAcross)
            write(
              chart,
              isGrouped ? `${dataset.label} ${figure}` : figure,
              { x: box.x + 8, y: box.y, align: 'left', baseline: 'middle' },
              paints,
            );
          else write(chart, figure, { x: box.x, y: box.y - 6, align: 'center', baseline: 'bottom' }, paints);
          if (isGrouped && !isAcross) writeName(chart, dataset.label, box, paints);
        });
      });
    },
  };
}

/** Name and figure of each share beside its piece of the ring. */
function writeShares(chart: Chart, labels: readonly string[], figures: readonly string[], paints: Paints): void {
  chart.getDatasetMeta(0).data.forEach((arc, index) => {
    const { x, y, startAngle, endAngle, outerRadius } = {
      x: 0,
      y: 0,
      startAngle: 0,
      endAngle: 0,
      outerRadius: 0,
      ...arc.getProps(['x', 'y', 'startAngle', 'endAngle', 'outerRadius']),
    };
    const angle = (startAngle + endAngle) / 2;
    const isRight = Math.cos(angle) >= 0;
    const place = {
      x: x + (outerRadius + SHARE_GAP) * Math.cos(angle),
      y: y + (outerRadius + SHARE_GAP) * Math.sin(angle),
    };
    const { ctx } = chart;
    ctx.save();
    ctx.fillStyle = paints.inkSoft;
    ctx.font = `13px ${paints.textFont}`;
    ctx.textAlign = isRight ? 'left' : 'right';
    ctx.textBaseline = 'bottom';
    ctx.fillText(labels[index] ?? '', place.x, place.y - 2);
    ctx.restore();
    write(chart, figures[index] ?? '', { ...place, align: isRight ? 'left' : 'right', baseline: 'top' }, paints);
  });
}

interface Box {
  x: number;
  y: number;
  base: number;
  width: number;
  height: number;
}

interface Place {
  x: number;
  y: number;
  align: CanvasTextAlign;
  baseline: CanvasTextBaseline;
}

function write(
  { ctx }: Chart,
  text: string,
  { x, y, align, baseline }: Place,
  paints: Paints,
  colour = paints.ink,
): void {
  ctx.save();
  ctx.fillStyle = colour;
  ctx.font = `600 16px ${paints.displayFont}`;
  ctx.textAlign = align;
  ctx.textBaseline = baseline;
  ctx.fillText(text, x, y);
  ctx.restore();
}

/** What a bar of a group stands for, between the axis and the group's own label. */
function writeName({ ctx }: Chart, name: string, { x, base }: Pick<Box, 'x' | 'base'>, paints: Paints): void {
  ctx.save();
  ctx.fillStyle = paints.inkSoft;
  ctx.font = `13px ${paints.textFont}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'top';
  ctx.fillText(name, x, base + NAME_GAP);
  ctx.restore();
}

/** Name and figure of a segment, inside it. */
function writeSegment(
  chart: Chart,
  name: string,
  figure: string,
  { x, y, base, tone }: Box & { tone: Tone },
  paints: Paints,
): void {
  const middle = (y + base) / 2;
  const isRoomy = Math.abs(base - y) >= SEGMENT_PX;
  const colour = tone === 'seal' || tone === 'steel' ? paints.sheet : paints.ink;
  if (isRoomy) {
    const { ctx } = chart;
    ctx.save();
    ctx.fillStyle = colour;
    ctx.font = `13px ${paints.textFont}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'bottom';
    ctx.fillText(name, x, middle - 2);
    ctx.restore();
  }
  write(
    chart,
    figure,
    { x, y: isRoomy ? middle + 2 : middle, align: 'center', baseline: isRoomy ? 'top' : 'middle' },
    paints,
    colour,
  );
}

/** Slanted lines in the colour of the ground over the last stretch of a bar: it ends somewhere beyond. */
function hatch({ ctx }: Chart, { x, y, base, width, height }: Box, isAcross: boolean, paints: Paints): void {
  const length = Math.min(HATCH_LENGTH, Math.abs((isAcross ? x : y) - base));
  const [left, top, wide, high] = isAcross
    ? [x - length, y - height / 2, length, height]
    : [x - width / 2, y, width, length];
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, wide, high);
  ctx.clip();
  ctx.strokeStyle = paints.sheet;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  for (let offset = -high; offset < wide; offset += HATCH_GAP) {
    ctx.moveTo(left + offset, top + high);
    ctx.lineTo(left + offset + high, top);
  }
  ctx.stroke();
  ctx.restore();
}
