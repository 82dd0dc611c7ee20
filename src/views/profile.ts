import { getById } from '../catalogue/catalogue.ts';
import type { Person } from '../catalogue/person.ts';
import { entryPath } from '../catalogue/paths.ts';
import { bodyComponents } from '../reader/body.ts';
import { renderBody, type RenderedBody } from './body.ts';
import type { Link, ViewContext } from './context.ts';
import { correctionLine, type CorrectionLine, findCorrections } from './corrections.ts';
import { buildPersonFacts, type FactRow } from './facts.ts';
import { personLead } from './people.ts';
import { type Backlinks, buildBacklinks } from './related.ts';
import { miniSealOf } from './seal.ts';
import { buildCitations, type CitationView, contentDate } from './sources.ts';
import { personData, type StructuredData } from './structured-data.ts';

export interface Profile {
  path: string;
  lead: string;
  honours: Link[];
  facts: FactRow[];
  body: RenderedBody;
  /** Studio, outcomes, contests, proposals … that point at the person, then colleagues. */
  related: Backlinks[];
  citations: CitationView[];
  corrections: CorrectionLine[];
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
  const factSources = bodyComponents(body.nodes).flatMap(({ props }) => props['source'] ?? []);
  return {
    path,
    lead: personLead(person, context),
    honours: person.honours.map(({ honour, year }) => ({
      label: year === undefined ? honour.title : `${honour.title}（${String(year)}年）`,
      href: context.href(`/craftsmen/by/honour/${honour.id}/`),
    })),
    facts: buildPersonFacts(person.id, context),
    body: renderBody(body, context),
    related: [...buildBacklinks(`craftsmen/${person.id}`, context), ...findColleagues(person, context)],
    citations,
    corrections: findCorrections('craftsmen', person.id, context).map((entry) => correctionLine(entry, context)),
    contentDate: contentDate([...citations.map(({ source }) => source), ...factSources], context.catalogue),
    citationText: formatPageCitation(person.name, path, context),
    structuredData: [personData(person, context)],
  };
}

/** 「青岛匠册：《宁允展》，https://…」: how to cite a page of the site. */
export function formatPageCitation(title: string, path: string, { absolute, catalogue }: ViewContext): string {
  return `${catalogue.site.title}：《${title}》，${absolute(path)}`;
}

function findColleagues({ id, employer }: Person, { catalogue, entryHref }: ViewContext): Backlinks[] {
  if (!employer) return [];
  const colleagues: string[] = [];
  // Not filtered as a whole: a large firm has thousands, each of whom would walk through all others.
  for (const referrer of catalogue.referrers.get(`organizations/${employer.id}`) ?? []) {
    if (colleagues.length === MOST_COLLEAGUES) break;
    if (referrer.kind === 'craftsmen' && referrer.id !== id) colleagues.push(referrer.id);
  }
  const cards = colleagues.map((other) => {
    const colleague = getById(catalogue.person, other);
    return {
      kind: 'craftsmen',
      id: other,
      title: colleague.name,
      href: entryHref('craftsmen', other),
      lead: '',
      seal: miniSealOf(colleague),
    } as const;
  });
  return cards.length > 0 ? [{ label: '同一单位', cards }] : [];
}
