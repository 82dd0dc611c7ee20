import type { ChartJsConfig } from '../../charts/chart-js.ts';
import { fitConfig } from './configuration.ts';
import type { Paints } from './paints.ts';

/** Where no static drawing gives a chart its room: heights of what stands in it, in pixels. */
const HEIGHT_PX = {
  /** Columns, stacks and lines. */
  upright: 400,
  uprightNarrow: 340,
  ring: 340,
  /** A share's name below the ring of a narrow place. */
  share: 50,
  bar: 34,
  /** Between groups of bars, and the axis above them. */
  group: 20,
  axis: 48,
  part: 220,
} as const;

/** From this width on there is room for the wide form. */
const WIDE_FROM_PX = 480;

/** How high a figure's charts want to be. */
export function planHeight(
  configs: readonly ChartJsConfig[],
  { widthPx, paints }: { widthPx: number; paints: Paints },
): number {
  const [config] = configs;
  if (!config || configs.length > 1 || config.title !== null) return HEIGHT_PX.part;
  const { data, type } = config;
  const isWide = widthPx >= WIDE_FROM_PX;
  if (type === 'doughnut') return HEIGHT_PX.ring + (isWide ? 0 : data.labels.length * HEIGHT_PX.share);
  const ctx = document.createElement('canvas').getContext('2d');
  const isAcross = ctx !== null && fitConfig(config, { widthPx, ctx, paints }).options.indexAxis === 'y';
  if (isAcross) return HEIGHT_PX.axis + data.labels.length * (data.datasets.length * HEIGHT_PX.bar + HEIGHT_PX.group);
  return isWide ? HEIGHT_PX.upright : HEIGHT_PX.uprightNarrow;
}
