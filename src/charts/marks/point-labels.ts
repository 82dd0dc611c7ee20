import type { Anchor, Box, Point } from './shapes.ts';

/**
 * Where the words of a chart in time stand: each at its mark, above or below it, and neither on other words nor on what is drawn. What
 * finds no room is left out; the table has every figure. Baselines and widths are those of one size of type.
 */

/** Words at a mark. */
export interface MarkLabel extends Point {
  width: number;
  size: number;
  /** What is placed first: higher. Nothing of weight 0 is written where words are many. */
  weight: number;
  /** How far above and below the mark's own place the words keep. */
  above: number;
  below: number;
  /** Which side is tried first. */
  prefers: 'above' | 'below';
  /** A line may run behind it rather than that it is left out. */
  isNeeded?: boolean;
  /** Marks at which the words may stand instead, best first: the name of a line belongs to all of it. */
  elsewhere?: readonly Point[];
}

export interface PlacedLabel extends Point {
  anchor: Anchor;
}

/** What words keep off: lines as runs of points, and filled places. */
export interface Obstacles {
  courses: readonly (readonly Point[])[];
  boxes: readonly Box[];
}

/** Room around words. */
const MARGIN = 3;
/** Letters and digits reach so far above and below their baseline, as parts of their size. */
const ASCENT = 0.76;
const DESCENT = 0.2;

/** Places in the order of `labels`; undefined for what has no room between the edges. */
export function placeLabels(
  labels: readonly MarkLabel[],
  { courses, boxes }: Obstacles,
  edges: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>,
): (PlacedLabel | undefined)[] {
  const taken: Box[] = [];
  const placed: (PlacedLabel | undefined)[] = labels.map(() => undefined);
  const byWeight = labels.map((label, at) => ({ label, at })).sort((a, b) => b.label.weight - a.label.weight);
  for (const { label, at } of byWeight) {
    const candidates = [label, ...(label.elsewhere ?? [])].flatMap((mark) =>
      listCandidates({ ...label, x: mark.x, y: mark.y }, edges),
    );
    const isFree = (one: Candidate): boolean => !taken.some((other) => overlap(one.box, other));
    const isClear = (one: Candidate): boolean =>
      !boxes.some((other) => overlap(one.box, other)) && !courses.some((course) => crosses(course, one.box));
    const free = candidates.filter(isFree);
    const chosen = free.find(isClear) ?? (label.isNeeded === true ? free[0] : undefined);
    if (!chosen) continue;
    taken.push(chosen.box);
    placed[at] = chosen.place;
  }
  return placed;
}

interface Candidate {
  place: PlacedLabel;
  box: Box;
}

function listCandidates(
  { x, y, width, size, above, below, prefers }: MarkLabel,
  edges: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>,
): Candidate[] {
  const high = y - above;
  const low = y + below + size * ASCENT;
  const baselines = prefers === 'above' ? [high, low] : [low, high];
  // In the middle of its mark, or as far beside it as the edge or a steep line asks for.
  const middles = [x, x - width / 2, x + width / 2].map((middle) =>
    Math.max(edges.left + width / 2, Math.min(middle, edges.right - width / 2)),
  );
  return middles
    .flatMap((middle) => baselines.map((baseline) => ({ middle, baseline })))
    .filter(({ baseline }) => baseline - size * ASCENT >= edges.top && baseline + size * DESCENT <= edges.bottom)
    .map(({ middle, baseline }) => ({
      place: { x: middle, y: baseline, anchor: 'middle' as const },
      box: {
        x: middle - width / 2 - MARGIN,
        y: baseline - size * ASCENT - 1,
        width: width + 2 * MARGIN,
        height: size * (ASCENT + DESCENT) + 2,
      },
    }));
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** True where a line through these points runs through a box. */
function crosses(course: readonly Point[], box: Box): boolean {
  return course.slice(1).some((to, at) => {
    const from = course[at] ?? to;
    return cutsBox(from, to, box);
  });
}

/** Whether a stretch of a line has a part inside a box: what is left of it after cutting at each edge. */
function cutsBox(from: Point, to: Point, { x, y, width, height }: Box): boolean {
  let [enter, leave] = [0, 1];
  for (const [start, step, low, high] of [
    [from.x, to.x - from.x, x, x + width],
    [from.y, to.y - from.y, y, y + height],
  ] as const) {
    if (step === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const [a, b] = [(low - start) / step, (high - start) / step];
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter < leave;
}

/** Where words are more than this, only those that say most are written. */
const MOST_WRITTEN = 16;

/**
 * How much the figures of a series say: its ends most, then the highest and lowest, then what is no exact figure, then all others;
 * undefined for one that is not written at all, as in a long series that would be nothing but figures.
 */
export function weighFigures(figures: readonly { value: number; isExact: boolean }[]): (number | undefined)[] {
  const values = figures.map(({ value }) => value);
  const [least, most] = [values.indexOf(Math.min(...values)), values.indexOf(Math.max(...values))];
  return figures.map(({ isExact }, at) => {
    if (at === 0 || at === figures.length - 1) return 3;
    if (at === least || at === most) return 2;
    if (!isExact) return 1;
    return figures.length > MOST_WRITTEN ? undefined : 0;
  });
}

/** Names of points in time that have room beside each other: the first and the last always. */
export function findNamed(
  points: readonly { x: number; width: number }[],
  { gap }: { gap: number },
): ReadonlySet<number> {
  const last = points.length - 1;
  const named = new Set<number>();
  const end = points[last];
  let reached = -Infinity;
  for (const [at, { x, width }] of points.entries()) {
    const isLast = at === last;
    const isBeforeEnd = at === 0 || (end !== undefined && x + width / 2 + gap <= end.x - end.width / 2);
    if (!isLast && (x - width / 2 < reached + gap || !isBeforeEnd)) continue;
    named.add(at);
    reached = x + width / 2;
  }
  return named;
}
