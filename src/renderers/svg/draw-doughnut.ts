import { toneOf } from '../../charts/groups.ts';
import type { ChartRow, ChartSpec } from '../../schemas/chart-spec.ts';
import { tonePaint } from '../palette.ts';
import { type Drawing, type DrawingStyle, figureText, hairline, sizesOf, text, textLines } from './drawing-style.ts';
import { element, pathData } from './markup.ts';
import { wrapText } from './text-measure.ts';

const TURN = Math.PI * 2;

/** Shares of one whole as a ring graduated in hundredths, from the top clockwise; the whole stands in the middle. */
export function drawDoughnut(spec: ChartSpec, style: DrawingStyle): Drawing {
  const { layout, width, palette } = style;
  const sizes = sizesOf(style);
  const isWide = layout === 'wide';
  const shares = spec.rows.filter(({ series }) => spec.series[series]?.role !== 'whole');
  const whole = spec.rows.find(({ series }) => spec.series[series]?.role === 'whole');
  const total = shares.reduce((sum, { value }) => sum + value, 0);
  const available = style.height ?? 320;
  const radius = isWide ? Math.min(150, available / 2 - 12) : 118;
  const centre = { x: isWide ? width * 0.3 : width / 2, y: radius + 10 };
  const inner = radius * 0.62;
  let markup = drawGraduation(centre, radius, style);
  let leaders = '';

  const textX = isWide ? centre.x + radius + 86 : 26;
  const textWidth = width - textX - 4;
  const blocks = shares.map((row) => wrapText(nameOf(spec, row), textWidth, sizes.label));
  const heights = blocks.map((lines) => lines.length * sizes.label * 1.35 + sizes.figure * 1.5);
  const sum = heights.reduce((a, b) => a + b, 0) + (blocks.length - 1) * 18;
  const bottom = centre.y + radius + 12;
  let left = sum;
  let y = isWide ? 4 : centre.y + radius + 26;
  let from = 0;
  shares.forEach((row, at) => {
    const to = from + row.value / total;
    const turn = leaderTurn(from, to);
    // Names stand level with their shares as far as those above and below leave room.
    if (isWide) y = Math.max(y, Math.min(pointAt(centre, radius, turn).y - sizes.label * 0.7, bottom - left));
    left -= (heights[at] ?? 0) + 18;
    const tone = toneOf(spec, row);
    const lines = blocks[at] ?? [];
    const name = textLines(lines, {
      x: textX,
      y: y + sizes.label,
      size: sizes.label,
      fill: palette.ink,
      lineHeight: sizes.label * 1.35,
    });
    const figureY = y + lines.length * sizes.label * 1.35 + sizes.figure * 1.05;
    const figure = figureText(row.display, {
      x: textX,
      y: figureY,
      size: sizes.figure,
      unitSize: sizes.unit,
      fill: tone === 'seal' ? palette.seal : palette.ink,
    });
    const anchor = pointAt(centre, radius - 12, turn);
    const leader = isWide
      ? hairline(
          pathData(
            'M',
            anchor.x,
            anchor.y,
            'L',
            Math.max(textX - 50, anchor.x + 6),
            y + sizes.label * 0.7,
            'H',
            textX - 10,
          ),
          palette,
          0.6,
        ) + dot(anchor, palette.ink)
      : element('rect', { x: 4, y: y + 2, width: 12, height: sizes.label * 0.9, ...tonePaint(tone, palette) });
    markup += [
      element('path', {
        d: ringPart(centre, radius, inner, from, to),
        ...tonePaint(tone, palette),
        stroke: palette.sheet,
        'stroke-width': 2,
      }),
      name,
      figure,
    ].join('');
    leaders += leader;
    from = to;
    y += (heights[at] ?? 0) + 18;
  });
  if (whole) {
    const lines = wrapText(nameOf(spec, whole), inner * 1.4, sizes.label);
    const first = centre.y - (lines.length * sizes.label * 1.3) / 2 + 2;
    markup += [
      textLines(lines, {
        x: centre.x,
        y: first,
        size: sizes.label,
        fill: palette.inkSoft,
        anchor: 'middle',
        lineHeight: sizes.label * 1.3,
      }),
      figureText(whole.display, {
        x: centre.x,
        y: first + (lines.length - 1) * sizes.label * 1.3 + sizes.figure * 1.35,
        size: sizes.figure,
        unitSize: sizes.unit,
        fill: palette.ink,
        anchor: 'middle',
      }),
      text(whole.periodLabel, {
        x: centre.x,
        y: first + (lines.length - 1) * sizes.label * 1.3 + sizes.figure * 1.35 + sizes.small * 1.6,
        size: sizes.small,
        fill: palette.inkSoft,
        anchor: 'middle',
      }),
    ].join('');
  }
  return { markup: markup + leaders, height: Math.max(bottom, isWide ? y - 18 : y - 6) };
}

function nameOf({ series }: ChartSpec, row: ChartRow): string {
  return series[row.series]?.label ?? '';
}

interface Point {
  x: number;
  y: number;
}

function pointAt({ x, y }: Point, radius: number, turn: number): Point {
  return { x: x + radius * Math.sin(turn * TURN), y: y - radius * Math.cos(turn * TURN) };
}

/** Where a leader leaves a share: its middle, or for one that goes on to the left a point it still has on the right. */
function leaderTurn(from: number, to: number): number {
  const middle = (from + to) / 2;
  return middle <= 0.4 ? middle : Math.max(from + Math.min(0.05, (to - from) / 2), Math.min(middle, 0.38));
}

function ringPart(centre: Point, outer: number, inner: number, from: number, to: number): string {
  // An arc of a whole turn has no end of its own.
  const end = to - from >= 1 ? from + 0.9999 : to;
  const large = end - from > 0.5 ? 1 : 0;
  const [a, b, c, d] = [
    pointAt(centre, outer, from),
    pointAt(centre, outer, end),
    pointAt(centre, inner, end),
    pointAt(centre, inner, from),
  ];
  return pathData(
    'M',
    a.x,
    a.y,
    'A',
    outer,
    outer,
    0,
    large,
    1,
    b.x,
    b.y,
    'L',
    c.x,
    c.y,
    'A',
    inner,
    inner,
    0,
    large,
    0,
    d.x,
    d.y,
    'Z',
  );
}

/** Ticks around the ring: every fiftieth short, every tenth long. */
function drawGraduation(centre: Point, radius: number, { palette }: DrawingStyle): string {
  const steps = Array.from({ length: 50 }, (_, at) => {
    const [a, b] = [pointAt(centre, radius + 3, at / 50), pointAt(centre, radius + (at % 5 === 0 ? 10 : 6), at / 50)];
    return ['M', a.x, a.y, 'L', b.x, b.y];
  });
  return hairline(pathData(...steps.flat()), palette, 0.4);
}

function dot({ x, y }: Point, fill: string): string {
  return element('circle', { cx: x, cy: y, r: 2.2, fill });
}
