import { groupRows, type RowGroup, toneOf } from '../../charts/groups.ts';
import { markInferred } from '../../charts/inferred.ts';
import { planBreakDown } from '../../charts/marks/axis-break.ts';
import { planBarMark } from '../../charts/marks/bar-mark.ts';
import { findBreaks } from '../../charts/period-time.ts';
import { findExtent } from '../../charts/scale.ts';
import { uncertainRange } from '../../charts/uncertain-range.ts';
import type { ChartRow, ChartSpec } from '../../schemas/chart-spec.ts';
import { figure, type Plan, type Room, type Shape, text, textLines } from '../../charts/marks/shapes.ts';
import { measureText, wrapText } from './text-measure.ts';
import { measureFigure, sizesOf } from './text-sizes.ts';

const THICKNESS = { wide: 30, middle: 28, narrow: 24 } as const;
/** Bars are no thicker than twice as usual. */
const MOST_STRETCH = 2;
const MOST_LABEL_SHARE = 0.34;
/** Names as short as this stand beside their bars even in a narrow picture. */
const SHORT_LABEL_SHARE = 0.2;
/** Between a bar and its figure, and between the figure and the growth behind it. */
const FIGURE_GAP = 10;
const GROWTH_GAP = 12;
/** Further apart where years are missing between two bars. */
const BREAK_GAP = 16;

/** How the bars lie in their room, before it is known how far down each of them is. */
interface BarFrame {
  groups: RowGroup[];
  /** Whether a group holds several bars, each named by its period; the group's name then stands above them. */
  isGrouped: boolean;
  /** Whether names stand beside the bars rather than above them. */
  isBeside: boolean;
  /** Right of the names. */
  left: number;
  /** Where the bars begin; right of `left` where one runs below zero. */
  zero: number;
  /** Negative for a figure below zero. */
  lengthOf: (value: number) => number;
  thickness: number;
  gap: number;
}

/**
 * Bars from zero, one below the other: names beside them where there is room, above them on a narrow picture. Every bar bears its
 * figure, so there is no scale: nothing could be read from it that is not written.
 */
export function planBars(spec: ChartSpec, room: Room): Plan {
  const plan = planBarsAt(spec, room, 1);
  if (room.height === undefined || plan.height >= room.height) return plan;
  // In a picture with a height of its own bars are as much thicker as they have room.
  const bars = spec.rows.length * (THICKNESS[room.layout] + 12);
  return planBarsAt(spec, room, Math.min(MOST_STRETCH, 1 + (room.height - plan.height) / bars));
}

function planBarsAt(spec: ChartSpec, room: Room, stretch: number): Plan {
  const frame = planFrame(spec, room, stretch);
  const { isGrouped, isBeside, gap } = frame;
  const sizes = sizesOf(room);
  let y = 4;
  const shapes: Shape[] = [];
  const bands: [number, number][] = [];
  const isInTime = spec.series.length === 1;
  const breaks = isInTime ? findBreaks(spec.rows.map(({ period }) => period)) : [];
  for (const [at, group] of frame.groups.entries()) {
    if (isGrouped || !isBeside) {
      const lines = wrapText(group.label, room.width, sizes.label);
      const weight = isGrouped ? 600 : 400;
      shapes.push(...textLines(lines, { x: 0, y: y + sizes.label, size: sizes.label, fill: 'ink', weight }));
      y += lines.length * sizes.label * 1.4 + 7;
    }
    const top = y;
    const groupBreaks = isGrouped ? findBreaks(group.rows.map(({ period }) => period)) : [];
    for (const [bar, row] of group.rows.entries()) {
      const name = isGrouped ? markInferred(row) : isBeside ? group.label : '';
      shapes.push(...planBar(spec, { row, name, y }, frame, room));
      y += frame.thickness + gap;
      if (!groupBreaks.includes(bar)) continue;
      shapes.push(planBreakDown({ x: frame.zero, y: y + BREAK_GAP / 2 - gap / 2 }));
      y += BREAK_GAP;
    }
    bands.push([top - 5, y - gap + 5]);
    if (isGrouped) y += 14;
    if (!breaks.includes(at)) continue;
    shapes.push(planBreakDown({ x: frame.zero, y: y + BREAK_GAP / 2 - gap / 2 }));
    y += BREAK_GAP;
  }
  const bottom = y - gap - (isGrouped ? 14 : 0) + 5;
  const isContinuous = isBeside && !isGrouped;
  const lines = isContinuous ? [[0, bottom] as const] : bands;
  shapes.push({ kind: 'stroke', steps: lines.flatMap(([from, to]) => ['M', frame.zero, from, 'V', to]) });
  return { shapes, height: bottom + 4 };
}

