import { toneOf } from '../../charts/groups.ts';
import type { ChartRow, ChartSpec } from '../../schemas/chart-spec.ts';
import type { ChartPalette } from '../palette.ts';
import { paintRects } from './bar-mark.ts';
import {
  type Drawing,
  type DrawingStyle,
  figureText,
  getScale,
  hairline,
  rowGroup,
  sizesOf,
  text,
  textLines,
} from './drawing-style.ts';
import { element, pathData } from './markup.ts';
import { wrapText } from './text-measure.ts';

const HEIGHT = { wide: 300, narrow: 320 } as const;

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
  const columnWidth = Math.min(layout === 'wide' ? 170 : 132, slot - 20);
  // The tallest whole fills the plot: its figure stands on it, so no axis is needed to read it.
  const largest = Math.max(...spec.rows.filter((row) => roleOf(spec, row) === 'whole').map(({ value }) => value));
  const lengthOf = (value: number): number => (value / Math.min(scale.max, largest)) * plotHeight;
  let markup = hairline(
    pathData(
      ...scale.ticks
        .filter(({ value }) => value > 0 && value <= largest)
        .flatMap(({ value }) => ['M', 0, base - lengthOf(value), 'H', width]),
    ),
    palette,
  );
  spec.periods.forEach(({ id, label }, at) => {
    const centre = slot * (at + 0.5);
    const rows = spec.rows.filter(({ period }) => period === id);
    let y = base;
    for (const row of rows) {
      const index = spec.rows.indexOf(row);
      const name = spec.series[row.series]?.label ?? '';
      if (roleOf(spec, row) === 'whole') {
        markup += rowGroup(
          index,
          style,
          text(name, { x: centre, y: y - sizes.figure - 16, size: sizes.label, fill: palette.ink, anchor: 'middle' }),
          figureText(row.display, {
            x: centre,
            y: y - 10,
            size: sizes.figure,
            unitSize: sizes.unit,
            fill: palette.ink,
            anchor: 'middle',
          }),
        );
        continue;
      }
      const height = lengthOf(row.value);
      y -= height;
      markup += rowGroup(
        index,
        style,
        drawPart(row, name, { spec, x: centre - columnWidth / 2, y, columnWidth, height }, style),
      );
    }
    markup += text(label, { x: centre, y: base + 24, size: sizes.label, fill: palette.inkSoft, anchor: 'middle' });
  });
  markup += element('path', { d: pathData('M', 0, base, 'H', width), stroke: palette.ink, fill: 'none' });
  return { markup, height: base + bottomText };
}

function roleOf({ series }: ChartSpec, row: ChartRow): string | undefined {
  return series[row.series]?.role;
}

interface PartBox {
  spec: ChartSpec;
  x: number;
  y: number;
  columnWidth: number;
  height: number;
}

/** A part with its name and figure inside, or beside it where it is too low to hold them. */
function drawPart(
  row: ChartRow,
  name: string,
  { spec, x, y, columnWidth, height }: PartBox,
  style: DrawingStyle,
): string {
  const { palette } = style;
  const sizes = sizesOf(style);
  const tone = toneOf(spec, row);
  const lines = wrapText(name, columnWidth - 12, sizes.label);
  const needed = lines.length * sizes.label * 1.3 + sizes.figure * 1.3 + 8;
  const rect = paintRects([{ x, y: y + 1, width: columnWidth, height: Math.max(0.5, height - 1) }], tone, palette);
  const isInside = height >= needed;
  const fill = isInside ? inkOn(tone, palette) : palette.ink;
  const centre = x + columnWidth / 2;
  const first = isInside ? y + (height - needed) / 2 + sizes.label * 1.1 : y + height / 2;
  if (isInside) {
    return [
      rect,
      textLines(lines, {
        x: centre,
        y: first,
        size: sizes.label,
        fill,
        anchor: 'middle',
        lineHeight: sizes.label * 1.3,
      }),
      figureText(row.display, {
        x: centre,
        y: first + (lines.length - 1) * sizes.label * 1.3 + sizes.figure * 1.25,
        size: sizes.figure,
        unitSize: sizes.unit,
        fill,
        anchor: 'middle',
      }),
    ].join('');
  }
  return (
    rect +
    text(`${name} ${row.display}`, { x: x + columnWidth + 8, y: first + sizes.small * 0.36, size: sizes.small, fill })
  );
}

/** Text that can be read on a tone. */
function inkOn(tone: ReturnType<typeof toneOf>, palette: ChartPalette): string {
  return tone === 'pale' ? palette.ink : palette.sheet;
}
