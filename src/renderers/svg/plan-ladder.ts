import { nameOf, type Tone, toneOf } from '../../charts/groups.ts';
import { findExtent } from '../../charts/scale.ts';
import { hatchLines, softStripes } from '../../charts/uncertain-end.ts';
import type { ChartRow, ChartSpec } from '../../schemas/chart-spec.ts';
import {
  figure,
  hairline,
  type Plan,
  type Point,
  type Room,
  type Shape,
  textLines,
} from '../../charts/marks/shapes.ts';
import { wrapText } from './text-measure.ts';
import { measureFigure, sizesOf } from './text-sizes.ts';

const RISE = 54;
const LARGEST_SQUARE = { wide: 112, narrow: 76 } as const;
/** Height of the uncertain edge above a square. */
const OPEN_BAND = 9;
/** Beside a square as small as this its figure has room. */
const SMALL_SQUARE = 40;

/**
 * A climb of steps, all of one height: they tell the order and nothing more. How many stand on each is told by the numeral and by a
 * square whose area is in proportion, so 4 beside 9000 stays what it is without a logarithm.
 */
export function planLadder(spec: ChartSpec, room: Room): Plan {
  return room.layout === 'wide' ? planClimb(spec, room) : planSteps(spec, room);
}

/** From left to right upwards. */
function planClimb(spec: ChartSpec, room: Room): Plan {
  const { width } = room;
  const sizes = sizesOf(room);
  const tread = (width - 2) / spec.rows.length;
  const labels = spec.rows.map((row) => wrapText(nameOf(spec, row), tread - 18, sizes.label));
  const lowestRise = Math.max(RISE, (labels[0]?.length ?? 1) * sizes.label * 1.35 + 22);
  const riseTo = (at: number): number => lowestRise + at * RISE;
  const base = Math.max(
    ...spec.rows.map((row, at) => {
      const open = row.bound === 'lower' ? OPEN_BAND : 0;
      return riseTo(at) + squareSide(row, spec, room) + open + sizes.figure + 24;
    }),
  );
  const stepOf = (at: number): Point => ({ x: 1 + at * tread, y: base - riseTo(at) });
  const outline = spec.rows.flatMap((_, at) => ['V', stepOf(at).y, 'H', stepOf(at).x + tread]);
  const shapes: Shape[] = [
    ...spec.rows.flatMap((row, at) => planClimbStep(spec, row, labels[at] ?? [], { ...stepOf(at), tread }, room)),
    { kind: 'stroke', steps: ['M', 1, base, ...outline, 'V', base], width: 1.5 },
    hairline(['M', 0, base, 'H', width], 0.5),
  ];
  return { shapes, height: base + 6 };
}

/** What stands on a step that begins at `x` and is trodden at `y`; its name stands below. */
function planClimbStep(
  spec: ChartSpec,
  row: ChartRow,
  name: readonly string[],
  { x, y, tread }: Point & { tread: number },
  room: Room,
): Shape[] {
  const sizes = sizesOf(room);
  const tone = toneOf(spec, row);
  const side = squareSide(row, spec, room);
  const open = row.bound === 'exact' ? 0 : OPEN_BAND;
  const figureWidth = measureFigure(row.display, sizes.figure, sizes.unit);
  const isBeside = side < SMALL_SQUARE && side + 10 + figureWidth < tread - 10;
  // Beside a small square, above a large one.
  const place = isBeside ? { x: x + 10 + side + 10, y: y - 8 } : { x: x + 10, y: y - side - open - 10 };
  return [
    ...planSquare(row, tone, { x: x + 10, y, side }),
    figure(row.display, { ...place, size: sizes.figure, unitSize: sizes.unit, fill: inkOf(tone) }),
    ...textLines(name, {
      x: x + 10,
      y: y + sizes.label + 10,
      size: sizes.label,
      fill: 'ink',
      lineHeight: sizes.label * 1.35,
    }),
  ];
}

