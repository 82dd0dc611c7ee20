import { entryTitle, getById } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { entryPath } from '../catalogue/paths.ts';
import { findDistinction } from '../catalogue/namesakes.ts';
import type { Person } from '../catalogue/person.ts';
import { parseChapterId } from '../catalogue/chapter-id.ts';
import { personPinyin, toSyllables } from '../lib/pinyin.ts';
import type { ReferableKind } from '../schemas/referable-kinds.ts';
import { ENTRY_KINDS, type EntryKind, entryKinds } from '../schemas/kinds.ts';
import { findReferences } from '../schemas/references.ts';
import { listCitedSources } from './body-lists.ts';
import { bodyText } from './body-text.ts';
import type { ViewContext } from './context.ts';
import { buildFacts } from './facts.ts';
import { buildLabels, findScope } from './labels.ts';
import { buildFacets, FACETS, facets } from './people.ts';
import { miniSealOf } from './seal.ts';
import {
  isNamedKind,
  type NamedKind,
  namesOf,
  personTokens,
  relatedTokens,
  titleTokens,
  unique,
} from './search-names.ts';
import { type SearchFacet, WHOLE_CITY } from '../lib/search-aids.ts';
import type { RecordText } from '../lib/search-tokens.ts';
import { formatSource } from '../catalogue/source-citation.ts';
import { summarizeStatistic } from './statistic.ts';

/** Lists of people by firm, trade and so on, and sources, are found beside the entries. */
export type SearchKind = EntryKind | 'lists' | 'sources';

/** One page as it is searched. */
export interface SearchRecord {
  kind: SearchKind;
  id: string;
  /** Site path without the base. */
  path: string;
  text: RecordText;
  filters: Partial<Record<SearchFacet, string[]>>;
  /** A person's seal is cut white on red; the result shows it so. */
  hasReliefSeal: boolean;
}

/** Frozen charts are old states of charts that are found themselves; corrections tell what no longer stands anywhere. */
const UNSEARCHED = new Set<EntryKind>(['corrections', 'frozen']);

