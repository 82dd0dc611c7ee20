import { type Tone, toneOf } from '../../charts/groups.ts';
import type { ChartRow, ChartSpec } from '../../schemas/chart-spec.ts';
import type { ChartPalette } from '../palette.ts';
import { paintRects } from './bar-mark.ts';
import {
  type Drawing,
  type DrawingStyle,
  figureText,
  getScale,
  hairline,
  measureFigure,
  sizesOf,
  text,
  textLines,
} from './drawing-style.ts';
import { element, pathData } from './markup.ts';
import { measureText, wrapText } from './text-measure.ts';

const HEIGHT = { wide: 300, narrow: 320 } as const;
const COLUMN_WIDTH = { wide: 170, narrow: 132 } as const;
const LEAST_COLUMN_WIDTH = 40;
/** Between names that stand beside a column. */
const NAME_GAP = 6;

/** One column a period: its parts from the ground up, each named where it stands, the whole above it. */
export function drawStackedColumns(spec: ChartSpec, style: DrawingStyle): Drawing {
  const { layout, width, palette } = style;
  const sizes = sizesOf(style);
  const scale = getScale(spec);
  const top = sizes.figure + sizes.label + 24;
  const bottomText = 34;
  const plotHeight = style.height === undefined ? HEIGHT[layout] : Math.max(150, style.height - top - bottomText);
  const base = top + plotHeight;
  const slot = width / spec.periods.length;
  // The tallest whole fills the plot: its figure stands on it, so no axis is needed to read it.
  const largest = Math.max(...spec.rows.filter((row) => roleOf(spec, row) === 'whole').map(({ value }) => value));
  const lengthOf = (value: number): number => (value / largest) * plotHeight;
  const place = placeNames(spec, { slot, lengthOf }, style);
  const ticks = scale.ticks.filter(({ value }) => value > 0 && value <= largest);
  let markup = hairline(
    pathData(...ticks.flatMap(({ value }) => ['M', 0, base - lengthOf(value), 'H', width])),
    palette,
  );
  spec.periods.forEach(({ id, label }, at) => {
    const x = slot * at + (slot - place.columnWidth - place.besideWidth) / 2;
    const centre = x + place.columnWidth / 2;
    let y = base;
    let nameFloor = base;
    for (const row of spec.rows.filter(({ period }) => period === id)) {
      const name = nameOf(spec, row);
      if (roleOf(spec, row) === 'whole') {
        const half = Math.max(measureText(name, sizes.label), measureFigure(row.display, sizes.figure, sizes.unit)) / 2;
        const wholeX = Math.max(slot * at + half, centre);
        const figure = { x: wholeX, y: y - 10, size: sizes.figure, unitSize: sizes.unit, fill: palette.ink };
        markup += [
          text(name, { x: wholeX, y: y - sizes.figure - 16, size: sizes.label, fill: palette.ink, anchor: 'middle' }),
          figureText(row.display, { ...figure, anchor: 'middle' }),
        ].join('');
        continue;
      }
      const height = lengthOf(row.value);
      y -= height;
      const tone = toneOf(spec, row);
      const rect = { x, y: y + 1, width: place.columnWidth, height: Math.max(0.5, height - 1) };
      const blockHeight = nameHeight(name, place.nameWidth, style);
      // Names beside a column keep clear of the one below, however low their parts are.
      const middle = place.isBeside ? Math.min(y + height / 2, nameFloor - blockHeight / 2) : y + height / 2;
      nameFloor = middle - blockHeight / 2 - NAME_GAP;
      const point = place.isBeside
        ? { x: x + place.columnWidth + 8, anchor: 'start' as const }
        : { x: centre, anchor: 'middle' as const };
      const fill = place.isBeside ? palette.ink : inkOn(tone, palette);
      const named = drawName(row, name, { ...point, middle, width: place.nameWidth, fill }, style);
      markup += [paintRects([rect], tone, palette), named].join('');
    }
    markup += text(label, { x: centre, y: base + 24, size: sizes.label, fill: palette.inkSoft, anchor: 'middle' });
  });
  markup += element('path', { d: pathData('M', 0, base, 'H', width), stroke: palette.ink, fill: 'none' });
  return { markup, height: base + bottomText };
}

function roleOf({ series }: ChartSpec, row: ChartRow): string | undefined {
  return series[row.series]?.role;
}

function nameOf({ series }: ChartSpec, row: ChartRow): string {
  return series[row.series]?.label ?? '';
}

interface NamePlace {
  isBeside: boolean;
  columnWidth: number;
  nameWidth: number;
  /** Room right of each column; none where names stand inside. */
  besideWidth: number;
}

/** Names stand inside the parts, or, where one part anywhere is too low for that, all of them beside. */
function placeNames(
  spec: ChartSpec,
  { slot, lengthOf }: { slot: number; lengthOf: (value: number) => number },
  style: DrawingStyle,
): NamePlace {
  const sizes = sizesOf(style);
  const parts = spec.rows.filter((row) => roleOf(spec, row) !== 'whole');
  const columnWidth = Math.min(COLUMN_WIDTH[style.layout], slot - 20);
  const nameWidth = columnWidth - 12;
  const fits = (row: ChartRow): boolean =>
    lengthOf(row.value) >= nameHeight(nameOf(spec, row), nameWidth, style) + 8 &&
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

function nameHeight(name: string, width: number, style: DrawingStyle): number {
  const sizes = sizesOf(style);
  return wrapText(name, width, sizes.label).length * sizes.label * 1.3 + sizes.figure * 1.2;
}

/** A part's name with its figure below it, around a middle line. */
function drawName(
  row: ChartRow,
  name: string,
  {
    x,
    anchor,
    middle,
    width,
    fill,
  }: { x: number; anchor: 'start' | 'middle'; middle: number; width: number; fill: string },
  style: DrawingStyle,
): string {
  const sizes = sizesOf(style);
  const lines = wrapText(name, width, sizes.label);
  const lineHeight = sizes.label * 1.3;
  const first = middle - nameHeight(name, width, style) / 2 + sizes.label;
  const figureY = first + (lines.length - 1) * lineHeight + sizes.figure * 1.2;
  return (
    textLines(lines, { x, y: first, size: sizes.label, fill, anchor, lineHeight }) +
    figureText(row.display, { x, y: figureY, size: sizes.figure, unitSize: sizes.unit, fill, anchor })
  );
}

/** Text that can be read on a tone. */
function inkOn(tone: Tone, palette: ChartPalette): string {
  return tone === 'pale' ? palette.ink : palette.sheet;
}
