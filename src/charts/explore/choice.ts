import { CHART_KIND_LABELS, type ChartKind } from '../../schemas/chart-kinds.ts';

/** What a reader has chosen to see. */
export interface Choice {
  /** Ids of statistics, in the order in which they were chosen. */
  indicators: readonly string[];
  kind: ChartKind;
  /** Undefined for what suits the kind: those that all have, the latest of these, or each its own. */
  periods?: readonly string[] | undefined;
}

/** As many series as a chart of the site may have (`ChartSchema`). */
export const MOST_INDICATORS = 12;

/** All kinds, in the order in which they are offered. */
export const KINDS = Object.keys(CHART_KIND_LABELS) as ChartKind[];

/** The kind of a name that came from outside. */
export function findKind(name: string | undefined): ChartKind | undefined {
  return KINDS.find((kind) => kind === name);
}

/** Kinds that show one moment. */
export function isMomentKind(kind: ChartKind): boolean {
  return kind === 'ladder' || kind === 'doughnut';
}

/** The same indicators in another way. Periods that were picked for one moment do not suit a course, nor the other way round. */
export function withKind({ indicators, kind: before, periods }: Choice, kind: ChartKind): Choice {
  const isKept = isMomentKind(before) === isMomentKind(kind);
  return { indicators, kind, ...(isKept && periods !== undefined && { periods }) };
}

/** `?i=skilled-talent,highly-skilled-talent&k=column&t=2023,2025`: short, since it is printed below pictures and set as a QR code. */
export function formatChoice({ indicators, kind, periods }: Choice): string {
  const time = periods === undefined ? '' : `&t=${periods.join(',')}`;
  return `?i=${indicators.join(',')}&k=${kind}${time}`;
}

/** What an address asks for, before anything of it is known to exist. */
export interface AskedChoice {
  indicators: string[];
  kind: string | undefined;
  periods: string[] | undefined;
}

export function parseChoice(search: string): AskedChoice {
  const params = new URLSearchParams(search);
  const list = (name: string): string[] => [
    ...new Set((params.get(name) ?? '').split(',').filter((value) => value !== '')),
  ];
  const periods = list('t');
  return {
    indicators: list('i'),
    kind: params.get('k') ?? undefined,
    periods: periods.length === 0 ? undefined : periods,
  };
}
