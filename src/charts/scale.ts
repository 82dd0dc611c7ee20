import { formatChineseNumber } from '../lib/number-format.ts';
import type { ChartScale, ChartSpec } from '../schemas/chart-spec.ts';

const MOST_STEPS = 5;
const STEP_SIZES = [1, 2, 2.5, 5, 10];

/**
 * An axis from zero that holds all values, with round ticks: 166.22万 and 172.3万 → 0, 50万, 100万, 150万, 200万.
 * Counts get no ticks between whole numbers.
 */
export function buildScale(values: readonly number[]): ChartScale {
  const largest = Math.max(0, ...values);
  const isWhole = values.every((value) => Number.isInteger(value));
  const step = findStep(largest === 0 ? 1 : largest, isWhole);
  const count = Math.max(1, Math.ceil(Number((largest / step).toPrecision(12))));
  const ticks = Array.from({ length: count + 1 }, (_, at) => {
    const value = Number((at * step).toPrecision(12));
    return { value, label: formatChineseNumber(value) };
  });
  return { min: 0, max: ticks.at(-1)?.value ?? step, step, ticks };
}

function findStep(largest: number, isWhole: boolean): number {
  const magnitude = 10 ** Math.floor(Math.log10(largest / MOST_STEPS));
  for (const size of STEP_SIZES) {
    const step = Number((size * magnitude).toPrecision(12));
    if (largest / step <= MOST_STEPS && (!isWhole || Number.isInteger(step))) return step;
  }
  return 10 * magnitude;
}

/** The axis of a chart of a kind that is drawn along one. Throws for a spec that has none, which `buildChartSpec` does not make. */
export function getScale({ id, scale }: Pick<ChartSpec, 'id' | 'scale'>): ChartScale {
  if (!scale) throw new Error(`Chart «${id}» has no scale; its spec was not built by buildChartSpec.`);
  return scale;
}
