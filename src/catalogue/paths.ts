import type { EntryKind } from '../schemas/kinds.ts';

/** Kinds a `<Ref to="kind/id">` may point at. */
export type LinkableKind = EntryKind | 'sources';

/** Site path of an entry's page. Paths are promises: they are printed, embedded and cited. */
export function entryPath(kind: LinkableKind, id: string): string {
  return kind === 'pages' ? `/${id}/` : `/${kind}/${id}/`;
}

/** Pages that exist for every site, beside the entries' own. */
export const SECTION_PATHS = [
  '/',
  '/academies/',
  '/about-data/',
  '/competitions/',
  '/craftsmen/',
  '/districts/',
  '/editions/',
  '/innovation-system/',
  '/ladders/',
  '/outcomes/',
  '/policies/',
  '/proposals/',
  '/search/',
  '/services/',
  '/sources/',
  '/statistics/',
  '/studios/',
] as const;
