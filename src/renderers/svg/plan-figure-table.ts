import { toneOf } from '../../charts/groups.ts';
import {
  figure,
  hairline,
  type Plan,
  type Point,
  type Room,
  type Shape,
  text,
  textLines,
} from '../../charts/marks/shapes.ts';
import { isWordFigure, splitFigureText } from '../../lib/figure-format.ts';
import type { ChartRow, ChartSpec } from '../../schemas/chart-spec.ts';
import { FIGURE, footOf, planTableFrame, type TableFrame, type TableRow } from './figure-table-frame.ts';
import { measureText } from './text-measure.ts';
import { sizesOf } from './text-sizes.ts';

/** Above and below each row. */
const PADDING = { wide: 11, middle: 11, narrow: 9 } as const;
const LEAST_PADDING = 2;
/**
 * Figures of different units as a three-line table, numbers set on their last digit. Where figures of two periods are compared, each
 * row has what changed and, on a wide picture, a track of its own scale from zero, on which the former figure is an open point.
 */
export function planFigureTable(spec: ChartSpec, room: Room): Plan {
  const sizes = sizesOf(room);
  const frame = planTableFrame(spec, room);
  const headY = sizes.small + 10;
  const shapes: Shape[] = [
    rule(0.75, room.width, 1.5),
    ...planHeads(frame, headY, room),
    rule(headY + 10, room.width, 0.75),
  ];
  let y = headY + 10;
  const padding = paddingOf(frame, y, room);
  for (const [at, row] of frame.rows.entries()) {
    if (at > 0) shapes.push(hairline(['M', 0, y, 'H', room.width], 0.18));
    const { shapes: own, height } = planRow(spec, row, { frame, y, padding, room });
    shapes.push(...own);
    y += height;
  }
  return { shapes: [...shapes, rule(y, room.width, 1.5)], height: y + 1 };
}

/** Above and below each row; of a picture with a height of its own what the rows leave. */
function paddingOf(frame: TableFrame, top: number, room: Room): number {
  const usual = PADDING[room.layout];
  if (room.height === undefined) return usual;
  const bodies = frame.rows.reduce((sum, row) => sum + bodyHeight(row, frame, room), 0);
  const left = (room.height - top - 1 - bodies) / frame.rows.length / 2;
  return Math.max(LEAST_PADDING, Math.min(usual * 1.6, left));
}

function bodyHeight({ name, foot, change }: TableRow, { isStacked }: TableFrame, room: Room): number {
  const sizes = sizesOf(room);
  const nameHeight = name.length * sizes.label * 1.35;
  const footHeight = foot === '' ? 0 : sizes.small * 1.5;
  const figureHeight = sizes.figure * FIGURE * 1.1;
  return isStacked
    ? nameHeight + Math.max(figureHeight, footHeight) + 2
    : Math.max(figureHeight, nameHeight + footHeight, change.length * sizes.small * 1.3);
}

function rule(y: number, width: number, strokeWidth: number): Shape {
  return { kind: 'stroke', steps: ['M', 0, y, 'H', width], width: strokeWidth };
}

/** Names of the columns over the ends of their numbers; one table of one time says when at its right. */
function planHeads({ heads, edges, isTimed, changeEnd }: TableFrame, y: number, room: Room): Shape[] {
  const { small: size } = sizesOf(room);
  const soft = { y, size, fill: 'inkSoft' } as const;
  const titles = heads.flatMap((head, at): Shape[] =>
    head === '' ? [] : [text(head, { ...soft, x: (edges[at] ?? 0) + measureText(head, size) * 0.5, anchor: 'middle' })],
  );
  const single = heads.length === 1 && heads[0] !== '';
  return [
    text('项目', { ...soft, x: 0 }),
    ...(single ? [text(heads[0] ?? '', { ...soft, x: room.width, anchor: 'end' })] : clampTitles(titles, room)),
    ...(isTimed ? [text('时间', { ...soft, x: room.width, anchor: 'end' })] : []),
    ...(changeEnd === undefined ? [] : [text('变化', { ...soft, x: changeEnd, anchor: 'end' })]),
  ];
}

function clampTitles(titles: readonly Shape[], { width }: Room): Shape[] {
  return titles.map((shape) => (shape.kind === 'text' ? { ...shape, x: Math.min(shape.x, width - 24) } : shape));
}

