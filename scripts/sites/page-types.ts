/** Parts of a path that tell kinds of pages apart rather than entries of one kind. */
const FIXED = new Set(['by', 'page', 'explore']);

/**
 * The type of page at a site path: what shares a template. `/craftsmen/guo-lei/` → `/craftsmen/:/`,
 * `/craftsmen/by/trade/welding/` → `/craftsmen/by/:/:/`, `/ladders/` → `/ladders/`.
 */
function pageTypeOf(path: string): string {
  const [first = '', ...rest] = path.split('/').slice(1);
  return ['', first, ...rest.map((part) => (part === '' || FIXED.has(part) ? part : ':'))].join('/');
}

/** What is needed of a page to choose samples. */
interface SizedPage {
  readonly path: string;
  readonly html: string;
}

/**
 * One page of each type: the longest, which holds the most parts and the longest words. In order of types, so that a new kind
 * of page is looked at without being listed here.
 */
export function samplePages<Page extends SizedPage>(pages: readonly Page[]): { type: string; page: Page }[] {
  const longest = new Map<string, Page>();
  for (const page of pages) {
    const type = pageTypeOf(page.path);
    const known = longest.get(type);
    if (!known || page.html.length > known.html.length) longest.set(type, page);
  }
  return [...longest].map(([type, page]) => ({ type, page })).sort((a, b) => (a.type < b.type ? -1 : 1));
}