/** Every page that can be found, in the order of an index: by pinyin. That order is what 「按姓名」 sorts by. */
export function buildSearchRecords(context: ViewContext): SearchRecord[] {
  const entries = entryKinds
    .filter((kind) => !UNSEARCHED.has(kind))
    .flatMap((kind) => [...(context.catalogue.entries[kind] as ReadonlyMap<string, Entry>).values()])
    .map((entry) => buildEntryRecord(entry, context));
  return [...entries, ...buildListRecords(context), ...buildSourceRecords(context)]
    .map((record) => ({ record, key: sortKey(record, context) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.record.path < b.record.path ? -1 : 1))
    .map(({ record }) => record);
}

function sortKey({ kind, id, text }: SearchRecord, { catalogue }: ViewContext): string {
  const person = kind === 'craftsmen' ? catalogue.person.get(id) : undefined;
  if (person) return person.pinyin.sortKey;
  const title = text.title.replaceAll(/[^\p{L}\p{N}]/gu, '');
  return `${toSyllables(title).join(' ')}\u0000${title}`;
}

function buildEntryRecord(entry: Entry, context: ViewContext): SearchRecord {
  const { kind, id, data } = entry;
  const person = kind === 'craftsmen' ? getById(context.catalogue.person, id) : undefined;
  const title = recordTitle(entry);
  const references = collectReferences(entry, person);
  const namesFrom = (kinds: readonly NamedKind[]): string[] =>
    unique(
      references.flatMap(({ kind: named, id: target }) =>
        isNamedKind(named) && kinds.includes(named) ? namesOf(named, target, context.catalogue) : [],
      ),
    );
  const related = namesFrom(['organizations', 'honours', 'trades']);
  const broader = [...namesFrom(['industries', 'districts', 'themes']), ...parentNames(person, context)];
  const keywords = 'keywords' in data ? (data.keywords ?? []) : [];
  const own = 'otherNames' in data ? (data.otherNames ?? []) : [];
  return {
    kind,
    id,
    path: entryPath(kind, id),
    text: {
      title,
      names: unique([...own, ...keywords, ...broader]),
      related,
      facts: person ? joinFacts([...personFacts(person), distinctionOf(person, context)]) : entryFacts(entry, context),
      body: entryText(entry, context),
      hidden: unique([
        ...(person ? allNameTokens(person) : titleTokens(title)),
        ...relatedTokens([...related, ...broader]),
      ]),
    },
    filters: buildFilters(entry, references),
    hasReliefSeal: person !== undefined && miniSealOf(person).isRelief,
  };
}

/** Former and stage names are typed as names are. */
function allNameTokens(person: Person): string[] {
  const others = person.entry.data.otherNames ?? [];
  return [person, ...others.map((name) => ({ name, pinyin: personPinyin(name) }))].flatMap(personTokens);
}

/** What a result is called. A chapter's own title, such as 「人」, says nothing without its report. */
function recordTitle(entry: Entry): string {
  const title = entryTitle(entry);
  if (entry.kind !== 'reports') return title;
  const { year, number } = parseChapterId(entry.id);
  return number === 0 ? title : `${year}年度报告：${title}`;
}

interface Reference {
  kind: ReferableKind;
  id: string;
}

/** What an entry refers to in its fields; a person also to what their employer stands for. */
function collectReferences({ kind, data }: Entry, person: Person | undefined): Reference[] {
  const own: Reference[] = findReferences(ENTRY_KINDS[kind].schema, data).filter((found) => found.kind !== 'sources');
  if (!person) return own;
  const { industry, district } = person;
  return [
    ...own,
    ...(industry ? [{ kind: 'industries' as const, id: industry.id }] : []),
    ...(district ? [{ kind: 'districts' as const, id: district.id }] : []),
  ];
}

/** A firm's people are also people of the group it belongs to, though less so. */
function parentNames(person: Person | undefined, { catalogue }: ViewContext): string[] {
  const parent = person?.employer?.parent;
  return parent === undefined ? [] : namesOf('organizations', parent, catalogue);
}

function personFacts({ honours, employer, trade, entry, district }: Person): (string | undefined)[] {
  return [
    honours[0]?.honour.title,
    entry.data.position ?? trade?.label,
    employer?.shortName ?? employer?.name,
    district?.data.name,
  ];
}

function joinFacts(facts: readonly (string | undefined)[]): string {
  return facts.filter((fact) => fact !== undefined).join(' · ');
}

/** What tells one of two people of the same name apart who would look the same in the results. */
function distinctionOf(person: Person, { catalogue }: ViewContext): string | undefined {
  return findDistinction(person, catalogue.people, (other) => joinFacts(personFacts(other)));
}

/** One line that tells entries of a kind apart. A statistic's is its figure. */
function entryFacts(entry: Entry, context: ViewContext): string {
  if (entry.kind === 'statistics') {
    const { text, period, place } = summarizeStatistic(entry as Entry<'statistics'>, context);
    return [text, period, place].join(' · ');
  }
  if (entry.kind === 'editions') return (entry as Entry<'editions'>).data.theme;
  const rows = buildFacts(entry, context).filter(({ label }) => label !== '场合');
  return rows
    .map(({ items }) => items.map(({ text }) => text).join('、'))
    .slice(0, 3)
    .join(' · ');
}

/** The entry's text: its body, else what its fields say in words. */
function entryText(entry: Entry, context: ViewContext): string {
  if (entry.kind === 'statistics') {
    const { definition, definitionNote, level } = (entry as Entry<'statistics'>).data;
    return [definition, definitionNote, level].filter((text) => text !== undefined && text !== '').join('\n');
  }
  const scope = findScope(entry, context);
  const labels = entry.kind === 'reports' ? buildLabels(scope, context) : undefined;
  const paragraphs = entry.body.nodes
    .map((node) =>
      typeof node !== 'string' && 'component' in node && node.component === 'SourceList'
        ? sourceListText(scope, context)
        : bodyText([node], context, labels).trim(),
    )
    .filter((text) => text !== '');
  const fields = entry.kind === 'editions' || entry.kind === 'charts' ? fieldTexts(entry.data) : [];
  return [...fields, ...paragraphs].join('\n').replaceAll(/[ \t]+/g, ' ');
}

/** What readers see where a text calls for the list of its sources. */
function sourceListText(scope: readonly Entry[], context: ViewContext): string {
  const bodies = scope.map(({ body }) => body);
  return listCitedSources(bodies, context)
    .map(({ reference, note }) => `${reference}\n${note}`)
    .join('\n');
}

/** Words that stand in plain data, without ids and sources. */
function fieldTexts(value: unknown): string[] {
  if (typeof value === 'string') return /\p{Script=Han}/u.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(fieldTexts);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'citations' || key === 'title' ? [] : fieldTexts(inner),
  );
}

