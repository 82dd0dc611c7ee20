/** A period as a point in time, in years: 2023-07 is 2023.5; a span stands at its end. */
export function timeOfPeriod(period: string): number {
  const [year = 0, month = 1, day = 1] = (period.split('/').at(-1) ?? period).split('-').map(Number);
  return year + (month - 1) / 12 + (day - 1) / 365;
}
