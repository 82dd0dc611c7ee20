import type { EntryKind } from '../schemas/kinds.ts';
import { parseChapterId } from './chapter-id.ts';

/** Kinds a `<Ref to="kind/id">` may point at. */
export type LinkableKind = EntryKind | 'sources';

/** Site path of an entry's page. Paths are promises: they are printed, embedded and cited. */
export function entryPath(kind: LinkableKind, id: string): string {
  if (kind === 'pages') return `/${id}/`;
  if (kind === 'charts') return `/data/${id}/`;
  if (kind === 'corrections') return `/corrections/#${id}`;
  if (kind === 'frozen') return `/embed/${id.replace('@', '/')}/`;
  if (kind === 'reports') {
    const { year, number, slug } = parseChapterId(id);
    return number === 0 ? `/reports/${year}/` : `/reports/${year}/${slug}/`;
  }
  return `/${kind}/${id}/`;
}

/** Where readers draw their own charts; there for a site with charts. */
export const EXPLORE_PATH = '/data/explore/';

/** Pages that exist for every site, beside the entries' own. */
export const SECTION_PATHS = [
  '/',
  '/academies/',
  '/about-data/',
  '/competitions/',
  '/craftsmen/',
  '/data/',
  '/districts/',
  '/editions/',
  '/innovation-system/',
  '/ladders/',
  '/outcomes/',
  '/policies/',
  '/press/',
  '/proposals/',
  '/reports/',
  '/search/',
  '/services/',
  '/sources/',
  '/statistics/',
  '/studios/',
] as const;
