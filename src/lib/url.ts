/** The site's address and paths. A site may live under a path: `https://example.org/jiangce/`. */

/** Path of a site address with one slash at each end: `https://example.org/jiangce` → `/jiangce/`, no path → `/`. */
export function basePath(siteUrl: string): string {
  const path = new URL(siteUrl).pathname.replace(/\/+$/, '');
  return `${path}/`;
}

/** A site path under the base: (`/jiangce/`, `/craftsmen/`) → `/jiangce/craftsmen/`. */
export function withBase(base: string, path: string): string {
  return `${base.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
}

/** The full address of a site path. */
export function absoluteUrl(siteUrl: string, path: string): string {
  return new URL(withBase(basePath(siteUrl), path), siteUrl).href;
}
