import { nameOf, roleOf, toneOf } from '../../charts/groups.ts';
import { markInferred } from '../../charts/inferred.ts';
import type { ChartRow, ChartSpec } from '../../schemas/chart-spec.ts';
import { spreadDown } from '../../charts/marks/name-blocks.ts';
import { leaderTurn, planGraduation, planLeader, pointAt, ringSteps } from '../../charts/marks/ring.ts';
import { figure, type Plan, type Point, type Room, type Shape, text, textLines } from '../../charts/marks/shapes.ts';
import { measureText, wrapText } from './text-measure.ts';
import { measureFigure, sizesOf } from './text-sizes.ts';

/** Between the names of neighbouring shares. */
const BLOCK_GAP = 18;

interface RingFrame {
  centre: Point;
  radius: number;
  /** Radius of the hole. */
  inner: number;
  /** Where the ring's own part of the picture ends. */
  bottom: number;
  textX: number;
}

/** A share with the lines of its name, and where it lies. */
interface PlacedShare {
  row: ChartRow;
  lines: readonly string[];
  /** Turns of the ring at which it begins and ends, from the top clockwise. */
  from: number;
  to: number;
  /** Top of its name and figure, and the turn at which its leader leaves the ring. */
  y: number;
  turn: number;
}

/** Shares of one whole as a ring graduated in hundredths, from the top clockwise; the whole stands in the middle. */
export function planDoughnut(spec: ChartSpec, room: Room): Plan {
  const frame = planFrame(spec, room);
  const { centre, radius, bottom } = frame;
  const { placed, end } = placeShares(spec, frame, room);
  const whole = spec.rows.find((row) => roleOf(spec, row) === 'whole');
  const shapes = [
    planGraduation(centre, radius),
    ...placed.flatMap((share) => planShare(spec, share, frame, room)),
    ...(whole ? planWhole(spec, whole, frame, room) : []),
    ...placed.flatMap((share) => planLeaderOf(share, frame, room)),
  ];
  return { shapes, height: Math.max(bottom, end - BLOCK_GAP) };
}

/** Of the hole's radius, how wide a name in it may be, and how many characters at most stand on one line. */
const NAME_SHARE = 1.4;
const LONGEST_LINE = 6;
/** Radius of the hole, of the ring's. */
const HOLE = 0.64;
const RADIUS = { wide: 150, middle: 132, narrow: 82 } as const;
const LEADER = { wide: 86, middle: 64, narrow: 34 } as const;

/** The names stand right of the ring, each led to from its share. */
function planFrame(spec: ChartSpec, room: Room): RingFrame {
  const { layout, width, height = 320 } = room;
  const radius = Math.max(leastHole(spec, room) / HOLE, Math.min(RADIUS[layout], height / 2 - 12));
  // Ring and names together stand in the middle.
  const used = 2 * radius + LEADER[layout] + widestName(spec, room);
  const centre = { x: Math.max(12, (width - used) / 2) + radius, y: radius + 12 };
  return {
    centre,
    radius,
    inner: radius * HOLE,
    bottom: centre.y + radius + 12,
    textX: centre.x + radius + LEADER[layout],
  };
}

/** The smallest hole in which name, figure and period of the whole have room; a long name takes two lines. */
function leastHole(spec: ChartSpec, room: Room): number {
  const whole = spec.rows.find((row) => roleOf(spec, row) === 'whole');
  if (!whole) return 0;
  const { label, figure: size, small, unit } = sizesOf(room);
  const name = Math.min(measureText(nameOf(spec, whole), label), LONGEST_LINE * label);
  const height = label * 1.3 + size * 1.35 + small * 1.6;
  // The corners of the last line come nearest to the ring.
  const corner = Math.hypot(height / 2, measureText(markInferred(whole), small) / 2);
  return Math.max(measureFigure(whole.display, size, unit) / 2 + 8, name / NAME_SHARE, corner + 4);
}

