import type { Catalogue } from '../catalogue/catalogue.ts';
import type { CitedSource } from '../catalogue/source-citation.ts';
import type { IssueCode } from '../issues/codes.ts';
import type { FieldPath } from '../reader/located.ts';
import type { Chart } from '../schemas/chart.ts';
import type { Ladder } from '../schemas/honour.ts';
import type { Site } from '../schemas/site.ts';
import type { Statistic } from '../schemas/statistic.ts';
import type { Theme } from '../schemas/taxonomy.ts';

/** What a chart needs to know of a ladder: which indicators count whom on which rung. */
export interface ChartLadder extends Pick<Ladder, 'title'> {
  rungs: readonly Pick<Ladder['rungs'][number], 'statistics'>[];
}

/** A chart file: its name and what it says. */
export interface ChartDefinition {
  id: string;
  data: Chart;
}

/** What a chart needs to know of an indicator. */
export type ChartStatistic = Pick<
  Statistic,
  | 'title'
  | 'definition'
  | 'definitionNote'
  | 'unit'
  | 'scope'
  | 'place'
  | 'level'
  | 'measure'
  | 'theme'
  | 'observations'
>;

/** What a chart is built from: the parts of a catalogue it needs, so that charts can be checked before there is a catalogue. */
export interface ChartContext {
  site: Pick<Site, 'title' | 'publisher' | 'licence'>;
  statistics: ReadonlyMap<string, ChartStatistic>;
  sources: ReadonlyMap<string, CitedSource>;
  themes: ReadonlyMap<string, Pick<Theme, 'label'>>;
  ladders: readonly ChartLadder[];
}

/** Something in a definition that cannot be drawn, by field; `checkCharts` gives it a place in the file. */
export interface ChartFinding {
  code: IssueCode;
  path: FieldPath;
  /** What is wrong and why. */
  message: string;
  /** What to do. */
  hint: string;
}

/** The chart context of a whole catalogue. */
export function buildChartContext({ site, entries, sources, themes, ladders }: Catalogue): ChartContext {
  const statistics = new Map([...entries.statistics.values()].map(({ id, data }) => [id, data]));
  return { site, statistics, sources, themes, ladders };
}
