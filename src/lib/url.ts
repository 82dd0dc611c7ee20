/** URLs and paths of the site, which may be in a folder of its host: `https://example.org/jiangce/`. */

/** The path of a site URL with one slash at each end: `https://example.org/jiangce` → `/jiangce/`, no path → `/`. */
export function basePath(siteUrl: string): string {
  const path = new URL(siteUrl).pathname.replace(/\/+$/, '');
  return `${path}/`;
}

/** A site path under the base: (`/jiangce/`, `/craftsmen/`) → `/jiangce/craftsmen/`. */
export function withBase(base: string, path: string): string {
  return `${base.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
}

/** The full URL of a site path. */
export function absoluteUrl(siteUrl: string, path: string): string {
  return new URL(withBase(basePath(siteUrl), path), siteUrl).href;
}