function planFrame(spec: ChartSpec, room: Room, stretch: number): BarFrame {
  const { width, layout } = room;
  const sizes = sizesOf(room);
  const groups = groupRows(spec);
  const isGrouped = groups.some(({ rows }) => rows.length > 1);
  const names = isGrouped ? spec.rows.map(markInferred) : groups.map(({ label }) => label);
  const widestName = Math.max(...names.map((name) => measureText(name, sizes.label)));
  const isBeside = isGrouped || layout !== 'narrow' || widestName < width * SHORT_LABEL_SHARE;
  const left = isBeside ? Math.min(widestName, width * MOST_LABEL_SHARE) + 14 : 0;
  const widestValue = Math.max(...spec.rows.map((row) => measureValue(spec, row, room)));
  const plotWidth = width - left - widestValue - 16;
  const { least, most } = findExtent(spec.rows.map((row) => uncertainRange(row).to));
  // The longest bar fills the room: the figures stand behind the bars.
  const lengthOf = (value: number): number => (value / (most - least)) * plotWidth;
  return {
    groups,
    isGrouped,
    isBeside,
    left,
    zero: left - lengthOf(least),
    lengthOf,
    thickness: THICKNESS[layout] * stretch,
    gap: (isGrouped ? 8 : layout === 'narrow' ? (isBeside ? 16 : 12) : 18) * stretch,
  };
}

/** A bar, its name on the left, its figure behind it, and what changed since the one before. */
function planBar(
  spec: ChartSpec,
  { row, name, y }: { row: ChartRow; name: string; y: number },
  { left, zero, lengthOf, thickness, isGrouped }: BarFrame,
  room: Room,
): Shape[] {
  const sizes = sizesOf(room);
  const tone = toneOf(spec, row);
  const { from, to } = uncertainRange(row);
  const { shapes, tip } = planBarMark({
    base: zero,
    solid: lengthOf(from),
    tip: lengthOf(to),
    across: y,
    thickness,
    tone,
  });
  const middle = y + thickness / 2;
  // Behind the bar; a bar below zero leaves the room on the other side of zero.
  const end = row.value < 0 ? zero : tip;
  const lines = wrapText(name, left - 14, sizes.label);
  const growth = growthOf(spec, row, room);
  return [
    ...shapes,
    ...textLines(lines, {
      x: left - 14,
      y: middle + sizes.label * 0.36 - (lines.length - 1) * sizes.label * 0.65,
      size: sizes.label,
      fill: isGrouped ? 'inkSoft' : 'ink',
      anchor: 'end',
      lineHeight: sizes.label * 1.3,
    }),
    figure(row.display, {
      x: end + FIGURE_GAP,
      y: middle + sizes.figure * 0.36,
      size: sizes.figure,
      unitSize: sizes.unit,
      fill: tone === 'seal' ? 'seal' : 'ink',
    }),
    ...(growth === ''
      ? []
      : [
          text(growth, {
            x: end + FIGURE_GAP + GROWTH_GAP + measureFigure(row.display, sizes.figure, sizes.unit),
            y: middle + sizes.small * 0.36,
            size: sizes.small,
            fill: 'inkSoft',
          }),
        ]),
  ];
}

/** Width of what stands behind a bar. */
function measureValue(spec: ChartSpec, row: ChartRow, room: Room): number {
  const sizes = sizesOf(room);
  const growth = growthOf(spec, row, room);
  const growthWidth = growth === '' ? 0 : measureText(growth, sizes.small) + GROWTH_GAP;
  return measureFigure(row.display, sizes.figure, sizes.unit) + growthWidth;
}

/** What changed since the first bar of a series: with the rate alone where there is room for little. */
function growthOf({ annotations, rows }: ChartSpec, row: ChartRow, { layout }: Room): string {
  const annotation = annotations.find(({ to }) => rows[to] === row);
  if (!annotation) return '';
  const { difference, growth } = annotation;
  if (layout === 'narrow' || growth === null) return growth ?? difference;
  return `${difference}（${growth}）`;
}
