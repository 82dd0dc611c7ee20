import { hatchLines } from '../../charts/uncertain-end.ts';
import { pathData } from './markup.ts';

/** The hatching of an open end as path data. Plain lines: a pattern would need an id, which article editors drop. */
export function hatchPath(x: number, y: number, width: number, height: number): string {
  return pathData(...hatchLines(x, y, width, height).flatMap(({ x1, y1, x2, y2 }) => ['M', x1, y1, 'L', x2, y2]));
}
