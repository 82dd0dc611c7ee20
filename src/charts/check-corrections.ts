import { buildIssue, type Issue } from '../issues/issue.ts';
import { isAfter } from '../lib/partial-date.ts';
import { parseQuantity, type Quantity } from '../lib/quantity.ts';
import { adviseQuantity } from '../lib/quantity-advice.ts';
import type { ValidatedSite, ValidEntry } from '../schemas/validate.ts';
import { contentHash } from './freeze.ts';

/** A figure that readers have seen. */
interface PublishedFigure extends Quantity {
  statistic: string;
  period: string;
  /** As it was printed. */
  display: string;
}

type CorrectionEntry = ValidEntry<'corrections'>;

/** Figures that were published stay as they are, or a correction says what became of them. */
export function checkCorrections(site: ValidatedSite, today: string): Issue[] {
  const published = Map.groupBy(listPublished(site), ({ statistic }) => statistic);
  return [
    ...site.entries.statistics.flatMap((statistic) => checkPublished(statistic, published, site)),
    ...site.entries.corrections.flatMap((entry) => [...checkDates(entry, today), ...checkFigure(entry, site)]),
  ];
}

function checkPublished(
  statistic: ValidEntry<'statistics'>,
  published: ReadonlyMap<string, readonly PublishedFigure[]>,
  site: ValidatedSite,
): Issue[] {
  const names = [statistic.id, ...(statistic.data.aliases ?? [])];
  const seen = new Set<string>();
  return names
    .flatMap((name) => published.get(name) ?? [])
    .filter(({ period, value, qualifier }) => {
      const key = `${period} ${String(value)} ${qualifier}`;
      return !seen.has(key) && seen.add(key);
    })
    .filter((figure) => !isLive(figure, figure.period, statistic) && !isCorrected(figure, statistic, site))
    .map((figure) => describeChanged(figure, statistic));
}

function listPublished({ documents, entries }: ValidatedSite): PublishedFigure[] {
  const inLedger = Object.entries(documents.ledger?.data.figures ?? {}).flatMap(([statistic, periods]) =>
    Object.entries(periods).flatMap(([period, displays]) =>
      displays.flatMap((display) => {
        const quantity = parseQuantity(display);
        return quantity ? [{ ...quantity, statistic, period, display }] : [];
      }),
    ),
  );
  // One that was tampered with says nothing of what readers have seen; that is an issue of its own.
  const sound = entries.frozen.filter(({ data }) => data.hash === contentHash(data.spec));
  const frozen = sound.flatMap(({ data: { spec } }) =>
    spec.rows.flatMap(({ series: at, derived, period, value, qualifier, display }) => {
      const series = spec.series[at];
      return series && !derived ? [{ statistic: series.indicator, period, value, qualifier, display }] : [];
    }),
  );
  return [...inLedger, ...frozen];
}

function isLive({ value, qualifier }: Quantity, period: string, { data }: ValidEntry<'statistics'>): boolean {
  return data.observations.some(
    (observation) =>
      observation.period === period && observation.value === value && observation.qualifier === qualifier,
  );
}

function isCorrected(figure: PublishedFigure, { id, data }: ValidEntry<'statistics'>, site: ValidatedSite): boolean {
  return correctionsOf(id, figure.period, site).some(({ data: { was } }) => isSame(readFigure(was, data.unit), figure));
}

function correctionsOf(statistic: string, period: string | undefined, { entries }: ValidatedSite): CorrectionEntry[] {
  return entries.corrections.filter(({ data }) => data.statistic === statistic && data.period === period);
}

function isSame(one: Quantity | undefined, other: Quantity): boolean {
  return one?.value === other.value && one.qualifier === other.qualifier;
}

/** A figure of a correction, which may have been written with its unit. */
function readFigure(text: string, unit: string): Quantity | undefined {
  return parseQuantity(text.endsWith(unit) ? text.slice(0, -unit.length) : text);
}

function describeChanged(
  { period, display }: PublishedFigure,
  { id, data, file, locator }: ValidEntry<'statistics'>,
): Issue {
  const at = data.observations.findIndex((observation) => observation.period === period);
  const path = at === -1 ? ['observations'] : ['observations', at, 'display'];
  const now = data.observations[at]?.display;
  return buildIssue('JC507', {
    file,
    ...locator.valueAt(path),
    path: path.join('.'),
    message: `${period} 的数字公开过，写的是「${display}」，${now === undefined ? '现在没有了' : `现在写的是「${now}」`}，没有写更正。`,
    hint: `原来的错了，先在 corrections 文件夹里写一条更正：statistic 写 ${id}，period 写 ${period}，was 写 ${display}。没有错就改回去；另一篇来源的说法不同，就另加一个数字，用 note 说明。`,
  });
}

function checkDates({ data: { date, since }, file, locator }: CorrectionEntry, today: string): Issue[] {
  const issueAt = (field: string, message: string, hint: string): Issue =>
    buildIssue('JC505', { file, ...locator.valueAt([field]), path: field, message, hint });
  return [
    ...(isAfter(date, today)
      ? [issueAt('date', `更正日期「${date}」在今天（${today}）之后。`, '写改正的那一天。')]
      : []),
    ...(isAfter(since, date)
      ? [
          issueAt(
            'since',
            `since「${since}」在更正日期「${date}」之后。`,
            '写错的写法最早公开的日子，不会晚于更正的那天。',
          ),
        ]
      : []),
  ];
}

/** What a correction says of a figure, and what the statistic says: reminders, since one of them is saved before the other. */
function checkFigure({ id, data, file, locator }: CorrectionEntry, site: ValidatedSite): Issue[] {
  const remark = (field: 'was' | 'now' | 'period', message: string, hint: string): Issue[] => [
    buildIssue('JC508', { file, ...locator.valueAt([field]), path: field, message, hint }),
  ];
  const { period, was, now } = data;
  if (period === undefined) return [];
  if (data.statistic === undefined)
    return remark(
      'period',
      '写了时期，没有写是哪个指标。',
      '在 statistic 里写上指标的编号；更正的不是数字，就去掉 period。',
    );
  const statistic = site.entries.statistics.find((entry) => entry.id === data.statistic);
  if (!statistic) return [];
  const { unit } = statistic.data;
  const [before, after] = [was, now].map((text) => (text === undefined ? undefined : readFigure(text, unit)));
  if (!before) return remark('was', `原来写的「${was}」读不出数字。`, adviseQuantity(was));
  if (isLive(before, period, statistic))
    return remark(
      'was',
      `原来写的「${was}」还在 ${statistic.file} 里。`,
      '把统计里的数字也改过来；没有改的，不用写更正。',
    );
  if (now === undefined) return [];
  if (!after) return remark('now', `现在写的「${now}」读不出数字。`, adviseQuantity(now));
  // What was corrected twice leads from one correction to the next.
  const isStep = correctionsOf(statistic.id, period, site).some(
    (other) => other.id !== id && isSame(readFigure(other.data.was, unit), after),
  );
  return isStep || isLive(after, period, statistic)
    ? []
    : remark('now', `现在写的「${now}」与 ${statistic.file} 里 ${period} 的数字不一样。`, '对照来源，改正其中一个。');
}
