import { type Choice, isMomentKind } from './choice.ts';
import type { Explore } from './explore-data.ts';

/** The periods an indicator has figures for, oldest first. */
export function periodsOf(indicator: string, { context: { statistics } }: Explore): string[] {
  return [...new Set(statistics.get(indicator)?.observations.map(({ period }) => period))].sort();
}

/** All periods that any of the chosen indicators has. */
export function allPeriods({ indicators }: Choice, explore: Explore): string[] {
  return [...new Set(indicators.flatMap((id) => periodsOf(id, explore)))].sort();
}

/** The periods that all of the chosen indicators have. */
export function commonPeriods({ indicators }: Choice, explore: Explore): string[] {
  const [first, ...others] = indicators.map((id) => periodsOf(id, explore));
  return (first ?? []).filter((period) => others.every((periods) => periods.includes(period)));
}

/** The periods that are drawn: those that were picked, or what suits the kind. */
export function drawnPeriods(choice: Choice, explore: Explore): readonly string[] {
  if (choice.periods !== undefined) return choice.periods;
  if (choice.kind === 'multiples') return allPeriods(choice, explore);
  const common = commonPeriods(choice, explore);
  return isMomentKind(choice.kind) ? common.slice(-1) : common;
}

/** One period more or fewer; of a kind that shows one moment, this one. What would be drawn anyway is not written down. */
export function togglePeriod(choice: Choice, period: string, explore: Explore): Choice {
  const drawn = drawnPeriods(choice, explore);
  const toggled = drawn.includes(period) ? drawn.filter((other) => other !== period) : [...drawn, period].sort();
  const periods = isMomentKind(choice.kind) ? [period] : toggled;
  return settlePeriods({ ...choice, periods }, explore);
}

/** One more indicator, or one fewer. Periods that nobody has any more are forgotten. */
export function toggleIndicator(choice: Choice, id: string, explore: Explore): Choice {
  const { indicators, kind, periods } = choice;
  const isChosen = indicators.includes(id);
  const toggled = isChosen ? indicators.filter((other) => other !== id) : [...indicators, id];
  const known = allPeriods({ indicators: toggled, kind }, explore);
  const kept = periods?.filter((period) => known.includes(period));
  return settlePeriods({ indicators: toggled, kind, periods: kept?.length === 0 ? undefined : kept }, explore);
}

/** What would be drawn anyway is not written down. */
function settlePeriods({ periods, ...plain }: Choice, explore: Explore): Choice {
  if (periods === undefined || drawnPeriods(plain, explore).join() === periods.join()) return plain;
  return { ...plain, periods };
}
