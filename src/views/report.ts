import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { entryPath } from '../catalogue/paths.ts';
import { parseChapterId } from '../catalogue/chapter-id.ts';
import { comparedYears, comparisonPath, groupReports } from '../catalogue/reports.ts';
import { formatHanNumber } from '../lib/han-number.ts';
import { countCharacters, readingMinutes } from '../lib/reading-time.ts';
import { type BodyScope, renderBody, type RenderedBody } from './body.ts';
import { findUsedSources } from './body-lists.ts';
import { bodyText, leadText } from './body-text.ts';
import type { Link, ViewContext } from './context.ts';
import { buildLabels, type Label, type Labels } from './labels.ts';
import { contentDate, findLatestDate } from './sources.ts';
import { articleData, type StructuredData } from './structured-data.ts';

export type ChapterEntry = Entry<'reports'>;

/** A chapter as it stands in contents. */
export interface ChapterLink {
  id: string;
  number: number;
  /** 第三章 */
  ordinal: string;
  title: string;
  summary: string | undefined;
  path: string;
  href: string;
  minutes: number;
}

/** A figure or table as it stands in a list of them. */
export interface LabelLink extends Link {
  text: string;
  /** 第三章 */
  chapter: string;
}

/** One annual report. */
export interface Report {
  year: string;
  title: string;
  subtitle: string | undefined;
  path: string;
  href: string;
  /** Plain text of the abstract's first paragraph. */
  lead: string;
  cover: ChapterEntry;
  entries: readonly ChapterEntry[];
  chapters: readonly ChapterLink[];
  figures: readonly LabelLink[];
  tables: readonly LabelLink[];
  labels: Labels;
  minutes: number;
  characters: number;
  /** Of its latest source, as far as it is known: `2025-05`. */
  sourceDate: string | undefined;
  contentDate: string | undefined;
  citationText: string;
}

/** All reports of a site, the latest first. */
export function buildReports(context: ViewContext): Report[] {
  return groupReports(context.catalogue.entries.reports.values())
    .flatMap(({ cover, chapters }) => (cover ? [buildReport(cover, chapters, context)] : []))
    .reverse();
}

function buildReport(cover: ChapterEntry, entries: readonly ChapterEntry[], context: ViewContext): Report {
  const { year } = parseChapterId(cover.id);
  const all = [cover, ...entries];
  const labels = buildLabels(all, context);
  const texts = all.map(({ body }) => bodyText(body.nodes, context, labels));
  const chapters = entries.map((entry, at) => buildChapterLink(entry, texts[at + 1] ?? '', context));
  const path = entryPath('reports', cover.id);
  const { title, subtitle } = cover.data;
  const lists = [...labels.values()].filter(({ kind }) => kind !== 'chapter');
  const sources = findUsedSources(
    all.map(({ body }) => body),
    context,
  );
  const toLink = (label: Label): LabelLink => ({
    text: label.text,
    label: label.title,
    href: context.href(label.path) + (label.anchor === '' ? '' : `#${label.anchor}`),
    chapter: chapters.find(({ id }) => id === label.entry)?.ordinal ?? '',
  });
  return {
    year,
    title,
    subtitle,
    path,
    href: context.href(path),
    lead: leadText(cover.body, context, labels),
    cover,
    entries,
    chapters,
    figures: lists.filter(({ kind }) => kind === 'figure').map(toLink),
    tables: lists.filter(({ kind }) => kind === 'table').map(toLink),
    labels,
    minutes: readingMinutes(texts.join('')),
    characters: countCharacters(texts.join('')),
    sourceDate: findLatestDate(sources, context.catalogue)?.date,
    contentDate: contentDate(sources, context.catalogue),
    citationText: `${context.catalogue.site.publisher}：《${title}》，${context.absolute(path)}`,
  };
}

function buildChapterLink({ id, data }: ChapterEntry, text: string, context: ViewContext): ChapterLink {
  const { number } = parseChapterId(id);
  const path = entryPath('reports', id);
  return {
    id,
    number,
    ordinal: `第${formatHanNumber(number)}章`,
    title: data.title,
    summary: data.summary,
    path,
    href: context.href(path),
    minutes: readingMinutes(text),
  };
}

/** One chapter's page. */
export interface ChapterPage {
  chapter: ChapterLink;
  body: RenderedBody;
  lead: string;
  previous: Link;
  next: Link | undefined;
  contentDate: string | undefined;
  citationText: string;
  structuredData: StructuredData[];
}

export function buildChapterPage(entry: ChapterEntry, report: Report, context: ViewContext): ChapterPage {
  const at = report.entries.findIndex(({ id }) => id === entry.id);
  const chapter = report.chapters[at];
  if (!chapter) throw new Error(`No chapter «${entry.id}» in the report of ${report.year}.`);
  const before = report.chapters[at - 1];
  const after = report.chapters[at + 1];
  return {
    chapter,
    body: renderChapter(entry, report, context),
    lead: leadText(entry.body, context, report.labels),
    previous: before ? toNeighbour(before) : { label: '封面与目录', href: report.href },
    next: after && toNeighbour(after),
    contentDate: contentDate(findUsedSources([entry.body], context), context.catalogue),
    citationText: `${context.catalogue.site.publisher}：《${report.title}》${chapter.ordinal}「${chapter.title}」，${context.absolute(chapter.path)}`,
    structuredData: [articleData(entry, `${report.title}：${chapter.title}`, chapter.path, context)],
  };
}

function toNeighbour({ ordinal, title, href }: ChapterLink): Link {
  return { label: `${ordinal} ${title}`, href };
}

/** A chapter or the abstract as it stands on its page. */
export function renderChapter(entry: ChapterEntry, report: Report, context: ViewContext): RenderedBody {
  return renderBody(entry.body, context, {
    ...reportScope(report),
    prefix: '',
    hrefOf: ({ anchor, entry: place, path }) =>
      `${place === entry.id ? '' : context.href(path)}${anchor === '' ? '' : `#${anchor}`}` || context.href(path),
  });
}

/** What all chapters of a report share. */
export function reportScope(report: Report): Pick<BodyScope, 'labels' | 'bodies'> {
  return { labels: report.labels, bodies: [report.cover, ...report.entries].map(({ body }) => body) };
}

/** Comparisons of each report's year with the one before. */
export function buildComparisonLinks({
  catalogue,
  href,
}: {
  catalogue: Catalogue;
  href: (path: string) => string;
}): (Link & { from: string; to: string })[] {
  const years = groupReports(catalogue.entries.reports.values()).map(({ year }) => year);
  return comparedYears(years).map((pair) => ({
    ...pair,
    label: `${pair.from}年与${pair.to}年对照`,
    href: href(comparisonPath(pair)),
  }));
}
