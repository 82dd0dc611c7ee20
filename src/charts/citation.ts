import type { ChartSpec } from '../schemas/chart-spec.ts';

/**
 * How a reader cites the chart: 匠册示例站：《技能人才两年间的变化》，青岛匠册，数据截至2025年（推定），https://…（CC BY 4.0）。数据来源：…。
 *
 * @param url the chart's full address
 */
export function toCitation(spec: ChartSpec, url: string): string {
  const sources = spec.sources.map(({ citation }) => citation).join('；');
  return `${spec.publisher}：《${spec.title}》，${spec.siteTitle}，数据截至${spec.asOf}，${url}（${spec.licence.name}）。数据来源：${sources}。`;
}
