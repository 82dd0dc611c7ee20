/** A period as a point in time, in years: 2023-07 is 2023.5; a span stands at its end. */
export function timeOfPeriod(period: string): number {
  const [year = 0, month = 1, day = 1] = (period.split('/').at(-1) ?? period).split('-').map(Number);
  return year + (month - 1) / 12 + (day - 1) / 365;
}

/** A step longer than the shortest by this much leaves something out. */
const LONGER = 1.5;

/**
 * After which of these periods, oldest first, some are missing: of 2019, 2020, 2023 and 2024 after the second, 1. What stands at even
 * distances is broken there, so that nobody reads three years as one.
 */
export function findBreaks(periods: readonly string[]): number[] {
  return findLongSteps(periods.map(timeOfPeriod));
}

/** The same of points in time. */
export function findLongSteps(times: readonly number[]): number[] {
  const steps = times.slice(1).map((time, at) => time - (times[at] ?? time));
  const shortest = Math.min(...steps.filter((step) => step > 0));
  return steps.flatMap((step, at) => (step > shortest * LONGER ? [at] : []));
}
