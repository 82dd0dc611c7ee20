import type { PolicyName } from './content-security.ts';

/** How long a copy may be used without asking. */
export const CACHING = {
  /** The name changes with the content. */
  forever: 'public, max-age=31536000, immutable',
  /** Pages and what belongs to them under a fixed name. */
  briefly: 'public, max-age=300',
  /** Pictures that others show from here; a correction arrives within the hour. */
  hour: 'public, max-age=3600',
  /** Names of the search files that belong together: never an old one beside new ones. */
  never: 'no-cache',
} as const;

/**
 * Where files lie below the site's base path: one file, a folder, or those in a folder whose further path fits an expression, which
 * JavaScript, PCRE (nginx) and RE2 (Caddy) read alike.
 */
export type Place = { file: string } | { folder: string; rest?: string };

/** Files that are served alike. */
export interface Zone {
  name: string;
  places: readonly Place[];
  /** The same for static hosts, which know only `*` at the end and `:name` for one part. Left out: their own defaults will do. */
  globs: readonly string[];
  policy: PolicyName;
  caching: keyof typeof CACHING;
  /** Scripts of other sites may read it. */
  isOpen: boolean;
  /** Pages of other sites may show it: frame it, or have it as a picture. */
  isShown: boolean;
}

const FILE = { policy: 'file', isOpen: false } as const;

/** What is no page. The nearest place counts: a file before its folder, an inner folder before the outer one. */
export const ZONES: readonly Zone[] = [
  {
    name: 'assets',
    places: [{ folder: '_assets/' }],
    globs: ['_assets/*'],
    policy: 'worker',
    caching: 'forever',
    isOpen: false,
    isShown: false,
  },
  {
    ...FILE,
    name: 'search-index',
    places: [
      { folder: 'pagefind/index/' },
      { folder: 'pagefind/fragment/' },
      { folder: 'pagefind/filter/' },
      { folder: 'pagefind/', rest: String.raw`[^/]+\.pf_meta` },
    ],
    globs: ['pagefind/index/*', 'pagefind/fragment/*', 'pagefind/filter/*'],
    caching: 'forever',
    isShown: false,
  },
  {
    ...FILE,
    name: 'search-aids',
    places: [{ folder: 'search/', rest: String.raw`(?:aids|corrections|index)\.[0-9a-f]+\.(?:json|bundle)` }],
    globs: [],
    caching: 'forever',
    isShown: false,
  },
  {
    ...FILE,
    name: 'search-names',
    places: [{ file: 'search/manifest.json' }, { folder: 'pagefind/' }],
    globs: [],
    caching: 'never',
    isShown: false,
  },
  {
    name: 'embeds',
    places: [{ folder: 'embed/' }],
    globs: ['embed/*'],
    policy: 'embed',
    caching: 'briefly',
    isOpen: true,
    isShown: true,
  },
  {
    name: 'documents',
    places: [{ folder: 'reports/', rest: String.raw`[^/]+/[^/]+\.pdf` }],
    globs: [],
    policy: 'document',
    caching: 'hour',
    isOpen: false,
    isShown: true,
  },
  {
    name: 'clippings',
    places: [{ folder: 'press/', rest: String.raw`[^/]+/wechat\.html` }],
    globs: ['press/:id/wechat.html'],
    policy: 'clipping',
    caching: 'briefly',
    isOpen: false,
    isShown: false,
  },
  {
    name: 'charts',
    places: [{ folder: 'charts/' }],
    globs: ['charts/*'],
    policy: 'file',
    caching: 'hour',
    isOpen: true,
    isShown: true,
  },
  {
    name: 'data',
    places: [{ folder: 'api/' }, { file: 'datapackage.json' }],
    globs: ['api/*', 'datapackage.json'],
    policy: 'file',
    caching: 'briefly',
    isOpen: true,
    isShown: true,
  },
  {
    ...FILE,
    name: 'pictures',
    places: [
      { folder: 'media/' },
      { folder: 'share/' },
      { file: 'favicon.ico' },
      { file: 'favicon.svg' },
      { file: 'icon-32.png' },
      { file: 'icon-180.png' },
      { file: 'icon-512.png' },
    ],
    globs: ['media/*', 'share/*', 'favicon.ico', 'favicon.svg'],
    caching: 'hour',
    isShown: true,
  },
  {
    ...FILE,
    name: 'notices',
    places: [{ file: 'robots.txt' }, { folder: '.well-known/' }],
    globs: ['robots.txt', '.well-known/*'],
    caching: 'hour',
    isShown: false,
  },
];

/** Every page, and files that stand beside pages. */
export const PAGES: Zone = {
  name: 'pages',
  places: [],
  globs: [],
  policy: 'page',
  caching: 'briefly',
  isOpen: false,
  isShown: false,
};

/** What programs ask for at the top of a host, wherever on it the site lies. */
export const FILES_OF_HOST = ['robots.txt', 'favicon.ico', '.well-known/security.txt'] as const;

/** What is said of an address that is not there: it may be there in a minute, when the next site has taken its place. */
export const NOT_FOUND: Zone = { ...PAGES, name: 'not-found', caching: 'never' };

/** A place as an expression from the start of a path. */
export function placePattern(place: Place): string {
  if ('file' in place) return `${escapePattern(place.file)}$`;
  return place.rest === undefined ? escapePattern(place.folder) : `${escapePattern(place.folder)}${place.rest}$`;
}

/** All places with their zones, the nearest first: the first one that fits counts. */
export const PLACES: readonly { place: Place; zone: Zone }[] = ZONES.flatMap((zone) =>
  zone.places.map((place) => ({ place, zone })),
).sort((a, b) => nearness(b.place) - nearness(a.place));

function nearness(place: Place): number {
  if ('file' in place) return Infinity;
  return place.folder.length + (place.rest === undefined ? 0 : 0.5);
}

/** What an expression would take for its own. */
export function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

const EXPRESSIONS = PLACES.map(({ place, zone }) => ({ expression: new RegExp(`^${placePattern(place)}`), zone }));

/** The zone of a path below the base, without a slash at its start: `craftsmen/guo-lei/`. */
export function zoneOf(path: string): Zone {
  return EXPRESSIONS.find(({ expression }) => expression.test(path))?.zone ?? PAGES;
}
