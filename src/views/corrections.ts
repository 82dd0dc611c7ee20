import { entryTitle, findReferrers } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { entryPath } from '../catalogue/paths.ts';
import { formatFigure } from '../lib/figure-format.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import { parseQuantity } from '../lib/quantity.ts';
import type { ChartSpec, FrozenChart } from '../schemas/chart-spec.ts';
import type { EntryKind } from '../schemas/kinds.ts';
import type { Link, ViewContext } from './context.ts';

type CorrectionEntry = Entry<'corrections'>;

/** A correction as it stands at what it concerns: one dated line. */
export interface CorrectionLine {
  text: string;
  link: Link;
}

/** A correction in the list of all. */
export interface CorrectionView {
  id: string;
  title: string;
  /** 2026年11月29日 */
  date: string;
  /** 2026-11-29 */
  isoDate: string;
  since: string;
  was: string;
  /** Undefined where it was taken back. */
  now: string | undefined;
  reason: string;
  /** Pages and charts that it changed. */
  places: Link[];
}

/** All of the site, newest first. */
export function listCorrections(context: ViewContext): CorrectionView[] {
  return byDate([...context.catalogue.entries.corrections.values()]).map((entry) => buildCorrection(entry, context));
}

/** Those that name an entry, newest first. */
export function findCorrections(kind: EntryKind, id: string, { catalogue }: ViewContext): CorrectionEntry[] {
  return byDate(findReferrers(catalogue, `${kind}/${id}`, 'corrections'));
}

/** Those of the figures and indicators that a chart shows, newest first. */
export function findChartCorrections(spec: ChartSpec, context: ViewContext): CorrectionEntry[] {
  return listAbout(spec, context).filter(
    ({ data }) => data.period === undefined || spec.rows.some((row) => row.period === data.period),
  );
}

/** Those that came after a chart was frozen, or of which it still shows what was wrong; newest first. */
export function findFrozenCorrections({ spec, frozenAt }: FrozenChart, context: ViewContext): CorrectionEntry[] {
  return listAbout(spec, context).filter(({ data }) => {
    const { period, was, date } = data;
    if (period === undefined) return date > frozenAt;
    const wrong = parseQuantity(withoutUnit(data, was, context));
    return spec.rows.some(
      (row) => row.period === period && row.value === wrong?.value && row.qualifier === wrong.qualifier,
    );
  });
}

/** Corrections of the indicators of a chart, which may have had other ids when it was made. */
function listAbout({ series }: ChartSpec, context: ViewContext): CorrectionEntry[] {
  const { statistics } = context.catalogue.entries;
  const shown = new Set(series.map(({ indicator }) => indicator));
  const ids = [...statistics.values()]
    .filter(({ id, data }) => shown.has(id) || data.aliases?.some((alias) => shown.has(alias)) === true)
    .map(({ id }) => id);
  return byDate([...new Set(ids.flatMap((id) => findCorrections('statistics', id, context)))]);
}

function byDate(entries: readonly CorrectionEntry[]): CorrectionEntry[] {
  return entries.toSorted((a, b) => compare(b.data.date, a.data.date) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day of the latest of several corrections, as ISO date. */
export function lastCorrected(entries: readonly CorrectionEntry[]): string | undefined {
  return entries[0]?.data.date;
}

/** 2026年11月29日更正：技能人才总量2023年原来写「166.22万人」，应为「166.32万人」。 */
export function correctionLine(entry: CorrectionEntry, context: ViewContext): CorrectionLine {
  const { title, date, period } = entry.data;
  const { was, now } = wording(entry, context);
  const what = `${title}${period === undefined ? '' : `，${formatPartialDate(period)}`}`;
  const change = now === undefined ? `原来写「${was}」，已经撤下` : `原来写「${was}」，应为「${now}」`;
  return {
    text: `${formatPartialDate(date)}更正：${what}，${change}。`,
    link: { label: '更正记录', href: context.entryHref('corrections', entry.id) },
  };
}

/** JSON-LD of corrections (schema.org: CorrectionComment), with the day of the last one. */
export function correctionData(
  entries: readonly CorrectionEntry[],
  context: ViewContext,
): Readonly<Record<string, unknown>> {
  if (entries.length === 0) return {};
  return {
    dateModified: lastCorrected(entries),
    correction: entries.map((entry) => ({
      '@type': 'CorrectionComment',
      text: correctionLine(entry, context).text,
      datePublished: entry.data.date,
      url: context.absolute(entryPath('corrections', entry.id)),
    })),
  };
}

function buildCorrection(entry: CorrectionEntry, context: ViewContext): CorrectionView {
  const { id, data } = entry;
  return {
    id,
    title: data.title,
    date: formatPartialDate(data.date),
    isoDate: data.date,
    since: formatPartialDate(data.since),
    ...wording(entry, context),
    reason: data.reason,
    places: listPlaces(entry, context),
  };
}

/** What stood there and what stands there now; figures with their unit. */
function wording({ data }: CorrectionEntry, context: ViewContext): { was: string; now: string | undefined } {
  const unit = data.period === undefined ? undefined : unitOf(data, context);
  const say = (text: string): string =>
    unit === undefined ? text : formatFigure(withoutUnit(data, text, context), unit);
  return { was: say(data.was), now: data.now === undefined ? undefined : say(data.now) };
}

function unitOf({ statistic }: CorrectionEntry['data'], { catalogue }: ViewContext): string | undefined {
  return catalogue.entries.statistics.get(statistic ?? '')?.data.unit;
}

function withoutUnit(data: CorrectionEntry['data'], text: string, context: ViewContext): string {
  const unit = unitOf(data, context);
  return unit !== undefined && text.endsWith(unit) ? text.slice(0, -unit.length) : text;
}

const PLACE_FIELDS = ['competitions', 'craftsmen', 'outcomes', 'policies'] as const;

function listPlaces(entry: CorrectionEntry, context: ViewContext): Link[] {
  const { catalogue, charts, entryHref } = context;
  const { statistic } = entry.data;
  const named = [
    ...(statistic === undefined ? [] : [{ kind: 'statistics' as const, id: statistic }]),
    ...PLACE_FIELDS.flatMap((kind) => (entry.data[kind] ?? []).map((id) => ({ kind, id }))),
  ];
  const pages = named.flatMap(({ kind, id }) => {
    const page = (catalogue.entries[kind] as ReadonlyMap<string, Entry>).get(id);
    return page ? [{ label: entryTitle(page), href: entryHref(kind, id) }] : [];
  });
  const drawn = [...charts.values()]
    .filter((spec) => findChartCorrections(spec, context).includes(entry))
    .map(({ title, path }) => ({ label: `图：${title}`, href: context.href(path) }));
  return [...pages, ...drawn];
}
