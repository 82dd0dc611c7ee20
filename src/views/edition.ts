import { type Catalogue, entryTitle, getById } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/content.ts';
import { hasCraftsmanDay } from '../catalogue/editions.ts';
import { getObservation } from '../catalogue/observations.ts';
import { entryPath } from '../catalogue/paths.ts';
import type { Person } from '../catalogue/person.ts';
import { formatSourceTitle } from '../catalogue/source-citation.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import type { Citation } from '../schemas/common.ts';
import type { Edition, EditionFigure } from '../schemas/edition.ts';
import { renderBody, type RenderedBody } from './body.ts';
import type { Link, ViewContext } from './context.ts';
import { type FigureParts, formatFigure, splitFigure } from './figure.ts';
import { formatPageCitation } from './profile.ts';
import { buildCitations, type CitationView, contentDate } from './sources.ts';
import { articleData, type StructuredData } from './structured-data.ts';

/** A figure of the day, linked to its indicator. */
export interface DayFigure {
  title: string;
  href: string;
  parts: FigureParts;
  text: string;
  unit: string;
  period: string;
}

/** A person, team, studio or firm on the honour roll, with the outcome it stands there for. */
export interface RollLine {
  name: string;
  /** Whose seal stands beside the name. */
  person?: Person;
  href: string | undefined;
  detail: Link | undefined;
}

