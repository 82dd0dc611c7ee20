import { createHash } from 'node:crypto';
import type { ChartSpec, FrozenChart } from '../schemas/chart-spec.ts';
import type { ChartContext, ChartDefinition } from './chart-context.ts';

const HASH_LENGTH = 10;

/** The fingerprint of a spec: first ten hexadecimal digits of the SHA-256 of its JSON with sorted keys. */
export function contentHash(spec: ChartSpec): string {
  return createHash('sha256').update(stableStringify(spec)).digest('hex').slice(0, HASH_LENGTH);
}

/** JSON whose keys are in order, so that neither the order they were written in nor a formatter changes it. */
export function stableStringify(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableStringify).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${stableStringify(inner)}`).join(',')}}`;
}

/** A snapshot to keep for good. `today` is an ISO date. */
export function freezeChart(spec: ChartSpec, today: string): FrozenChart {
  return { id: spec.id, hash: contentHash(spec), frozenAt: today, spec };
}

/** `skilled-talent@0a1b2c3d4e`: the file's name without `.json`. */
export function frozenName({ id, hash }: Pick<FrozenChart, 'id' | 'hash'>): string {
  return `${id}@${hash}`;
}

/** True where the live chart no longer shows the figures of a frozen one: another figure, one more, or one less. */
export function haveFiguresChanged(frozen: ChartSpec, live: ChartSpec): boolean {
  return stableStringify(figuresOf(frozen)) !== stableStringify(figuresOf(live));
}

function figuresOf({ rows, series }: ChartSpec): string[] {
  return rows
    .map(
      ({ series: at, period, value, display }) =>
        `${series[at]?.indicator ?? ''} ${series[at]?.role ?? ''} ${period} ${String(value)} ${display}`,
    )
    .sort();
}

/**
 * A chart as it stood: only figures stated up to `until` (a partial date, to its end: `2023` holds 2023-07), and without the
 * indicators that had none yet.
 */
export function limitChart(
  { id, data }: ChartDefinition,
  context: ChartContext,
  until: string,
): { definition: ChartDefinition; context: ChartContext } {
  const limited = limitContext(context, until);
  const series = data.series.filter(({ indicator }) => limited.statistics.has(indicator));
  return { definition: { id, data: { ...data, series } }, context: limited };
}

function limitContext(context: ChartContext, until: string): ChartContext {
  const statistics = new Map(
    [...context.statistics].flatMap(([id, statistic]) => {
      const observations = statistic.observations.filter(({ asOf }) => asOf.slice(0, until.length) <= until);
      return observations.length === 0 ? [] : [[id, { ...statistic, observations }] as const];
    }),
  );
  return { ...context, statistics };
}
