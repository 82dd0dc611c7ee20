import { type Catalogue, getById } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { hasCraftsmanDay } from '../catalogue/editions.ts';
import { entryPath } from '../catalogue/paths.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import type { SealRequest } from '../renderers/seal.ts';
import type { Citation } from '../schemas/common.ts';
import type { Edition } from '../schemas/edition.ts';
import { renderBody, type RenderedBody } from './body.ts';
import type { Link, ViewContext } from './context.ts';
import {
  buildAllRows,
  buildDistrictDay,
  buildFigures,
  buildPart,
  buildSee,
  buildShortCitations,
  type DayFigure,
  type DayPart,
  type DistrictDay,
} from './edition-parts.ts';
import { formatPageCitation } from './profile.ts';
import { sealOf } from './seal.ts';
import { buildCitations, type CitationView, contentDate } from './sources.ts';
import { articleData, type StructuredData } from './structured-data.ts';

/** A person, team, studio or firm on the honour roll, with the outcome it stands there for. */
export interface RollLine {
  name: string;
  /** Whose seal stands beside the name. */
  seal?: SealRequest;
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

type RollEntry = NonNullable<NonNullable<Edition['honours']>[number]['roll']>[number];

function buildRollLine(line: RollEntry, context: ViewContext): RollLine {
  const { catalogue, entryHref, href } = context;
  const outcomeId = 'outcome' in line ? line.outcome : undefined;
  const outcome = outcomeId === undefined ? undefined : getById(catalogue.entries.outcomes, outcomeId);
  const detail = outcome && { label: outcome.data.title, href: entryHref('outcomes', outcome.id) };
  if ('craftsman' in line) {
    const person = getById(catalogue.person, line.craftsman);
    return { name: person.name, seal: sealOf(person), href: entryHref('craftsmen', person.id), detail };
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
