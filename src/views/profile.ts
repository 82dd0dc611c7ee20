import type { Person } from '../catalogue/person.ts';
import { entryPath } from '../catalogue/paths.ts';
import { bodyComponents } from '../reader/body.ts';
import { renderBody, type RenderedBody } from './body.ts';
import type { Link, ViewContext } from './context.ts';
import { buildPersonFacts, type FactRow } from './facts.ts';
import { personLead } from './people.ts';
import { buildBacklinks, type EntryCard } from './related.ts';
import { buildCitations, type CitationView, contentDate } from './sources.ts';
import { personData, type StructuredData } from './structured-data.ts';

export interface Profile {
  path: string;
  lead: string;
  honours: Link[];
  facts: FactRow[];
  body: RenderedBody;
  /** Studio, outcomes, contests, proposals … that point at the person. */
  related: { label: string; cards: EntryCard[] }[];
  colleagues: Link[];
  citations: CitationView[];
  contentDate: string | undefined;
  citationText: string;
  structuredData: StructuredData[];
}

/** At most so many colleagues are named; the employer's page has all. */
const MOST_COLLEAGUES = 12;

export function buildProfile(person: Person, context: ViewContext): Profile {
  const path = entryPath('craftsmen', person.id);
  const { data, body } = person.entry;
  const held = data.honours.map(({ source, locator }) => ({ source, locator }));
  const citations = buildCitations([...data.citations, ...held], context);
  const factSources = [...bodyComponents(body.nodes)].flatMap(({ props }) => props['source'] ?? []);
  return {
    path,
    lead: personLead(person, context),
    honours: person.honours.map(({ honour, year }) => ({
      label: year === undefined ? honour.title : `${honour.title}（${String(year)}年）`,
      href: context.href(`/craftsmen/by/honour/${honour.id}/`),
    })),
    facts: buildPersonFacts(person.id, context),
    body: renderBody(body, context),
    related: buildBacklinks(`craftsmen/${person.id}`, context),
    colleagues: findColleagues(person, context),
    citations,
    contentDate: contentDate([...citations.map(({ source }) => source), ...factSources], context.catalogue),
    citationText: formatPageCitation(person.name, path, context),
    structuredData: [personData(person, context)],
  };
}

/** 「青岛匠册：《宁允展》，https://…」: how to cite a page of the site. */
export function formatPageCitation(title: string, path: string, { absolute, catalogue }: ViewContext): string {
  return `${catalogue.site.title}：《${title}》，${absolute(path)}`;
}

function findColleagues({ id, employer }: Person, { catalogue, entryHref }: ViewContext): Link[] {
  if (!employer) return [];
  const colleagues = (catalogue.referrers.get(`organizations/${employer.id}`) ?? []).filter(
    (referrer) => referrer.kind === 'craftsmen' && referrer.id !== id,
  );
  return colleagues.slice(0, MOST_COLLEAGUES).map((referrer) => ({
    label: catalogue.person.get(referrer.id)?.name ?? referrer.id,
    href: entryHref('craftsmen', referrer.id),
  }));
}
