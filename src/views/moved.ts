import { entryTitle, getById } from '../catalogue/catalogue.ts';
import { findMovedEntries, type MovedEntry } from '../catalogue/aliases.ts';
import type { Entry } from '../catalogue/entry.ts';
import { escapeHtml } from '../lib/html.ts';
import { REDIRECT_POLICY } from '../serving/content-security.ts';
import { CHART_PICTURES, chartPicturePath } from './chart-pictures.ts';
import { CHART_FILES, chartFilePath } from './chart-data.ts';
import type { ViewContext } from './context.ts';
import { embedPath, oembedPath } from './embed.ts';
import { kitFilePath, pressPath, wechatPath } from './press.ts';

/** A page that moved: site paths, and what the page is called. */
export interface MovedPage {
  from: string;
  to: string;
  title: string;
}

/** A file that is found under its old name as well: site paths. */
export interface FileCopy {
  from: string;
  to: string;
  /** Some are there only on certain sites. */
  isOptional: boolean;
}

export interface MovedAddresses {
  pages: MovedPage[];
  /** What other sites show without a reader who could follow: it stays where it was. `from` is the file of today. */
  copies: FileCopy[];
}

/** Everything that has to be found at an address of former ids. */
export function buildMovedAddresses({ catalogue }: ViewContext): MovedAddresses {
  const { entries, sources } = catalogue;
  const moved = findMovedEntries({
    entries: Object.fromEntries(Object.entries(entries).map(([kind, list]) => [kind, list.values()])),
    sources: sources.values(),
  });
  const titleOf = ({ kind, id }: MovedEntry): string =>
    kind === 'sources' ? getById(sources, id).title : entryTitle(getById<Entry>(entries[kind], id));
  return {
    pages: moved.flatMap((entry) => pathsOf(entry).map(([from, to]) => ({ from, to, title: titleOf(entry) }))),
    copies: moved.flatMap(copiesOf),
  };
}

function pathsOf({ kind, id, alias, from, to }: MovedEntry): [string, string][] {
  const extra: [string, string][] = kind === 'charts' ? [[pressPath(alias), pressPath(id)]] : [];
  return [[from, to], ...extra];
}

function copiesOf({ kind, id, alias }: MovedEntry): FileCopy[] {
  const copy = (pathFor: (name: string) => string, isOptional = false): FileCopy => ({
    from: pathFor(id),
    to: pathFor(alias),
    isOptional,
  });
  if (kind === 'craftsmen') return [copy((name) => `/share/craftsmen/${name}.png`, true)];
  if (kind !== 'charts') return [];
  return [
    copy((name) => `${embedPath(name)}index.html`),
    copy(oembedPath),
    ...CHART_FILES.map(({ format }) => copy((name) => chartFilePath(name, format))),
    ...CHART_PICTURES.filter(({ shape }) => shape !== '').map((picture) =>
      copy((name) => chartPicturePath(name, picture), true),
    ),
    copy((name) => kitFilePath(name, 'docx')),
    copy((name) => kitFilePath(name, 'zip')),
    copy(wechatPath),
  ];
}

/** The page at an old address, for hosts that send no redirects. */
export function renderMovedPage({ to, title }: MovedPage, { href, absolute }: ViewContext): string {
  const target = escapeHtml(href(to));
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(REDIRECT_POLICY)}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<meta http-equiv="refresh" content="0;url=${target}">`,
    '<meta name="robots" content="noindex">',
    `<link rel="canonical" href="${escapeHtml(absolute(to))}">`,
    `<title>${escapeHtml(title)}</title></head>`,
    `<body><p>这一页换了网址：<a href="${target}">${escapeHtml(title)}</a></p></body></html>\n`,
  ].join('');
}
