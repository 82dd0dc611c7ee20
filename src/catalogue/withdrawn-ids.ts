import type { RawSite } from '../reader/read-site.ts';

/** Ids of people who were withdrawn, with their former ones; from files as they were read, whether or not the site is sound. */
export function findWithdrawnIds({ entries }: RawSite): string[] {
  return entries
    .filter(({ kind, value }) => kind === 'craftsmen' && value?.['withdrawn'] === true)
    .flatMap(({ id, value }) => [id, ...textsIn(value?.['aliases'])])
    .sort();
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
