/** Annual reports: chapters of a year in their order. */

import { parseChapterId } from './chapter-id.ts';

/** The file of a report that holds its title and abstract. */
export const COVER = '00-cover';

export interface ReportGroup<Chapter> {
  year: string;
  cover: Chapter | undefined;
  /** Without the cover, in order. */
  chapters: Chapter[];
}

/** Chapters by report, the oldest report first. */
export function groupReports<Chapter extends { id: string }>(entries: Iterable<Chapter>): ReportGroup<Chapter>[] {
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...Map.groupBy(sorted, ({ id }) => parseChapterId(id).year)].map(([year, all]) => ({
    year,
    cover: all.find(({ id }) => parseChapterId(id).number === 0),
    chapters: all.filter(({ id }) => parseChapterId(id).number > 0),
  }));
}

/** Pairs of years that a comparison page is made for: each report with the next one. */
export function comparedYears(years: readonly string[]): { from: string; to: string }[] {
  return years.toSorted().flatMap((to, at, sorted) => {
    const from = sorted[at - 1];
    return from === undefined ? [] : [{ from, to }];
  });
}

/** Site path of a comparison. */
export function comparisonPath({ from, to }: { from: string; to: string }): string {
  return `/reports/compare/${from}-${to}/`;
}
