import type { ExploreData } from '../../charts/explore/explore-data.ts';
import { entryPath } from '../../catalogue/paths.ts';
import { basePath, withBase } from '../../lib/url.ts';
import type { FigureLinks } from '../../views/chart-figure.ts';

/** Addresses as the site writes them, below its base. */
export function buildLinks({ url }: ExploreData['site']): FigureLinks {
  const base = basePath(url);
  const href = (path: string): string => withBase(base, path);
  return { href, entryHref: (kind, id) => href(entryPath(kind, id)) };
}
