import { formatPartialDate } from '../lib/partial-date.ts';
import type { Source } from '../schemas/source.ts';

/** What a citation is written from. */
export type CitedSource = Pick<Source, 'authors' | 'title' | 'publication' | 'date' | 'earliest'>;

/** `李沛、王子枫：《以城市之名向工匠精神致敬》，观海新闻/青岛晚报，2023年7月27日` */
export function formatSource(source: CitedSource): string {
  const authors = source.authors.length > 0 ? `${source.authors.join('、')}：` : '';
  const rest = [`《${source.title}》`, source.publication, formatSourceDate(source)].filter((part) => part !== '');
  return `${authors}${rest.join('，')}`;
}

export function formatSourceDate({ date, earliest }: Pick<CitedSource, 'date' | 'earliest'>): string {
  if (date !== undefined) return formatPartialDate(date);
  return earliest === undefined ? '日期未载' : `日期未载，不早于${formatPartialDate(earliest)}`;
}

/** `《以城市之名向工匠精神致敬》`: the main title alone, for places where the full citation stands elsewhere. */
export function formatSourceTitle({ title }: Pick<Source, 'title'>): string {
  return `《${title.replace(/（[^（）]*）$/, '').replace(/(?:——|：).*$/, '')}》`;
}
