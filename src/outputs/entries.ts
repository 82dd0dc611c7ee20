import type { Entry } from '../catalogue/content.ts';
import type { AssemblyPart } from '../renderers/assembly-drawing.ts';
import type { SealRequest } from '../renderers/seal.ts';
import {
  buildDirectory,
  buildEntryPage,
  type DirectoryGroup,
  type EntryPage,
  findListedSources,
  PLAIN_KINDS,
  type PlainKind,
  sectionOf,
} from '../views/entry-page.ts';
import { buildAssembly, buildSystemMembers } from '../views/innovation-system.ts';
import { buildLadders, type LadderView } from '../views/ladders.ts';
import { SECTIONS, sectionLabel } from '../views/navigation.ts';
import type { EntryCard } from '../views/related.ts';
import { studioSealOf } from '../views/seal.ts';
import { type CitationView, contentDate, listSources } from '../views/sources.ts';
import type { Output, OutputContext, PageModel } from './output.ts';
import { pageOutput } from './page-output.ts';

/** An entry as its template shows it. */
export interface ArticleView extends Omit<EntryPage, 'structuredData' | 'contentDate'> {
  /** Whether the headings' web font has all of the title's characters. */
  isCovered: boolean;
}

export type EntryPageModel = PageModel<{ article: ArticleView; seal: SealRequest | undefined }>;

/** A page at the top: the directory of a kind, or a text of its own. */
export type TopPage = PageModel<
  | {
      type: 'directory';
      title: string;
      introduction: EntryPage | undefined;
      groups: DirectoryGroup[];
      citations: CitationView[];
    }
  | {
      type: 'text';
      article: ArticleView;
      /** Drawn as one assembly. */
      parts: AssemblyPart[];
      ladders: LadderView[];
      members: { label: string; cards: EntryCard[] }[];
    }
>;

/** Entries of the kinds that are shown alike, their directories, and the pages that are texts. */
export function* listEntries(site: OutputContext): Generator<Output> {
  for (const kind of PLAIN_KINDS) {
    for (const entry of (site.catalogue.entries[kind] as ReadonlyMap<string, Entry<PlainKind>>).values()) {
      yield pageOutput<EntryPageModel>(site, `/${kind}/${entry.id}/`, () => buildEntry(entry, site));
    }
  }
  for (const kind of PLAIN_KINDS.filter((other) => other !== 'teams')) {
    const kinds = kind === 'studios' ? (['studios', 'teams'] as const) : ([kind] as const);
    if (!kinds.some((each) => site.catalogue.entries[each].size > 0)) continue;
    yield pageOutput<TopPage>(site, sectionOf(kind), () => buildDirectoryPage(kinds, site));
  }
  const own = new Set<string>(['/innovation-system/', '/ladders/', '/about-data/']);
  const directories = new Set<string>(SECTIONS.map(({ path }) => path).filter((path) => !own.has(path)));
  for (const entry of site.catalogue.entries.pages.values()) {
    const path = `/${entry.id}/`;
    if (!directories.has(path)) yield pageOutput<TopPage>(site, path, () => buildText(entry, site));
  }
}

function buildEntry(entry: Entry<PlainKind>, site: OutputContext) {
  const { structuredData, contentDate: date, ...article } = buildEntryPage(entry, site);
  const section = sectionOf(entry.kind);
  return {
    head: {
      title: article.title,
      description: article.lead || article.title,
      section,
      breadcrumb: [{ label: sectionLabel(section), href: site.href(section) }],
      structuredData,
      ogType: 'article' as const,
      contentDate: date,
    },
    article: { ...article, isCovered: site.glyphs.covers(article.title) },
    seal: isStudio(entry) ? studioSealOf(entry, site.catalogue) : undefined,
  };
}

function isStudio(entry: Entry<PlainKind>): entry is Entry<'studios' | 'teams'> {
  return sectionOf(entry.kind) === '/studios/';
}

function buildDirectoryPage(kinds: readonly PlainKind[], site: OutputContext) {
  const section = sectionOf(kinds[0] ?? 'studios');
  const title = sectionLabel(section);
  // An introduction is written in pages/<kind>.mdx; a site may do without.
  const entry = site.catalogue.entries.pages.get(section.slice(1, -1));
  const introduction = entry && buildEntryPage(entry, site);
  const groups = buildDirectory(kinds, site);
  const sources = findListedSources(kinds, site);
  const count = groups.reduce((sum, { cards }) => sum + cards.length, 0);
  return {
    head: {
      title,
      description: introduction?.lead ?? `${site.catalogue.site.city}的${title}，共${String(count)}条。`,
      section,
      breadcrumb: [],
      contentDate: contentDate(
        [...sources, ...(introduction?.citations ?? []).map(({ source }) => source)],
        site.catalogue,
      ),
    },
    type: 'directory' as const,
    title,
    introduction,
    groups,
    citations: introduction?.citations ?? listSources(sources, site),
  };
}

function buildText(entry: Entry<'pages'>, site: OutputContext) {
  const { structuredData, contentDate: date, ...article } = buildEntryPage(entry, site);
  return {
    head: {
      title: article.title,
      description: article.lead,
      section: SECTIONS.find(({ path }) => path === article.path)?.path,
      breadcrumb: [],
      structuredData,
      ogType: 'article' as const,
      contentDate: date,
    },
    type: 'text' as const,
    article: { ...article, isCovered: site.glyphs.covers(article.title) },
    parts: buildAssembly(entry, site),
    ladders: entry.id === 'ladders' ? buildLadders(site) : [],
    members: entry.id === 'innovation-system' ? buildSystemMembers(site) : [],
  };
}