function buildFilters({ kind, data }: Entry, references: readonly Reference[]): SearchRecord['filters'] {
  const of = (wanted: ReferableKind): string[] =>
    unique(references.filter((found) => found.kind === wanted).map(({ id }) => id));
  const isCityWide = ('scope' in data && data.scope === 'city') || ('level' in data && data.level === 'city');
  const districts = of('districts');
  const filters = {
    kind: [kind],
    honour: of('honours'),
    trade: of('trades'),
    industry: of('industries'),
    district: districts.length > 0 ? districts : isCityWide ? [WHOLE_CITY] : [],
    year: yearsOf(data),
  };
  return Object.fromEntries(Object.entries(filters).filter(([, values]) => values.length > 0));
}

/** The years an entry is about: of an event, a document, a figure, an honour held. */
function yearsOf(data: Entry['data']): string[] {
  const dates = [
    ...('date' in data ? [data.date] : []),
    ...('founded' in data ? [data.founded] : []),
    ...('year' in data ? [String(data.year)] : []),
    ...('observations' in data ? data.observations.flatMap(({ period }) => period.split('/')) : []),
    ...('honours' in data && Array.isArray(data.honours)
      ? data.honours.map((held) => ('year' in held && held.year !== undefined ? String(held.year) : undefined))
      : []),
  ];
  return unique(dates.flatMap((date) => (date === undefined ? [] : [date.slice(0, 4)]))).sort();
}

/** 单位：海尔, 工种：电焊 …: the static lists of people. */
function buildListRecords(context: ViewContext): SearchRecord[] {
  const values = buildFacets(context);
  return facets
    .filter((facet) => facet !== 'initial')
    .flatMap((facet) =>
      values[facet].map(({ id, label, people }): SearchRecord => {
        const named =
          facet === 'employer' ? 'organizations' : facet === 'industry' ? 'industries' : (`${facet}s` as const);
        const names = namesOf(named, id, context.catalogue);
        return {
          kind: 'lists',
          id: `${facet}/${id}`,
          path: `/craftsmen/by/${facet}/${id}/`,
          text: {
            title: `${FACETS[facet].label}：${label}`,
            names: [],
            related: names,
            facts: `名录 · ${String(people.length)}人`,
            body: '',
            hidden: relatedTokens(names),
          },
          filters: { kind: ['lists'] },
          hasReliefSeal: false,
        };
      }),
    );
}

function buildSourceRecords({ catalogue }: ViewContext): SearchRecord[] {
  return [...catalogue.sources.values()].map((source) => ({
    kind: 'sources',
    id: source.id,
    path: entryPath('sources', source.id),
    text: {
      title: source.title,
      names: [],
      related: [],
      facts: formatSource(source),
      body: [source.dateNote, source.note].filter((text) => text !== undefined && text !== '').join('\n'),
      hidden: [],
    },
    filters: { kind: ['sources'], ...(source.date === undefined ? {} : { year: [source.date.slice(0, 4)] }) },
    hasReliefSeal: false,
  }));
}
