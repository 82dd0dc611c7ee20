import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HTMLElement, parse } from 'node-html-parser';
import { basePath } from '../../src/lib/url.ts';
import { type Site, SiteSchema } from '../../src/schemas/site.ts';
import { getTestSite, STARTER_SITE, starterContentFolder } from './test-sites.ts';

/** HTML files that a browser shows. The others are pieces of press kits, to be pasted elsewhere. */
const PAGE_FILE = /(?:^|\/)(?:index|404)\.html$/;

/** One page of a built site. */
export interface BuiltPage {
  /** Site path without the base: `/craftsmen/`, `/404.html`. */
  readonly path: string;
  /** The same as a full address. */
  readonly address: string;
  /** In the site's folder, with forward slashes. */
  readonly file: string;
  readonly html: string;
  /** Parsed when it is first asked for: most tests look at a few pages only. */
  readonly document: HTMLElement;
}

/** A built site as tests look at it. */
export interface BuiltSite {
  readonly name: string;
  readonly folder: string;
  readonly contentFolder: string;
  readonly info: Site;
  readonly origin: string;
  /** `/` or `/weifang/`. */
  readonly base: string;
  /** In order of their paths. */
  readonly pages: readonly BuiltPage[];
  /** Every file, with forward slashes. */
  readonly files: ReadonlySet<string>;
}

const contentRoot = join(import.meta.dirname, '..', '..', 'content');

/** Folders under content/: every city is tested, whichever there are. */
export function listSiteNames(): string[] {
  return readdirSync(contentRoot, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The cities, and the one that nobody has written anything for yet: all that holds of a site holds of it too. */
function listTestSiteNames(): string[] {
  return [...listSiteNames(), STARTER_SITE];
}

/** The content folder of a city. */
export function contentFolderOf(name: string): string {
  return name === STARTER_SITE ? starterContentFolder() : join(contentRoot, name);
}

let testSites: BuiltSite[] | undefined;

/** The sites that `npm test` has built, read once in each process. */
export function readTestSites(): BuiltSite[] {
  testSites ??= listTestSiteNames().map((name) => readBuiltSite(name, getTestSite(name), contentFolderOf(name)));
  return testSites;
}

/**
 * What a test must find of a site, so that it cannot pass for want of cases. In a city that nobody has written anything for yet
 * there may be nothing.
 */
export function expectedLeast({ name }: BuiltSite, count: number): number {
  return name === STARTER_SITE ? 0 : count;
}

/** A page at an old address holds nothing but the way to the new one. */
const LEADS_ON = '<meta http-equiv="refresh"';

/** Reads a built site with all its pages. */
export function readBuiltSite(name: string, folder: string, contentFolder: string): BuiltSite {
  const info = SiteSchema.parse(JSON.parse(readFileSync(join(contentFolder, 'site.json'), 'utf8')));
  const files = listFiles(folder);
  const { origin } = new URL(info.url);
  const base = basePath(info.url);
  const pages = files
    .filter((file) => PAGE_FILE.test(file))
    .map((file) => ({ file, html: readFileSync(join(folder, file), 'utf8') }))
    .filter(({ html }) => !html.includes(LEADS_ON))
    .map(({ file, html }): BuiltPage => {
      const path = `/${file}`.replace(/\/index\.html$/, '/');
      let document: HTMLElement | undefined;
      return {
        path,
        address: `${origin}${base}${path.slice(1)}`,
        file,
        html,
        get document() {
          document ??= parse(html);
          return document;
        },
      };
    });
  return { name, folder, contentFolder, info, origin, base, pages, files: new Set(files) };
}

/** Every file below a folder, sorted, with forward slashes. */
export function listFiles(folder: string): string[] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** The page at a site path. */
export function getPage(site: BuiltSite, path: string): BuiltPage {
  const page = site.pages.find((candidate) => candidate.path === path);
  if (!page) throw new Error(`${site.name} has no page ${path}`);
  return page;
}

/** Text of an element as a reader sees it: entities resolved, runs of white space as one. */
export function textOf(element: HTMLElement | null | undefined): string {
  return (element?.text ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** A JSON file of the built site. */
export function readJson(site: BuiltSite, file: string): unknown {
  return JSON.parse(readFileSync(join(site.folder, file), 'utf8'));
}

/** Pages that readers and search engines are led to; the others say noindex. */
export function isIndexed(page: BuiltPage): boolean {
  return !/\bnoindex\b/.test(page.document.querySelector('meta[name="robots"]')?.getAttribute('content') ?? '');
}

/** Charts for other sites' frames: a drawing and its source, without the site's own frame. */
export function isEmbed(page: BuiltPage): boolean {
  return page.path.startsWith('/embed/');
}
