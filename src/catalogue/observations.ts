import type { Observation, Statistic } from '../schemas/statistic.ts';

/** Observations of one period, narrowed to one source where given. */
export function findObservations(
  statistic: Pick<Statistic, 'observations'>,
  { at, source }: { at: string; source?: string | undefined },
): Observation[] {
  return statistic.observations.filter(
    (observation) => observation.period === at && (source === undefined || observation.source === source),
  );
}

/** The observation of a period that a `<Stat>` prints. Bodies were checked, so it is there. */
export function getObservation(statistic: Statistic, choice: { at: string; source?: string | undefined }): Observation {
  const [observation] = findObservations(statistic, choice);
  if (!observation)
    throw new Error(`No observation of «${statistic.title}» for ${choice.at}; content was not checked.`);
  return observation;
}

/** The observations of a growth series: for each period the most exact figure stated for it, oldest first. */
export function buildSeries({ observations }: Pick<Statistic, 'observations'>): Observation[] {
  const byPeriod = new Map<string, Observation>();
  for (const observation of observations) {
    const known = byPeriod.get(observation.period);
    if (!known || precision(observation) > precision(known)) byPeriod.set(observation.period, observation);
  }
  return [...byPeriod.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
}

/** Prefers exact figures to rounded or bounded ones, and between equals the one with more digits. */
function precision({ qualifier, value }: Observation): number {
  const digits = String(value).replace(/0+$/, '').replace('.', '').length;
  return (qualifier === 'exact' ? 100 : 0) + digits;
}

/** The latest figure of a series from `buildSeries`. Throws where there is none: schemas ask for at least one. */
export function getLatest(series: readonly Observation[]): Observation {
  const latest = series.at(-1);
  if (!latest) throw new Error('An indicator has at least one observation.');
  return latest;
}
