import { type Catalogue, getById } from '../catalogue/catalogue.ts';
import type { Person } from '../catalogue/person.ts';
import { escapeHtml } from '../lib/html.ts';
import type { SealRequest } from '../renderers/seal.ts';
import { seededRandom } from '../lib/seeded-random.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import { bodyText } from './body-text.ts';
import type { Link, ViewContext } from './context.ts';
import { presentSections } from './navigation.ts';
import { buildPersonLine, joinDetails, personLead } from './people.ts';
import { buildReports } from './report.ts';
import { sealOf } from './seal.ts';
import { type StatisticSummary, summarizeStatistic } from './statistic.ts';
import { organizationData, websiteData, type StructuredData } from './structured-data.ts';

export interface FeaturedPerson {
  name: string;
  href: string;
  lead: string;
  detail: string;
}

/** More seals than this are a wallpaper, not a wall. */
const MOST_SEALS = 40;
/** So many paragraphs of the story stand on the home page. */
const STORY_PARAGRAPHS = 5;

export interface Home {
  edition: { title: string; theme: string; summary: string; date: string; place: string | undefined; href: string };
  /** The latest annual report. */
  report: Link | undefined;
  figures: StatisticSummary[];
  /** Whose seals hang on the wall: the featured first, then others by pinyin. */
  wall: { name: string; href: string; seal: SealRequest }[];
  /** The first of the featured, told at length. */
  story: (FeaturedPerson & { seal: SealRequest; html: string }) | undefined;
  featured: FeaturedPerson[];
  sections: { label: string; href: string; summary: string }[];
  structuredData: StructuredData[];
}

export function buildHome(context: ViewContext): Home {
  const { catalogue, href } = context;
  const { data: edition } = getById(catalogue.entries.editions, String(catalogue.site.edition));
  const featured = catalogue.site.home.featured.map((id) => getById(catalogue.person, id));
  const [story, ...rest] = featured;
  return {
    edition: {
      title: edition.title,
      theme: edition.theme,
      summary: edition.summary,
      date: formatPartialDate(edition.date ?? String(edition.year)),
      place: edition.place,
      href: context.entryHref('editions', String(catalogue.site.edition)),
    },
    report: buildReports(context).map(({ title, href: target }) => ({ label: title, href: target }))[0],
    figures: catalogue.site.home.figures.map((id) =>
      summarizeStatistic(getById(catalogue.entries.statistics, id), context),
    ),
    wall: [...featured, ...chooseForWall(catalogue, { chosen: featured, year: edition.year })].map((person) => ({
      name: person.name,
      href: context.entryHref('craftsmen', person.id),
      seal: sealOf(person),
    })),
    story: story && { ...describePerson(story, context), seal: sealOf(story), html: renderStory(story, context) },
    featured: rest.map((person) => describePerson(person, context)),
    sections: presentSections(catalogue).map(({ path, label, summary }) => ({ label, href: href(path), summary })),
    structuredData: [organizationData(context), websiteData(context)],
  };
}

/**
 * Who hangs on the wall beside the featured, in the order of the directory. Where there are more than it holds, the highest honours
 * come first, and among equals everyone has the same chance: a draw that each edition makes anew.
 */
export function chooseForWall(
  { people }: Pick<Catalogue, 'people'>,
  { chosen, year }: { chosen: readonly Person[]; year: number },
): Person[] {
  const others = people.filter((person) => !chosen.includes(person));
  const places = Math.max(0, MOST_SEALS - chosen.length);
  if (others.length <= places) return others;
  const drawn = others
    .map((person) => ({
      person,
      rank: person.honours[0]?.honour.rank ?? 0,
      lot: seededRandom(`${String(year)} ${person.id}`)(),
    }))
    .toSorted((a, b) => b.rank - a.rank || a.lot - b.lot)
    .slice(0, places);
  const onWall = new Set(drawn.map(({ person }) => person));
  return others.filter((person) => onWall.has(person));
}

function describePerson(person: Person, context: ViewContext): FeaturedPerson {
  const { href, honour, employer } = buildPersonLine(person, context);
  return {
    name: person.name,
    href,
    lead: personLead(person, context),
    detail: joinDetails([honour, employer]),
  };
}

/** The story's first paragraphs; its notes stand on the profile, so their marks are left out here. */
function renderStory({ entry }: Person, context: ViewContext): string {
  const nodes = entry.body.nodes
    .filter((node) => typeof node !== 'string' && 'tag' in node && node.tag === 'p')
    .slice(0, STORY_PARAGRAPHS);
  return nodes.map((node) => `<p>${escapeHtml(bodyText([node], context))}</p>`).join('');
}
