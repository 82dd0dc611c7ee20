import { entryPath } from '../catalogue/paths.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import { PNG_SIZE } from '../renderers/png/chart-png.ts';
import type { Link, ViewContext } from './context.ts';
import { correctionData, correctionLine, findChartCorrections, lastCorrected } from './corrections.ts';
import { datasetData, datasetRange, describeSource, describeVariable, type StructuredData } from './structured-data.ts';

/** Files of a chart that are public for good: `/charts/<id>.svg` and so on. */
export const CHART_FILES = [
  { format: 'svg', label: 'SVG 矢量图' },
  { format: 'png', label: 'PNG 图片' },
  { format: 'csv', label: 'CSV 表格' },
  { format: 'json', label: 'JSON 数据' },
] as const;
export type ChartFileFormat = (typeof CHART_FILES)[number]['format'];

export function chartFilePath(id: string, format: ChartFileFormat): string {
  return `/charts/${id}.${format}`;
}

export function chartFileLinks({ id }: ChartSpec, { href }: ViewContext): Link[] {
  return CHART_FILES.map(({ format, label }) => ({ label, href: href(chartFilePath(id, format)) }));
}

/** Charts by theme, in the taxonomy's order. */
export function groupChartsByTheme({
  charts,
  catalogue,
}: ViewContext): { id: string; label: string; charts: ChartSpec[] }[] {
  return [...catalogue.themes.values()]
    .map(({ id, label }) => ({ id, label, charts: [...charts.values()].filter(({ theme }) => theme.id === id) }))
    .filter((group) => group.charts.length > 0);
}

/** An indicator of a chart, with what it counts. */
export interface ChartIndicator extends Link {
  definition: string;
  /** Empty where there is nothing to add. */
  note: string;
}

/** Indicators a chart is drawn from, each with its page. */
export function chartIndicators({ series }: ChartSpec, { catalogue, entryHref }: ViewContext): ChartIndicator[] {
  return [...new Set(series.map(({ indicator }) => indicator))].flatMap((id) => {
    const entry = catalogue.entries.statistics.get(id);
    if (!entry) return [];
    const { title, definition, definitionNote } = entry.data;
    return [{ label: title, href: entryHref('statistics', id), definition, note: definitionNote ?? '' }];
  });
}

/** `/charts/<id>.json`: the chart as data, with what was corrected in it and when. */
export function buildChartRecord(spec: ChartSpec, context: ViewContext): Readonly<Record<string, unknown>> {
  const corrections = findChartCorrections(spec, context);
  if (corrections.length === 0) return { ...spec };
  return {
    ...spec,
    dateModified: lastCorrected(corrections),
    corrections: corrections.map((entry) => ({
      date: entry.data.date,
      text: correctionLine(entry, context).text,
      url: context.absolute(entryPath('corrections', entry.id)),
    })),
  };
}

/** JSON-LD of the chart's page: the data with its files. */
export function chartStructuredData(spec: ChartSpec, context: ViewContext): StructuredData[] {
  const [first] = spec.series;
  const statistic = first && context.catalogue.entries.statistics.get(first.indicator);
  if (!statistic) return [];
  return [
    {
      ...datasetData(statistic.id, statistic.data, context),
      name: spec.title,
      description: spec.alt,
      url: context.absolute(spec.path),
      identifier: `charts/${spec.id}`,
      image: {
        '@type': 'ImageObject',
        url: context.absolute(chartFilePath(spec.id, 'png')),
        width: PNG_SIZE.width,
        height: PNG_SIZE.height,
      },
      ...datasetRange(spec.rows.map(({ period }) => period)),
      variableMeasured: spec.series
        .filter(({ role }) => role !== 'rest')
        .map(({ label, unit }) => describeVariable(label, unit)),
      isBasedOn: spec.sources.map(({ id }) => describeSource(id, context)),
      ...correctionData(findChartCorrections(spec, context), context),
      distribution: CHART_FILES.filter(({ format }) => format === 'csv' || format === 'json').map(({ format }) => ({
        '@type': 'DataDownload',
        encodingFormat: format === 'csv' ? 'text/csv' : 'application/json',
        contentUrl: context.absolute(chartFilePath(spec.id, format)),
      })),
    },
  ];
}
