import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samplePages } from '../sites/page-types.ts';

/** The page that is photographed for its type. */
export interface ShotPage {
  /** `/craftsmen/:/`; see page-types.ts. */
  readonly type: string;
  /** Site path without the base. */
  readonly path: string;
  /** The type as a file name: `craftsmen-one`. */
  readonly slug: string;
}

/** One page of each type in a built site. */
export function listPages(site: string): ShotPage[] {
  const pages = globSync('**/{index,404}.html', { cwd: site })
    .map((file) => file.replaceAll('\\', '/'))
    .map((file) => ({ path: `/${file}`.replace(/\/index\.html$/, '/'), html: readFileSync(join(site, file), 'utf8') }));
  return samplePages(pages).map(({ type, page }) => ({ type, path: page.path, slug: toSlug(type) }));
}

function toSlug(type: string): string {
  const parts = type
    .replace(/\.html$/, '')
    .split('/')
    .filter((part) => part !== '');
  return parts.length === 0 ? 'home' : parts.map((part) => (part === ':' ? 'one' : part)).join('-');
}