/** For a narrow picture: a step a line, the highest on top, each set in further than the one below. */
function planSteps(spec: ChartSpec, room: Room): Plan {
  const { width } = room;
  const count = spec.rows.length;
  const inset = Math.min(20, 70 / count);
  const shapes: Shape[] = [];
  const outline: (string | number)[] = ['M', width - 1];
  let y = 0;
  for (const [at, row] of [...spec.rows].reverse().entries()) {
    const isHighest = at === 0;
    const x = 1 + (count - 1 - at) * inset;
    // What stands on a step begins right of the riser that goes up from it.
    const contentX = x + (isHighest ? 0 : inset) + 8;
    const step = planStep(spec, row, { x: contentX, above: y }, room);
    y = step.y;
    outline.push(...(isHighest ? [y, 'H', x] : ['V', y, 'H', x]));
    shapes.push(...step.shapes);
    if (!isHighest) shapes.push(hairline(['M', x, y, 'H', width], 0.3));
  }
  shapes.push({ kind: 'stroke', steps: [...outline, 'v', 14], width: 1.5 });
  return { shapes, height: y + 16 };
}

/** Square, name and figure of a step below `above`, and the `y` at which it is trodden. */
function planStep(
  spec: ChartSpec,
  row: ChartRow,
  { x, above }: { x: number; above: number },
  room: Room,
): { shapes: Shape[]; y: number } {
  const { width } = room;
  const sizes = sizesOf(room);
  const tone = toneOf(spec, row);
  const side = squareSide(row, spec, room);
  const open = row.bound === 'exact' ? 0 : OPEN_BAND;
  const lineHeight = sizes.label * 1.3;
  const figureWidth = measureFigure(row.display, sizes.figure, sizes.unit);
  const nameX = x + side + 10;
  const lines = wrapText(nameOf(spec, row), width - nameX - figureWidth - 18, sizes.label);
  const y = above + Math.max(52, side + open + 14, lines.length * sizes.label * 1.3 + 26);
  const nameY = y - 12 - (lines.length - 1) * sizes.label * 1.3;
  return {
    y,
    shapes: [
      ...planSquare(row, tone, { x, y, side }),
      ...textLines(lines, { x: nameX, y: nameY, size: sizes.label, fill: 'ink', lineHeight }),
      figure(row.display, {
        x: width - 6,
        y: y - 11,
        size: sizes.figure,
        unitSize: sizes.unit,
        fill: inkOf(tone),
        anchor: 'end',
      }),
    ],
  };
}

/** Squares are in proportion to their figures by area. */
function squareSide(row: ChartRow, { rows }: ChartSpec, { layout }: Room): number {
  const { most } = findExtent(rows.map(({ value }) => value));
  return Math.sqrt(row.value / most) * LARGEST_SQUARE[layout];
}

function inkOf(tone: Tone): 'seal' | 'ink' {
  return tone === 'seal' ? 'seal' : 'ink';
}

/** A square that stands at `y`; an uncertain figure's has a hatched or thinning upper edge. */
function planSquare({ bound }: ChartRow, tone: Tone, { x, y, side }: Point & { side: number }): Shape[] {
  const square: Shape = { kind: 'box', box: { x, y: y - side, width: side, height: side }, tone };
  if (bound === 'exact') return [square];
  if (bound === 'lower') {
    const lines = hatchLines(x, y - side - OPEN_BAND, side, OPEN_BAND);
    const steps = lines.flatMap(({ x1, y1, x2, y2 }) => ['M', x1, y1, 'L', x2, y2]);
    return [square, { kind: 'stroke', steps, tone, width: 1.5 }];
  }
  const stripes = softStripes(0, OPEN_BAND).map(({ start, thickness }): Shape => {
    const box = { x, y: y - side - start - thickness, width: side, height: thickness };
    return { kind: 'box', box, tone };
  });
  return [square, ...stripes];
}