export interface HonourGroup {
  title: string;
  note: string | undefined;
  figures: DayFigure[];
  roll: RollLine[];
  citations: CitationView[];
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

export interface EditionPage {
  year: number;
  title: string;
  theme: string;
  path: string;
  date: string;
  place: string | undefined;
  isPlanned: boolean;
  summary: string;
  body: RenderedBody;
  honours: HonourGroup[];
  programme: DayPart[];
  /** Of all parts of the programme. */
  programmeCitations: CitationView[];
  exhibition: (DayPart & { zones: { title: string; exhibits: string | undefined; see: Link[] }[] }) | undefined;
  publicity: DayPart[];
  districts: DistrictDay[];
  plans: { label: string; plans: DayPart[] }[];
  citations: CitationView[];
  contentDate: string | undefined;
  citationText: string;
  structuredData: StructuredData[];
  previous: Link | undefined;
  next: Link | undefined;
  /** The year's annual report. */
  report: Link | undefined;
}

const PLAN_LABELS = { planned: '主办方说要做的', proposed: '有人建议做的' } as const;

/** What the section of editions is called. */
export function editionsLabel({ entries }: Catalogue): string {
  return hasCraftsmanDay(entries.editions.values()) ? '工匠日' : '历年';
}

export function buildEditionPage(entry: Entry<'editions'>, context: ViewContext): EditionPage {
  const { id, data, body } = entry;
  const path = entryPath('editions', id);
  const editions = [...context.catalogue.entries.editions.values()];
  const at = editions.findIndex((edition) => edition.id === id);
  const toLink = (edition: Entry<'editions'> | undefined): Link | undefined =>
    edition && {
      // 「2025年青岛工匠日」 says its year itself.
      label: edition.data.title.startsWith(edition.id) ? edition.data.title : `${edition.id}年 ${edition.data.title}`,
      href: context.entryHref('editions', edition.id),
    };
  return {
    year: data.year,
    title: data.title,
    theme: data.theme,
    path,
    date: formatPartialDate(data.date ?? String(data.year)),
    place: data.place,
    isPlanned: data.status === 'planned',
    summary: data.summary,
    body: renderBody(body, context),
    honours: (data.honours ?? []).map((category) => ({
      title: category.title,
      note: category.note,
      figures: buildFigures(category.figures, context),
      roll: (category.roll ?? []).map((line) => buildRollLine(line, context)),
      citations: buildShortCitations(category.citations, context),
    })),
    programme: (data.programme ?? []).map((section) => ({
      ...buildPart(section, context),
      rows: buildAllRows(section),
    })),
    programmeCitations: buildShortCitations(
      (data.programme ?? []).flatMap((section) => section.citations),
      context,
    ),
    exhibition: data.exhibition && {
      ...buildPart(data.exhibition, context),
      zones: data.exhibition.zones.map(({ title, exhibits, see }) => ({
        title,
        exhibits,
        see: buildSee(see, context),
      })),
    },
    publicity: (data.publicity ?? []).map((item) => buildPart({ ...item, title: item.medium }, context)),
    districts: (data.districts ?? []).map((item) => buildDistrictDay(item, context)),
    plans: (['planned', 'proposed'] as const)
      .map((kind) => ({
        label: PLAN_LABELS[kind],
        plans: (data.plans ?? []).filter((plan) => plan.kind === kind).map((plan) => buildPart(plan, context)),
      }))
      .filter(({ plans }) => plans.length > 0),
    citations: buildCitations(collectCitations(data), context),
    contentDate: contentDate(
      collectCitations(data).map(({ source }) => source),
      context.catalogue,
    ),
    citationText: formatPageCitation(data.title, path, context),
    structuredData: [articleData(entry, data.title, path, context)],
    previous: toLink(editions[at - 1]),
    next: toLink(editions[at + 1]),
    report: findReport(id, context),
  };
}

function findReport(year: string, context: ViewContext): Link | undefined {
  const cover = context.catalogue.entries.reports.get(`${year}/00-cover`);
  return cover && { label: cover.data.title, href: context.href(entryPath('reports', cover.id)) };
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
function buildAllRows(part: PartFields): DayPart['rows'] {
  return ROWS.map(([field, label]) => ({ label, text: part[field] ?? '—' }));
}

function buildPart(part: PartFields, context: ViewContext): DayPart {
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
function buildShortCitations(citations: readonly Citation[], context: ViewContext): CitationView[] {
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

function buildDistrictDay(item: NonNullable<Edition['districts']>[number], context: ViewContext): DistrictDay {
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

function buildFigures(figures: readonly EditionFigure[] | undefined, context: ViewContext): DayFigure[] {
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

function buildSee(see: SeeFields | undefined, context: ViewContext): Link[] {
  return Object.entries(see ?? {}).flatMap(([kind, ids]) =>
    (ids ?? []).map((id) => {
      const entry = getById(context.catalogue.entries[kind as keyof SeeFields] as ReadonlyMap<string, Entry>, id);
      return { label: entryTitle(entry), href: context.entryHref(entry.kind, id) };
    }),
  );
}

type RollEntry = NonNullable<NonNullable<Edition['honours']>[number]['roll']>[number];

function buildRollLine(line: RollEntry, context: ViewContext): RollLine {
  const { catalogue, entryHref, href } = context;
  const outcomeId = 'outcome' in line ? line.outcome : undefined;
  const outcome = outcomeId === undefined ? undefined : getById(catalogue.entries.outcomes, outcomeId);
  const detail = outcome && { label: outcome.data.title, href: entryHref('outcomes', outcome.id) };
  if ('craftsman' in line) {
    const person = getById(catalogue.person, line.craftsman);
    return { name: person.name, person, href: entryHref('craftsmen', person.id), detail };
  }
  if ('team' in line)
    return {
      name: getById(catalogue.entries.teams, line.team).data.title,
      href: entryHref('teams', line.team),
      detail,
    };
  if ('studio' in line)
    return {
      name: getById(catalogue.entries.studios, line.studio).data.title,
      href: entryHref('studios', line.studio),
      detail,
    };
  const hasPeople = (catalogue.referrers.get(`organizations/${line.organization}`) ?? []).some(
    ({ kind }) => kind === 'craftsmen',
  );
  return {
    name: getById(catalogue.organizations, line.organization).name,
    href: hasPeople ? href(`/craftsmen/by/employer/${line.organization}/`) : undefined,
    detail,
  };
}

/** All places in sources that an edition's fields name. */
function collectCitations(value: unknown): Citation[] {
  if (Array.isArray(value)) return value.flatMap(collectCitations);
  if (typeof value !== 'object' || value === null) return [];
  if (
    'source' in value &&
    'locator' in value &&
    typeof value.source === 'string' &&
    typeof value.locator === 'string'
  ) {
    return [{ source: value.source, locator: value.locator }];
  }
  return Object.values(value).flatMap(collectCitations);
}
