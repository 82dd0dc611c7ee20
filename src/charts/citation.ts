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

/** The same by GB/T 7714 for an electronic data set; who cites it puts in the day of reading. */
export function toStandardCitation(spec: ChartSpec, url: string): string {
  return `${spec.publisher}. ${spec.title}[DS/OL]. ${spec.siteTitle}, （数据截至${spec.asOf}）[引用日期]. ${url}.`;
}

/** As much as fits below a picture. */
export function toShortCitation({ siteTitle }: ChartSpec, url: string): string {
  return `来源：${siteTitle}，${url.replace('https://', '')}`;
}

/** For programs that keep references. */
export function toBibTeX(spec: ChartSpec, url: string): string {
  const year = /\d{4}/.exec(spec.asOf)?.[0];
  const fields = [
    ['author', `{${spec.publisher}}`],
    ['title', spec.title],
    ...(year === undefined ? [] : [['year', year]]),
    ['howpublished', `\\url{${url}}`],
    ['note', `${spec.siteTitle}，数据截至${spec.asOf}，${spec.licence.name}`],
  ];
  return `@misc{${spec.id},\n${fields.map(([name = '', value = '']) => `  ${name} = {${value}}`).join(',\n')}\n}`;
}