/** A row from `y` down: name, figures, change and track. */
function planRow(
  spec: ChartSpec,
  row: TableRow,
  { frame, y, padding, room }: { frame: TableFrame; y: number; padding: number; room: Room },
): { shapes: Shape[]; height: number } {
  const sizes = sizesOf(room);
  const size = sizes.figure * FIGURE;
  const nameHeight = row.name.length * sizes.label * 1.35;
  const footHeight = row.foot === '' ? 0 : sizes.small * 1.5;
  const figureHeight = size * 1.1;
  const height = bodyHeight(row, frame, room) + 2 * padding;
  const middle = frame.isStacked ? y + padding + nameHeight + figureHeight / 2 + 2 : y + height / 2;
  const nameTop = frame.isStacked ? y + padding : y + (height - nameHeight - footHeight) / 2;
  const footY = frame.isStacked ? middle + sizes.small * 0.36 : nameTop + nameHeight + sizes.small;
  const baseline = middle + size * 0.36;
  const [only] = row.cells;
  const shapes: Shape[] = [
    ...textLines(row.name, {
      x: 0,
      y: nameTop + sizes.label,
      size: sizes.label,
      fill: 'ink',
      lineHeight: sizes.label * 1.35,
    }),
    ...(row.foot === '' ? [] : [text(row.foot, { x: 0, y: footY, size: sizes.small, fill: 'inkSoft' })]),
    ...row.cells.flatMap((cell, at): Shape[] =>
      cell ? planNumber(spec, cell, { x: frame.edges[at] ?? 0, y: baseline }, room) : [],
    ),
    ...(frame.isTimed && only
      ? [
          text(footOf(spec, only), {
            x: room.width,
            y: middle + sizes.small * 0.36,
            size: sizes.small,
            fill: 'inkSoft',
            anchor: 'end' as const,
          }),
        ]
      : []),
    ...(frame.changeEnd === undefined
      ? []
      : textLines(row.change, {
          x: frame.changeEnd,
          y: middle + sizes.small * 0.36 - (row.change.length - 1) * sizes.small * 0.62,
          size: sizes.small,
          fill: row.series.emphasised ? 'seal' : 'ink',
          anchor: 'end',
          lineHeight: sizes.small * 1.25,
        })),
    ...(frame.track ? planTrack(spec, row, { ...frame.track, y: middle }) : []),
  ];
  return { shapes, height };
}

/** Qualifier and number end at the point, the unit begins there. */
function planNumber(spec: ChartSpec, row: ChartRow, { x, y }: Point, room: Room): Shape[] {
  const sizes = sizesOf(room);
  const { before, number, after } = splitFigureText(row.display);
  const place = { y, size: sizes.figure * FIGURE, unitSize: sizes.unit } as const;
  const fill = toneOf(spec, row) === 'seal' ? 'seal' : 'ink';
  if (isWordFigure({ before, after })) return [figure(row.display, { ...place, x, fill, anchor: 'middle' })];
  return [
    figure(`${before}${number}`, { ...place, x, fill, anchor: 'end' }),
    ...(after === '' ? [] : [text(after, { x: x + 1, y, size: sizes.unit, fill })]),
  ];
}

/** From zero to the larger figure; the former is an open point, the latter a filled one. */
function planTrack(
  spec: ChartSpec,
  { cells }: TableRow,
  { from, to, y }: { from: number; to: number; y: number },
): Shape[] {
  const [before, after] = cells.filter((cell) => cell !== undefined);
  if (!before || !after || before.value < 0 || after.value < 0) return [];
  const largest = Math.max(before.value, after.value) || 1;
  const xOf = (value: number): number => from + (value / largest) * (to - from);
  const tone = toneOf(spec, after);
  return [
    hairline(['M', from, y, 'H', to, 'M', from, y - 5, 'v', 10], 0.35),
    { kind: 'stroke', steps: ['M', xOf(before.value), y, 'H', xOf(after.value)], tone, width: 2.5 },
    { kind: 'point', x: xOf(before.value), y, tone: 'steel', isOpen: true },
    { kind: 'point', x: xOf(after.value), y, tone, isOpen: false },
  ];
}
