import type { CitedSource } from '../../catalogue/source-citation.ts';
import type { Site } from '../../schemas/site.ts';
import type { Theme } from '../../schemas/taxonomy.ts';
import type { ChartContext, ChartDefinition, ChartLadder, ChartStatistic } from '../chart-context.ts';

/** An indicator as readers may choose it. Its definition stands on its own page and would weigh as much as all its figures. */
export interface ExploreStatistic extends Omit<ChartStatistic, 'definition' | 'definitionNote'> {
  id: string;
  /** Ids it had before. */
  aliases?: readonly string[] | undefined;
}

/** A chart of the site, with the code that puts it into other pages. */
export interface ReadyChart extends ChartDefinition {
  embedCode: string;
}

/** All that readers' own charts are made from, as one file of plain data. */
export interface ExploreData {
  site: ChartContext['site'] & Pick<Site, 'colours' | 'url'>;
  themes: Pick<Theme, 'id' | 'label'>[];
  sources: (CitedSource & { id: string })[];
  ladders: ChartLadder[];
  statistics: ExploreStatistic[];
  /** In the site's order. */
  charts: ReadyChart[];
}

/** The same, ready to be asked. */
export interface Explore {
  data: ExploreData;
  context: ChartContext;
}

/** Finds things by their ids. */
export function openExplore(data: ExploreData): Explore {
  return {
    data,
    context: {
      site: data.site,
      statistics: new Map(data.statistics.map((statistic) => [statistic.id, { ...statistic, definition: '' }])),
      sources: new Map(data.sources.map((source) => [source.id, source])),
      themes: new Map(data.themes.map((theme) => [theme.id, theme])),
      ladders: data.ladders,
    },
  };
}
