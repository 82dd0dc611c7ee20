import { nameOf, roleOf, type Tone, toneOf } from '../../charts/groups.ts';
import { markPeriod } from '../../charts/inferred.ts';
import { planBreakAcross } from '../../charts/marks/axis-break.ts';
import { stackUp } from '../../charts/marks/name-blocks.ts';
import { findBreaks } from '../../charts/period-time.ts';
import type { ChartRow, ChartSpec } from '../../schemas/chart-spec.ts';
import {
  type Anchor,
  figure,
  type Paint,
  type Plan,
  type Room,
  type Shape,
  text,
  textLines,
} from '../../charts/marks/shapes.ts';
import { measureText, wrapText } from './text-measure.ts';
import { measureFigure, sizesOf } from './text-sizes.ts';

const HEIGHT = { wide: 300, middle: 300, narrow: 320 } as const;
const COLUMN_WIDTH = { wide: 190, middle: 170, narrow: 132 } as const;
const LEAST_COLUMN_WIDTH = 40;
const LEAST_HEIGHT = 150;
/** Between names that stand beside a column. */
const NAME_GAP = 6;

interface StackFrame extends NamePlace {
  /** Width of a column's place, names beside it included. */
  slot: number;
  base: number;
  lengthOf: (value: number) => number;
}

/** One column a period: its parts from the ground up, each named where it stands, the whole above it. */
export function planStackedColumns(spec: ChartSpec, room: Room): Plan {
  const { layout, width } = room;
  const sizes = sizesOf(room);
  const top = sizes.figure + sizes.label + 24;
  const bottomText = 34;
  const slot = width / spec.periods.length;
  const wholes = spec.rows.filter((row) => roleOf(spec, row) === 'whole').map(({ value }) => value);
  // The tallest whole fills the plot: its figure stands on it, so no axis is needed to read it.
  const [least, largest] = [Math.min(...wholes), Math.max(...wholes)];
  const frameOf = (plotHeight: number): StackFrame => {
    const lengthOf = (value: number): number => (value / largest) * plotHeight;
    return { slot, base: top + plotHeight, lengthOf, ...planNames(spec, { slot, lengthOf }, room) };
  };
  const wanted = room.height === undefined ? HEIGHT[layout] : Math.max(LEAST_HEIGHT, room.height - top - bottomText);
  const first = frameOf(wanted);
  // Names beside a column need their room, however low it is.
  const needed = first.isBeside ? (namesHeight(spec, first.nameWidth, room) * largest) / least : 0;
  const frame = needed > wanted ? frameOf(needed) : first;
  const { base } = frame;
  const shapes: Shape[] = [
    ...spec.periods.flatMap((period, at) => planStack(spec, period, at, frame, room)),
    { kind: 'stroke', steps: ['M', 0, base, 'H', width] },
    ...findBreaks(spec.periods.map(({ id }) => id)).map((at) => planBreakAcross({ x: slot * (at + 1), y: base })),
  ];
  return { shapes, height: base + bottomText };
}

/** Height of the names of all parts one above the other. */
function namesHeight(spec: ChartSpec, nameWidth: number, room: Room): number {
  return spec.series
    .filter(({ role }) => role !== 'whole')
    .reduce((sum, { label }) => sum + nameHeight(label, nameWidth, room) + NAME_GAP, 0);
}

function planStack(
  spec: ChartSpec,
  { id, label }: ChartSpec['periods'][number],
  at: number,
  frame: StackFrame,
  room: Room,
): Shape[] {
  const sizes = sizesOf(room);
  const { slot, base } = frame;
  const x = slot * at + (slot - frame.columnWidth - frame.besideWidth) / 2;
  const centre = x + frame.columnWidth / 2;
  const parts = planParts(spec, id, frame, room);
  const top = parts.at(-1)?.y ?? base;
  const shapes = spec.rows
    .filter(({ period }) => period === id)
    .flatMap((row): Shape[] => {
      const part = parts.find((one) => one.row === row);
      if (!part) return planWhole(spec, row, { left: slot * at, centre, y: top }, room);
      const tone = toneOf(spec, row);
      const box = { x, y: part.y + 1, width: frame.columnWidth, height: Math.max(0.5, part.height - 1) };
      const point = frame.isBeside
        ? ({ x: x + frame.columnWidth + 8, anchor: 'start', fill: 'ink' } as const)
        : ({ x: centre, anchor: 'middle', fill: inkOn(tone) } as const);
      const name = planName(spec, row, { ...point, middle: part.middle, width: frame.nameWidth }, room);
      return [{ kind: 'bars', boxes: [box], tone }, ...name];
    });
  const period = text(markPeriod({ id, label }, spec.rows), {
    x: centre,
    y: base + 24,
    size: sizes.label,
    fill: 'inkSoft',
    anchor: 'middle',
  });
  return [...shapes, period];
}

