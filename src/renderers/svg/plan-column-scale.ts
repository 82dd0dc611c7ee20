import type { ChartScale } from '../../schemas/chart-spec.ts';
import { hairline, type Room, type Shape, text } from '../../charts/marks/shapes.ts';
import { sizesOf } from './text-sizes.ts';

/** Hairlines at the ticks, their labels, and the scale of columns itself with its divisions, as on a rule. */
export function planColumnScale(
  scale: ChartScale,
  { left, top, base, unit }: { left: number; top: number; base: number; unit: string },
  room: Room,
): Shape[] {
  const { small } = sizesOf(room);
  const yOf = (value: number): number => base - ((value - scale.min) / (scale.max - scale.min)) * (base - top);
  const divisions = scale.ticks
    .slice(1)
    .flatMap(({ value }) =>
      [0.2, 0.4, 0.6, 0.8].flatMap((part) => ['M', left, yOf(value - part * scale.step), 'h', -4]),
    );
  const ticks = scale.ticks.flatMap(({ value }) => ['M', left, yOf(value), 'h', -8]);
  return [
    hairline(
      scale.ticks.filter(({ value }) => value !== 0).flatMap(({ value }) => ['M', left, yOf(value), 'H', room.width]),
    ),
    hairline(['M', left, top, 'V', base, ...divisions, ...ticks], 0.45),
    ...scale.ticks.map(({ value, label }) =>
      text(label, { x: left - 12, y: yOf(value) + small * 0.36, size: small, fill: 'inkSoft', anchor: 'end' }),
    ),
    text(`单位：${unit}`, { x: 0, y: small, size: small, fill: 'inkSoft' }),
  ];
}
