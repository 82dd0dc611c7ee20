import { formatChineseNumber } from '../lib/number-format.ts';
import type { ChartScale, ChartSpec } from '../schemas/chart-spec.ts';

const MOST_STEPS = 5;
const STEP_SIZES = [1, 2, 2.5, 5, 10];

/**
 * An axis that holds zero and all values, with round ticks: 166.22万 and 172.3万 → 0, 50万, 100万, 150万, 200万. Counts get no ticks
 * between whole numbers.
 */
export function buildScale(values: readonly number[]): ChartScale {
  const { least, most } = findExtent(values);
  const isWhole = values.every((value) => Number.isInteger(value));
  const step = findStep(most - least, isWhole);
  const countOf = (size: number): number => Math.ceil(Number((size / step).toPrecision(12)));
  const below = countOf(-least);
  const above = Math.max(below === 0 ? 1 : 0, countOf(most));
  const ticks = Array.from({ length: below + above + 1 }, (_, at) => {
    const value = Number(((at - below) * step).toPrecision(12));
    return { value, label: formatChineseNumber(value).replace('-', '−') };
  });
  return { min: ticks[0]?.value ?? 0, max: ticks.at(-1)?.value ?? step, step, ticks };
}

/** How far below and above zero figures reach; never no room at all, so that it can be divided by. */
export function findExtent(values: readonly number[]): { least: number; most: number } {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  return least === most ? { least: 0, most: 1 } : { least, most };
}

function findStep(extent: number, isWhole: boolean): number {
  const magnitude = 10 ** Math.floor(Math.log10(extent / MOST_STEPS));
  for (const size of STEP_SIZES) {
    const step = Number((size * magnitude).toPrecision(12));
    if (extent / step <= MOST_STEPS && (!isWhole || Number.isInteger(step))) return step;
  }
  return 10 * magnitude;
}

/** The axis of a chart of a kind that is drawn along one. Throws for a spec that has none, which `buildChartSpec` does not make. */
export function getScale({ id, scale }: Pick<ChartSpec, 'id' | 'scale'>): ChartScale {
  if (!scale) throw new Error(`Chart «${id}» has no scale; its spec was not built by buildChartSpec.`);
  return scale;
}
