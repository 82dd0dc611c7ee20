import { findDistinction } from '../catalogue/namesakes.ts';
import type { Person } from '../catalogue/person.ts';
import { memoizeByObjects } from '../lib/memoize.ts';
import type { ViewContext } from './context.ts';
import { leadText } from './body-text.ts';
import { type MiniSeal, miniSealOf } from './seal.ts';

/** A line of the directory. */
export interface PersonLine {
  id: string;
  name: string;
  href: string;
  initial: string;
  honour: string | undefined;
  employer: string | undefined;
  trade: string | undefined;
  /** Of one who could be taken for another of the same name. */
  distinction: string | undefined;
  seal: MiniSeal;
}

/** What a list shows of everyone. */
function detailsOf({ honours, employer, trade, entry }: Person): (string | undefined)[] {
  return [honours[0]?.honour.title, trade?.label ?? entry.data.position, employer?.shortName ?? employer?.name];
}

export function buildPersonLine(person: Person, context: ViewContext): PersonLine {
  return {
    id: person.id,
    name: person.name,
    href: context.entryHref('craftsmen', person.id),
    initial: person.pinyin.index,
    honour: person.honours[0]?.honour.title,
    employer: person.employer?.shortName ?? person.employer?.name,
    trade: person.trade?.label ?? person.entry.data.position,
    distinction: findDistinction(person, context.catalogue.people, (other) => joinDetails(detailsOf(other))),
    seal: miniSealOf(person),
  };
}

export function personLead(person: Person, context: ViewContext): string {
  return leadText(person.entry.body, context);
}

/** Ways the directory is divided. Each value has a page of its own, so that filters work without script. */
export const FACETS = {
  honour: {
    label: '荣誉',
    valuesOf: (person) => person.honours.map(({ honour }) => ({ id: honour.id, label: honour.title })),
  },
  trade: {
    label: '工种',
    valuesOf: (person) => (person.trade ? [{ id: person.trade.id, label: person.trade.label }] : []),
  },
  industry: {
    label: '行业',
    valuesOf: (person) => (person.industry ? [{ id: person.industry.id, label: person.industry.label }] : []),
  },
  employer: {
    label: '单位',
    valuesOf: (person) =>
      person.employer ? [{ id: person.employer.id, label: person.employer.shortName ?? person.employer.name }] : [],
  },
  district: {
    label: '区市',
    valuesOf: (person) => (person.district ? [{ id: person.district.id, label: person.district.data.name }] : []),
  },
  initial: {
    label: '姓氏拼音',
    valuesOf: (person) => [{ id: person.pinyin.index.toLowerCase().replace('#', 'other'), label: person.pinyin.index }],
  },
} as const satisfies Record<string, { label: string; valuesOf: (person: Person) => { id: string; label: string }[] }>;
export type Facet = keyof typeof FACETS;
export const facets = Object.keys(FACETS) as Facet[];

export interface FacetValue {
  id: string;
  label: string;
  href: string;
  people: Person[];
}

/**
 * Each facet's values with the people they stand for: initials in order of the alphabet, others by number of people, then by name.
 * Made once for a site: every page of the directory shows all facets, and going through ten thousand people takes its time.
 */
export const buildFacets: (context: ViewContext) => Record<Facet, FacetValue[]> = memoizeByObjects(
  ({ catalogue, href }) => {
    const result = {} as Record<Facet, FacetValue[]>;
    for (const facet of facets) {
      const values = new Map<string, FacetValue>();
      for (const person of catalogue.people) {
        for (const { id, label } of FACETS[facet].valuesOf(person)) {
          const value = values.get(id) ?? { id, label, href: href(`/craftsmen/by/${facet}/${id}/`), people: [] };
          if (value.people.at(-1) !== person) value.people.push(person);
          values.set(id, value);
        }
      }
      result[facet] = [...values.values()].sort((a, b) =>
        facet === 'initial'
          ? a.id < b.id
            ? -1
            : 1
          : b.people.length - a.people.length || (a.label < b.label ? -1 : 1),
      );
    }
    return result;
  },
);

/** People on one page of a directory: dense lines, a page of which stays within the weight budget. */
export const DIRECTORY_PAGE_SIZE = 200;

export interface DirectoryPage {
  people: Person[];
  /** From 1. */
  number: number;
  count: number;
  previous: string | undefined;
  next: string | undefined;
}

/** Cuts a list of people into pages; page 1 is at `path`, later ones at `path` + `page/N/`. */
export function paginate(people: readonly Person[], path: string, { href }: ViewContext): DirectoryPage[] {
  const count = Math.max(1, Math.ceil(people.length / DIRECTORY_PAGE_SIZE));
  const address = (number: number): string => href(number === 1 ? path : `${path}page/${String(number)}/`);
  return Array.from({ length: count }, (_, at) => ({
    people: people.slice(at * DIRECTORY_PAGE_SIZE, (at + 1) * DIRECTORY_PAGE_SIZE),
    number: at + 1,
    count,
    previous: at > 0 ? address(at) : undefined,
    next: at + 1 < count ? address(at + 2) : undefined,
  }));
}

/** 大国工匠 · 青岛港: what is known of a person in a line. A line that is too long breaks behind a dot, not before it. */
export function joinDetails(details: readonly (string | undefined)[]): string {
  return details.filter((detail) => detail !== undefined && detail !== '').join('\u00a0· ');
}
