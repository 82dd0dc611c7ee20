import { createHash } from 'node:crypto';

/**
 * What the browser lets a file of the site do. Nothing is allowed that the site does not use: no inline script without its hash,
 * no eval, nothing from elsewhere.
 */
type Directives = Readonly<Record<string, readonly string[]>>;

const SELF = "'self'";
const NONE = "'none'";

/** Pages take everything from files of the site. Charts set sizes through the style object, which no directive forbids. */
const PAGE: Directives = {
  'default-src': [NONE],
  'script-src': [SELF],
  'style-src': [SELF],
  /** `blob:` is a picture that the page's own script has made: a reader's own chart as a file. */
  'img-src': [SELF, 'blob:'],
  'font-src': [SELF],
  'connect-src': [SELF],
  'worker-src': [SELF],
  'manifest-src': [SELF],
  /** Press kits show embeds and article bodies as they will look. */
  'frame-src': [SELF],
  'object-src': [NONE],
  'base-uri': [NONE],
  'form-action': [SELF],
  'frame-ancestors': [NONE],
};

/**
 * A chart in someone else's page: one file, whose script and style stand in it and are named by their hashes. It says nothing of who may
 * frame it: `frame-ancestors *` would mean addresses of the network only, and shut out articles that are opened from a disk, previews
 * in a sandbox and news programs.
 */
function embedDirectives(scripts: readonly string[], styles: readonly string[]): Directives {
  return {
    'default-src': [NONE],
    'script-src': scripts,
    'style-src': styles,
    'img-src': [SELF],
    'object-src': [NONE],
    'base-uri': [NONE],
    'form-action': [NONE],
  };
}

/** The article body that a press kit shows in a frame: style attributes are all that an article editor keeps. */
const CLIPPING: Directives = {
  'default-src': [NONE],
  'style-src': ["'unsafe-inline'"],
  'object-src': [NONE],
  'base-uri': [NONE],
  'form-action': [NONE],
  'frame-ancestors': [SELF],
};

/** Scripts and style sheets. Of these only the search worker has a policy of its own: it loads the index. */
const WORKER: Directives = {
  'default-src': [NONE],
  'script-src': [SELF],
  'connect-src': [SELF],
  'frame-ancestors': [NONE],
};

/** Pictures and data opened by themselves: an SVG could hold a script, and never may run one. */
const FILE: Directives = {
  'default-src': [NONE],
  'style-src': ["'unsafe-inline'"],
  'frame-ancestors': [NONE],
};

/** What the browser opens with a program of its own, which runs under the file's policy and needs more than the file does. */
const DOCUMENT: Directives = { 'frame-ancestors': [NONE] };

/** Of an address that only leads on to another. */
const REDIRECT: Directives = { 'default-src': [NONE], 'base-uri': [NONE], 'form-action': [NONE] };

export type PolicyName = 'page' | 'embed' | 'clipping' | 'worker' | 'file' | 'document';

/**
 * The policy as a header. An embed's style sheet holds the site's colours and may change with any build; a server's settings are
 * printed now and then. So its header says only that style stands in the page, and the page itself says which.
 */
export function policyHeader(name: PolicyName, embedScript: string): string {
  const directives = {
    page: PAGE,
    embed: embedDirectives([hashSource(embedScript)], ["'unsafe-inline'"]),
    clipping: CLIPPING,
    worker: WORKER,
    file: FILE,
    document: DOCUMENT,
  } satisfies Record<PolicyName, Directives>;
  return format(directives[name]);
}

/** The same in the page, for hosts that send no headers. */
export const PAGE_POLICY = formatMeta(PAGE);
export const CLIPPING_POLICY = formatMeta(CLIPPING);
export const REDIRECT_POLICY = formatMeta(REDIRECT);

/** The policy that stands in an embed, with exactly its own script and style. */
export function embedPolicy({ script, style }: { script: string; style: string }): string {
  return formatMeta(embedDirectives([hashSource(script)], [hashSource(style)]));
}

/** `'sha256-…'` of an inline script or style. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function format(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Browsers take no `frame-ancestors` from a page, and say so on the console: who may frame it only a header can tell. */
function formatMeta(directives: Directives): string {
  return format(Object.fromEntries(Object.entries(directives).filter(([name]) => name !== 'frame-ancestors')));
}
