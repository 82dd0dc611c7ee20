import { entryTitle, getById } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/content.ts';
import { resolveHonours } from '../catalogue/person.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import { type Level, LEVEL_LABELS } from '../schemas/common.ts';
import type { EntryData } from '../schemas/kinds.ts';
import type { ViewContext } from './context.ts';

/** A value in a table of facts; linked where there is a page about it. */
export interface FactItem {
  text: string;
  href?: string | undefined;
}

/** Turns the value of a field into what a table of facts shows of it. */
export type ShowValue<Value> = (value: Value, context: ViewContext) => FactItem | readonly FactItem[];

export const plain = (text: string): FactItem => ({ text });

export const date = (value: string): FactItem => ({ text: formatPartialDate(value) });

export const level = (value: Level): FactItem => ({ text: LEVEL_LABELS[value] });

export const industry: ShowValue<string> = (id, { catalogue }) => ({ text: getById(catalogue.industries, id).label });

/** An entry by its title, with a link to its page. */
export const entryOf =
  (kind: 'craftsmen' | 'districts' | 'studios' | 'teams'): ShowValue<string> =>
  (id, context) => {
    const entry = getById(context.catalogue.entries[kind] as ReadonlyMap<string, Entry>, id);
    return { text: entryTitle(entry), href: context.entryHref(kind, id) };
  };

/** A firm links to its people where it has any on this site. */
export const organization: ShowValue<string> = (id, { catalogue, href }) => {
  const { name } = getById(catalogue.organizations, id);
  const hasPeople = (catalogue.referrers.get(`organizations/${id}`) ?? []).some(({ kind }) => kind === 'craftsmen');
  return { text: name, href: hasPeople ? href(`/craftsmen/by/employer/${id}/`) : undefined };
};

/** A proposer with a page here, or a name with what its bearer is. */
export const proposer: ShowValue<EntryData<'proposals'>['proposers'][number]> = (value, context) =>
  'craftsman' in value ? entryOf('craftsmen')(value.craftsman, context) : { text: `${value.name}（${value.title}）` };

/** Who took part and with what result, linked to the person. */
export const result: ShowValue<NonNullable<EntryData<'competitions'>['results']>[number]> = (
  { craftsman, result: achieved },
  { catalogue, entryHref },
) => ({
  text: `${getById(catalogue.person, craftsman).name} ${achieved}`,
  href: entryHref('craftsmen', craftsman),
});

/** Honours that a studio or team holds, highest rank first. */
export const heldHonours: ShowValue<NonNullable<EntryData<'studios'>['honours']>> = (held, { catalogue }) =>
  resolveHonours(held, catalogue.honours).map(({ honour }) => ({ text: honour.title }));

/** Every value of a list, in its order. */
export const each =
  <Value>(show: ShowValue<Value>): ShowValue<readonly Value[]> =>
  (values, context) =>
    values.flatMap((value) => show(value, context));
