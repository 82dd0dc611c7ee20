import type { ChartSpec } from '../../schemas/chart-spec.ts';
import type { ChartPalette } from '../palette.ts';
import { drawShapes } from './draw-shapes.ts';
import { planChart } from './plan-chart.ts';
import type { Room } from '../../charts/marks/shapes.ts';

/** Part of a picture: markup that begins at 0 0, and how high it is. */
export interface Drawing {
  markup: string;
  height: number;
}

/** A room and the colours of what is drawn in it. */
export interface DrawingStyle extends Room {
  palette: ChartPalette;
}

/** The drawing of a chart without its frame of words. */
export function drawChart(spec: ChartSpec, { palette, ...room }: DrawingStyle): Drawing {
  const { shapes, height } = planChart(spec, room);
  return { markup: drawShapes(shapes, palette), height };
}
