import { entryTitle, getById } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { getObservation } from '../catalogue/observations.ts';
import { formatSourceTitle } from '../catalogue/source-citation.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import type { Citation } from '../schemas/common.ts';
import type { Edition, EditionFigure } from '../schemas/edition.ts';
import type { Link, ViewContext } from './context.ts';
import { type FigureParts, formatFigure, splitFigure } from '../lib/figure-format.ts';
import { buildCitations, type CitationView } from './sources.ts';

/** A figure of the day, linked to its indicator. */
export interface DayFigure {
  title: string;
  href: string;
  parts: FigureParts;
  text: string;
  unit: string;
  period: string;
}

/** A part of the day: rows of what, where, when and who, as far as sources say. */
export interface DayPart {
  title: string;
  rows: { label: string; text: string }[];
  figures: DayFigure[];
  see: Link[];
  /** Links that have an address; the others wait for one. */
  links: (Link & { note: string | undefined })[];
  citations: CitationView[];
}

export interface DistrictDay extends DayPart {
  district: Link;
  parts: string[];
}

interface PartFields {
  title: string;
  what?: string | undefined;
  where?: string | undefined;
  when?: string | undefined;
  who?: string | undefined;
  figures?: readonly EditionFigure[] | undefined;
  see?: SeeFields | undefined;
  links?: readonly { label: string; href: string; note?: string | undefined }[] | undefined;
  citations: readonly Citation[];
}
type SeeFields = NonNullable<NonNullable<Edition['programme']>[number]['see']>;

const ROWS = [
  ['what', '做什么'],
  ['where', '在哪里'],
  ['when', '什么时候'],
  ['who', '谁'],
] as const;

/** All four questions, a dash where sources do not say: parts of a programme are read side by side. */
export function buildAllRows(part: PartFields): DayPart['rows'] {
  return ROWS.map(([field, label]) => ({ label, text: part[field] ?? '—' }));
}

/** A part as far as sources say. */
export function buildPart(part: PartFields, context: ViewContext): DayPart {
  return {
    title: part.title,
    rows: ROWS.flatMap(([field, label]) => (part[field] === undefined ? [] : [{ label, text: part[field] }])),
    figures: buildFigures(part.figures, context),
    see: buildSee(part.see, context),
    links: (part.links ?? []).filter(({ href }) => href !== '').map(({ label, href, note }) => ({ label, href, note })),
    citations: buildShortCitations(part.citations, context),
  };
}

/** Citations by title alone: the page's list of sources has the rest. */
export function buildShortCitations(citations: readonly Citation[], context: ViewContext): CitationView[] {
  return buildCitations(citations, context).map((citation) => ({
    ...citation,
    label: formatSourceTitle(getById(context.catalogue.sources, citation.source)),
    locators: shortenLocators(citation.locators),
  }));
}

/** 「匠心传承」第5段, 「匠心传承」第6段 → 「匠心传承」第5段, 第6段 */
function shortenLocators(locators: readonly string[]): string[] {
  const sectionOf = (locator: string | undefined): string => /^「.*」(?=第\d+段$)/.exec(locator ?? '')?.[0] ?? '';
  return locators.map((locator, at) => {
    const section = sectionOf(locator);
    return section !== '' && section === sectionOf(locators[at - 1]) ? locator.slice(section.length) : locator;
  });
}

/** What a district does on its own day, which may be another than the city's. */
export function buildDistrictDay(item: NonNullable<Edition['districts']>[number], context: ViewContext): DistrictDay {
  const { district, date, when, place, parts } = item;
  const day = date === undefined ? '' : formatPartialDate(date);
  const part = buildPart({ ...item, where: place, when: `${day}${when ?? ''}` || undefined }, context);
  return {
    ...part,
    parts,
    district: {
      label: getById(context.catalogue.entries.districts, district).data.name,
      href: context.entryHref('districts', district),
    },
  };
}

/** Figures as observed: which observation of its indicator a figure is, its date and source say. */
export function buildFigures(figures: readonly EditionFigure[] | undefined, context: ViewContext): DayFigure[] {
  return (figures ?? []).map(({ statistic, at, source }) => {
    const { data } = getById(context.catalogue.entries.statistics, statistic);
    const { display, period } = getObservation(data, { at, source });
    return {
      title: data.title,
      href: context.entryHref('statistics', statistic),
      parts: splitFigure(display, data.unit),
      text: formatFigure(display, data.unit),
      unit: data.unit,
      period: formatPartialDate(period),
    };
  });
}

/** Links to entries that a part names. */
export function buildSee(see: SeeFields | undefined, context: ViewContext): Link[] {
  return Object.entries(see ?? {}).flatMap(([kind, ids]) =>
    (ids ?? []).map((id) => {
      const entry = getById(context.catalogue.entries[kind as keyof SeeFields] as ReadonlyMap<string, Entry>, id);
      return { label: entryTitle(entry), href: context.entryHref(entry.kind, id) };
    }),
  );
}
