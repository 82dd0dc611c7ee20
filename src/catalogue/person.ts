import { personPinyin, type PersonPinyin } from '../lib/pinyin.ts';
import type { District } from '../schemas/district.ts';
import type { Honour } from '../schemas/honour.ts';
import type { Organization } from '../schemas/organization.ts';
import type { Term } from '../schemas/taxonomy.ts';
import type { Entry } from './entry.ts';

/** An honour as someone holds it, with its entry. */
export interface HeldHonour {
  honour: Honour;
  year: number | undefined;
  source: string;
  locator: string;
}

/** A craftsman with everything their entry points at. */
export interface Person {
  id: string;
  name: string;
  entry: Entry<'craftsmen'>;
  pinyin: PersonPinyin;
  /** Highest first. */
  honours: HeldHonour[];
  employer: Organization | undefined;
  /** Their own, else their employer's. */
  industry: Term | undefined;
  trade: Term | undefined;
  /** Their own, else their employer's. */
  district: { id: string; data: District } | undefined;
}

export interface PersonLookups {
  honours: ReadonlyMap<string, Honour>;
  organizations: ReadonlyMap<string, Organization>;
  industries: ReadonlyMap<string, Term>;
  trades: ReadonlyMap<string, Term>;
  districts: ReadonlyMap<string, Entry<'districts'>>;
}

export function buildPerson(entry: Entry<'craftsmen'>, lookups: PersonLookups): Person {
  const { data, id } = entry;
  const employer = data.employer === undefined ? undefined : lookups.organizations.get(data.employer);
  const districtId = data.district ?? employer?.district;
  const district = districtId === undefined ? undefined : lookups.districts.get(districtId);
  const industryId = data.industry ?? employer?.industry;
  return {
    id,
    name: data.name,
    entry,
    pinyin: personPinyin(data.name, data.pinyin),
    honours: resolveHonours(data.honours, lookups.honours),
    employer,
    industry: industryId === undefined ? undefined : lookups.industries.get(industryId),
    trade: data.trade === undefined ? undefined : lookups.trades.get(data.trade),
    district: district && { id: district.id, data: district.data },
  };
}

/** Held honours with their entries, highest rank first. */
export function resolveHonours(
  held: readonly { honour: string; year?: number | undefined; source: string; locator: string }[],
  honours: ReadonlyMap<string, Honour>,
): HeldHonour[] {
  return held
    .flatMap(({ honour: id, year, source, locator }) => {
      const honour = honours.get(id);
      return honour ? [{ honour, year, source, locator }] : [];
    })
    .sort((a, b) => b.honour.rank - a.honour.rank);
}

export function comparePeople(a: Person, b: Person): number {
  return a.pinyin.sortKey < b.pinyin.sortKey ? -1 : a.pinyin.sortKey > b.pinyin.sortKey ? 1 : a.id < b.id ? -1 : 1;
}
