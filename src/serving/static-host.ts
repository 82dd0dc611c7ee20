import { commonHeaders, headersIn } from './headers.ts';
import { allRedirects, describeOrigin, type ServedSite } from './settings.ts';
import { NOT_FOUND, PAGES, ZONES } from './zones.ts';

/** Files that Netlify, Cloudflare Pages and their like take their rules from, in the folder they publish. */
export interface StaticHostFiles {
  _headers: string;
  _redirects: string;
}

/** Here files lie beside pages that are no pages, so that one star cannot name these. */
const SPLIT: Readonly<Record<string, readonly string[]>> = {
  press: ['press/', 'press/:id/'],
  reports: ['reports/', 'reports/:year/', 'reports/:year/:chapter/'],
};

/**
 * Rules for static hosts. All that fit a path are added up there, and two policies together allow only what both do: so no path may
 * fit two of them. Pages are therefore named section by section, from the folders that the site has.
 *
 * @param folders names at the top of the built site, folders with a slash at the end
 */
export function formatStaticHost(site: ServedSite, folders: readonly string[]): StaticHostFiles {
  const { base, embedScript } = site;
  const rule = (glob: string, headers: Readonly<Record<string, string>>): string[] => [
    `${base}${glob}`,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ];
  const taken = new Set(ZONES.flatMap(({ globs }) => globs).map((glob) => glob.replace(/\/.*$/, '')));
  const sections = folders
    .filter((name) => name.endsWith('/'))
    .map((name) => name.slice(0, -1))
    .filter((name) => !taken.has(name) || name in SPLIT)
    .sort();
  const pages = ['', ...sections.flatMap((name) => SPLIT[name] ?? [`${name}/*`])];
  const origin = describeOrigin(site, 'static').map((line) => `# ${line}`);
  return {
    _headers: joinLines([
      ...origin,
      ...rule('*', commonHeaders(site)),
      ...ZONES.flatMap((zone) => zone.globs.flatMap((glob) => rule(glob, headersIn(zone, embedScript)))),
      ...rule('404.html', headersIn(NOT_FOUND, embedScript)),
      ...pages.flatMap((glob) => rule(glob, headersIn(PAGES, embedScript))),
    ]),
    _redirects: joinLines([...origin, ...allRedirects(site).map(({ from, to }) => `${from} ${to} 301`)]),
  };
}

function joinLines(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