/** Of the names and figures beside the ring. */
function widestName(spec: ChartSpec, room: Room): number {
  const { label, figure: size, unit } = sizesOf(room);
  const shares = spec.rows.filter((row) => roleOf(spec, row) !== 'whole');
  return Math.max(
    ...shares.flatMap((row) => [measureText(nameOf(spec, row), label), measureFigure(row.display, size, unit)]),
  );
}

/** Names stand level with their shares as far as those above and below leave room. `end` is where the next one would begin. */
function placeShares(
  spec: ChartSpec,
  { centre, radius, bottom, textX }: RingFrame,
  room: Room,
): { placed: PlacedShare[]; end: number } {
  const sizes = sizesOf(room);
  const rows = spec.rows.filter((row) => roleOf(spec, row) !== 'whole');
  const total = rows.reduce((sum, { value }) => sum + value, 0);
  const blocks = rows.map((row) => wrapText(nameOf(spec, row), room.width - textX - 4, sizes.label));
  const heights = blocks.map((lines) => lines.length * sizes.label * 1.35 + sizes.figure * 1.5);
  let turned = 0;
  const shares = rows.map((row, at) => {
    const [from, to] = [turned, turned + row.value / total];
    turned = to;
    return { row, lines: blocks[at] ?? [], from, to, turn: leaderTurn(from, to) };
  });
  const top = 4;
  const wantedOf = (turn: number): number => pointAt(centre, radius, turn).y - sizes.label * 0.7;
  const tops = spreadDown(
    shares.map(({ turn }, at) => ({ wanted: wantedOf(turn), height: heights[at] ?? 0 })),
    { top, bottom, gap: BLOCK_GAP },
  );
  const placed = shares.map((share, at) => ({ ...share, y: tops[at] ?? top }));
  return { placed, end: (tops.at(-1) ?? top) + (heights.at(-1) ?? 0) + BLOCK_GAP };
}

/** A share of the ring, with its name and figure. */
function planShare(
  spec: ChartSpec,
  { row, lines, from, to, y }: PlacedShare,
  { centre, radius, inner, textX }: RingFrame,
  room: Room,
): Shape[] {
  const sizes = sizesOf(room);
  const tone = toneOf(spec, row);
  const lineHeight = sizes.label * 1.35;
  return [
    { kind: 'ring', steps: ringSteps(centre, { outer: radius, inner }, { from, to }), tone },
    ...textLines(lines, { x: textX, y: y + sizes.label, size: sizes.label, fill: 'ink', lineHeight }),
    figure(row.display, {
      x: textX,
      y: y + lines.length * lineHeight + sizes.figure * 1.05,
      size: sizes.figure,
      unitSize: sizes.unit,
      fill: tone === 'seal' ? 'seal' : 'ink',
    }),
  ];
}

/** A line from a share to its name. */
function planLeaderOf({ y, turn }: PlacedShare, { centre, radius, textX }: RingFrame, room: Room): Shape[] {
  return planLeader(
    pointAt(centre, radius + 1, turn),
    { x: textX - 10, y: y + sizesOf(room).label * 0.7 },
    LEADER[room.layout] * 0.42,
  );
}

/** The whole in the hole of the ring: name, figure, period. */
function planWhole(spec: ChartSpec, row: ChartRow, { centre, inner }: RingFrame, room: Room): Shape[] {
  const sizes = sizesOf(room);
  const lineHeight = sizes.label * 1.3;
  const lines = wrapText(nameOf(spec, row), inner * NAME_SHARE, sizes.label);
  const first = centre.y - (lines.length * lineHeight) / 2 + 2;
  const figureY = first + (lines.length - 1) * lineHeight + sizes.figure * 1.35;
  const place = { x: centre.x, anchor: 'middle' } as const;
  return [
    ...textLines(lines, { ...place, y: first, size: sizes.label, fill: 'inkSoft', lineHeight }),
    figure(row.display, { ...place, y: figureY, size: sizes.figure, unitSize: sizes.unit, fill: 'ink' }),
    text(markInferred(row), { ...place, y: figureY + sizes.small * 1.6, size: sizes.small, fill: 'inkSoft' }),
  ];
}
