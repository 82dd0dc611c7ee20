import type { Tone } from '../groups.ts';

/**
 * What a plan is made of: shapes as plain data, in units of the picture, in the order in which they are painted. A plan has taken
 * every decision; an SVG or a canvas only paints it. Colours are named, not given: a tone, or a paint of the palette.
 */
export interface Plan {
  shapes: Shape[];
  /** How high the picture is; it begins at 0. */
  height: number;
}

/** The room a plan is made for. */
export interface Room {
  layout: Layout;
  width: number;
  /** Height to fill where the kind of chart allows; each kind has its own where none is given. */
  height?: number;
}

/** For a page's whole measure, for a column of text, for a phone. */
export type Layout = 'wide' | 'middle' | 'narrow';

/** Colours that every palette has: the ground, the ink at two strengths, and the site's own two. */
export type Paint = 'sheet' | 'ink' | 'inkSoft' | 'seal' | 'steel';
export type Anchor = 'start' | 'middle' | 'end';
/** Steps of path data: `['M', 0, 0, 'H', 20]`. */
export type Steps = readonly (string | number)[];

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

/** One line of text; `y` is its baseline. */
export interface TextShape extends Point {
  kind: 'text';
  text: string;
  size: number;
  fill: Paint;
  anchor?: Anchor;
  weight?: number;
  isSerif?: boolean;
  /** Set on a rim of the ground, so that a line behind it does not strike it through. */
  hasHalo?: boolean;
}

/** A figure with its number in the serif, and qualifier and unit small beside it: 逾30亿元. */
export interface FigureShape extends Point {
  kind: 'figure';
  text: string;
  /** Of the number; unit and qualifier are set at `unitSize`. */
  size: number;
  unitSize: number;
  fill: Paint;
  anchor?: Anchor;
  hasHalo?: boolean;
}

export interface DotRow extends Point {
  count: number;
}

export type Shape =
  | TextShape
  | FigureShape
  /** The ink at a part of its strength. */
  | { kind: 'hairline'; steps: Steps; opacity: number }
  /** A line at full strength, in the ink where no tone is given. */
  | { kind: 'stroke'; steps: Steps; tone?: Tone; width?: number }
  /** The course of a line chart. */
  | { kind: 'course'; steps: Steps; tone: Tone }
  /** Bars over a scale, whose hairlines must not show through a tint. */
  | { kind: 'bars'; boxes: Box[]; tone: Tone }
  | { kind: 'box'; box: Box; tone: Tone }
  /** Rows of round dots, one every `pitch`; the first of each row has its middle at the point. */
  | { kind: 'dots'; rows: DotRow[]; pitch: number; size: number; tone: Tone; opacity?: number }
  /** Part of a ring, parted from the next by the ground. */
  | { kind: 'ring'; steps: Steps; tone: Tone }
  /** A point of a line, open for a figure that is no exact one. */
  | ({ kind: 'point'; tone: Tone; isOpen: boolean } & Point)
  | ({ kind: 'dot' } & Point);

/** How strong a hairline is where nothing else is said. */
const HAIRLINE_OPACITY = 0.16;

export function hairline(steps: Steps, opacity = HAIRLINE_OPACITY): Shape {
  return { kind: 'hairline', steps, opacity };
}

export function text(content: string, options: Omit<TextShape, 'kind' | 'text'>): TextShape {
  return { kind: 'text', text: content, ...options };
}

/** Lines of text below each other. `y` is the first line's baseline, `lineHeight` the step from one to the next. */
export function textLines(
  lines: readonly string[],
  { lineHeight, ...options }: Omit<TextShape, 'kind' | 'text'> & { lineHeight?: number },
): TextShape[] {
  const step = lineHeight ?? options.size * 1.4;
  return lines.map((line, at) => text(line, { ...options, y: options.y + at * step }));
}

export function figure(display: string, options: Omit<FigureShape, 'kind' | 'text'>): FigureShape {
  return { kind: 'figure', text: display, ...options };
}
