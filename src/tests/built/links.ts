import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HTMLElement } from 'node-html-parser';
import type { BuiltPage, BuiltSite } from '../../../scripts/sites/built-site.ts';

/** An address that a page names: to be followed, or to be loaded with the page. */
export interface FoundLink {
  readonly address: string;
  /** Where it stands: `a[href]`. */
  readonly place: string;
  /** The browser asks for it without the reader doing anything. */
  readonly isLoaded: boolean;
}

/** Attributes that hold one address. */
const ADDRESS_ATTRIBUTES = ['href', 'src', 'action', 'poster', 'cite', 'data', 'xlink:href'];
/** `<link>`s that say something about the page and load nothing. */
const DESCRIPTIVE_RELATIONS = new Set(['canonical', 'alternate', 'license', 'next', 'prev']);
const NO_FILE = /^(?:mailto|tel|data):/i;

/** Every address in a page. */
export function findLinks({ document }: BuiltPage): FoundLink[] {
  return document.querySelectorAll('*').flatMap((element) => {
    const tag = element.rawTagName.toLowerCase();
    const isLoaded = isLoading(tag, element);
    const of = (attribute: string, addresses: readonly string[]): FoundLink[] =>
      addresses.map((address) => ({ address, place: `${tag}[${attribute}]`, isLoaded }));
    const plain = ADDRESS_ATTRIBUTES.flatMap((name) => {
      const value = element.getAttribute(name);
      return value === undefined ? [] : of(name, [value]);
    });
    const srcset = of('srcset', splitSrcset(element.getAttribute('srcset') ?? ''));
    const styled = of('style', findCssAddresses(element.getAttribute('style') ?? ''));
    const pictured = /^og:(?:url|image|audio|video)$/.test(element.getAttribute('property') ?? '')
      ? of('content', [element.getAttribute('content') ?? ''])
      : [];
    return [...plain, ...srcset, ...styled, ...pictured];
  });
}

function isLoading(tag: string, element: HTMLElement): boolean {
  if (tag === 'a' || tag === 'area' || tag === 'form' || tag === 'blockquote' || tag === 'meta') return false;
  if (tag === 'link')
    return !(element.getAttribute('rel') ?? '').split(' ').some((relation) => DESCRIPTIVE_RELATIONS.has(relation));
  return true;
}

function splitSrcset(srcset: string): string[] {
  return srcset
    .split(',')
    .map((candidate) => candidate.trim().split(/\s+/)[0] ?? '')
    .filter((address) => address !== '');
}

/** Addresses in `url(…)`. */
function findCssAddresses(css: string): string[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].flatMap(([, address]) => address ?? []);
}

/** What is wrong with an address of the site, looked at from where it stands; undefined when nothing is. */
export function findFault(site: BuiltSite, address: string, from: string): string | undefined {
  if (NO_FILE.test(address)) return undefined;
  const url = parseAddress(address, from);
  if (!url) return 'is no address';
  if (url.origin !== site.origin) return undefined;
  if (!url.pathname.startsWith(site.base)) return `leaves the base path ${site.base}`;
  const file = decodeURIComponent(url.pathname.slice(site.base.length)).replace(/(^|\/)$/, '$1index.html');
  if (!site.files.has(file)) return `there is no ${file}`;
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (anchor === '' || !file.endsWith('.html') || findAnchors(site, file).has(anchor)) return undefined;
  return `${file} has no element with id «${anchor}»`;
}

/** Whether an address leads to another site. */
export function isForeign(site: BuiltSite, address: string, from: string): boolean {
  const url = NO_FILE.test(address) ? undefined : parseAddress(address, from);
  return url !== undefined && url.origin !== site.origin;
}

/** `<address>: <fault>, in <first place> and N more` for every link, file and anchor that leads nowhere. */
export function findBrokenLinks(site: BuiltSite): string[] {
  const places = new Map<string, string[]>();
  const note = (fault: string | undefined, address: string, place: string): void => {
    if (fault !== undefined) places.set(`${address}: ${fault}`, [...(places.get(`${address}: ${fault}`) ?? []), place]);
  };
  for (const page of site.pages) {
    for (const { address, place } of findLinks(page))
      note(findFault(site, address, page.address), address, `${page.path} ${place}`);
  }
  for (const file of [...site.files].filter((name) => name.endsWith('.css'))) {
    const from = `${site.origin}${site.base}${file}`;
    for (const address of findCssAddresses(readFileSync(join(site.folder, file), 'utf8'))) {
      note(
        isForeign(site, address, from) ? 'is loaded from another site' : findFault(site, address, from),
        address,
        file,
      );
    }
  }
  return [...places].map(
    ([fault, [first = '', ...more]]) =>
      `${fault}, in ${first}${more.length === 0 ? '' : ` and ${String(more.length)} more`}`,
  );
}

function parseAddress(address: string, from: string): URL | undefined {
  return URL.canParse(address, from) ? new URL(address, from) : undefined;
}

const anchors = new WeakMap<BuiltSite, Map<string, ReadonlySet<string>>>();

function findAnchors(site: BuiltSite, file: string): ReadonlySet<string> {
  const known = anchors.get(site) ?? new Map<string, ReadonlySet<string>>();
  anchors.set(site, known);
  const found = known.get(file) ?? readAnchors(site, file);
  known.set(file, found);
  return found;
}

function readAnchors(site: BuiltSite, file: string): ReadonlySet<string> {
  const page = site.pages.find((candidate) => candidate.file === file);
  return new Set(page?.document.querySelectorAll('[id]').map((element) => element.id));
}