interface PlacedPart {
  row: ChartRow;
  /** Its upper edge. */
  y: number;
  height: number;
  /** The middle of its name and figure. */
  middle: number;
}

/** The parts of a period from the ground up. Names beside a column keep clear of each other, however low their parts are. */
function planParts(spec: ChartSpec, period: string, frame: StackFrame, room: Room): PlacedPart[] {
  let y = frame.base;
  const parts = spec.rows
    .filter((row) => row.period === period && roleOf(spec, row) !== 'whole')
    .map((row) => {
      const height = frame.lengthOf(row.value);
      y -= height;
      return { row, y, height, middle: y + height / 2 };
    });
  if (!frame.isBeside) return parts;
  const middles = stackUp(
    parts.map(({ row, middle }) => ({ wanted: middle, height: nameHeight(nameOf(spec, row), frame.nameWidth, room) })),
    { base: frame.base, gap: NAME_GAP },
  );
  return parts.map((part, at) => ({ ...part, middle: middles[at] ?? part.middle }));
}

/** The whole above its parts: name, then figure; moved right where it would leave its column's place on the left. */
function planWhole(
  spec: ChartSpec,
  row: ChartRow,
  { left, centre, y }: { left: number; centre: number; y: number },
  room: Room,
): Shape[] {
  const sizes = sizesOf(room);
  const name = nameOf(spec, row);
  const half = Math.max(measureText(name, sizes.label), measureFigure(row.display, sizes.figure, sizes.unit)) / 2;
  const x = Math.max(left + half, centre);
  return [
    text(name, { x, y: y - sizes.figure - 16, size: sizes.label, fill: 'ink', anchor: 'middle' }),
    figure(row.display, { x, y: y - 10, size: sizes.figure, unitSize: sizes.unit, fill: 'ink', anchor: 'middle' }),
  ];
}

interface NamePlace {
  isBeside: boolean;
  columnWidth: number;
  nameWidth: number;
  /** Room right of each column; none where names stand inside. */
  besideWidth: number;
}

/** Names stand inside the parts, or, where one part anywhere is too low for that, all of them beside. */
function planNames(
  spec: ChartSpec,
  { slot, lengthOf }: { slot: number; lengthOf: (value: number) => number },
  room: Room,
): NamePlace {
  const sizes = sizesOf(room);
  const parts = spec.rows.filter((row) => roleOf(spec, row) !== 'whole');
  const columnWidth = Math.min(COLUMN_WIDTH[room.layout], slot - 20);
  const nameWidth = columnWidth - 12;
  const fits = (row: ChartRow): boolean =>
    lengthOf(row.value) >= nameHeight(nameOf(spec, row), nameWidth, room) + 8 &&
    measureFigure(row.display, sizes.figure, sizes.unit) <= nameWidth;
  if (parts.every(fits)) return { isBeside: false, columnWidth, nameWidth, besideWidth: 0 };
  const widest = Math.max(
    ...parts.flatMap((row) => [
      measureText(nameOf(spec, row), sizes.label),
      measureFigure(row.display, sizes.figure, sizes.unit),
    ]),
  );
  const besideWidth = Math.min(widest + 8, slot - LEAST_COLUMN_WIDTH - 12);
  return {
    isBeside: true,
    columnWidth: Math.min(columnWidth, slot - besideWidth - 12),
    nameWidth: besideWidth - 8,
    besideWidth,
  };
}

/** Height of a name with its figure below it. */
function nameHeight(name: string, width: number, room: Room): number {
  const sizes = sizesOf(room);
  return wrapText(name, width, sizes.label).length * sizes.label * 1.3 + sizes.figure * 1.2;
}

/** A part's name with its figure below it, around a middle line. */
function planName(
  spec: ChartSpec,
  row: ChartRow,
  { x, anchor, middle, width, fill }: { x: number; anchor: Anchor; middle: number; width: number; fill: Paint },
  room: Room,
): Shape[] {
  const sizes = sizesOf(room);
  const name = nameOf(spec, row);
  const lines = wrapText(name, width, sizes.label);
  const lineHeight = sizes.label * 1.3;
  const first = middle - nameHeight(name, width, room) / 2 + sizes.label;
  const figureY = first + (lines.length - 1) * lineHeight + sizes.figure * 1.2;
  return [
    ...textLines(lines, { x, y: first, size: sizes.label, fill, anchor, lineHeight }),
    figure(row.display, { x, y: figureY, size: sizes.figure, unitSize: sizes.unit, fill, anchor }),
  ];
}

/** Paint of text that can be read on a tone. */
function inkOn(tone: Tone): Paint {
  return tone === 'pale' ? 'ink' : 'sheet';
}
