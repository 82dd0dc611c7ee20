import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import { buildChartSpec } from './build-chart-spec.ts';
import { buildChartContext } from './chart-context.ts';

/** All charts of a site in their order: themes as the taxonomy has them, within a theme by `order`. Content was checked by `openSite`. */
export function buildChartSpecs(catalogue: Catalogue): ChartSpec[] {
  const context = buildChartContext(catalogue);
  const themes = [...catalogue.themes.keys()];
  return [...catalogue.entries.charts.values()]
    .sort(
      (a, b) =>
        themes.indexOf(a.data.theme) - themes.indexOf(b.data.theme) ||
        a.data.order - b.data.order ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ id, data }) => {
      const { spec, findings } = buildChartSpec({ id, data }, context);
      if (!spec)
        throw new Error(
          `Chart «${id}» cannot be drawn (${findings.map(({ code }) => code).join(', ')}); content was not checked.`,
        );
      return spec;
    });
}
