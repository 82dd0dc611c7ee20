import { parseChapterId } from '../catalogue/chapter-id.ts';
import { comparedYears, comparisonPath, groupReports } from '../catalogue/reports.ts';
import type { RenderedBody } from '../views/body.ts';
import { buildComparison, type Comparison } from '../views/comparison.ts';
import type { Link } from '../views/context.ts';
import { formatPageCitation } from '../views/profile.ts';
import {
  buildChapterPage,
  buildComparisonLinks,
  buildReports,
  type ChapterEntry,
  type ChapterPage as ChapterView,
  renderChapter,
  type Report,
} from '../views/report.ts';
import { reportPdfPath } from '../views/report-pdf.ts';
import { articleData } from '../views/structured-data.ts';
import type { Output, OutputContext, PageModel, PrintedReport } from './output.ts';
import { pageOutput } from './page-output.ts';

/** A report as its pages show it: all but the texts of its chapters. */
export type ReportOutline = Omit<Report, 'cover' | 'entries' | 'labels' | 'contentDate'>;

/** A report's PDF as its pages offer it. */
export interface PdfLink {
  href: string;
  pages: number;
  /** 1.2 MB */
  size: string;
}

export type ReportPage = PageModel<{
  report: ReportOutline;
  body: RenderedBody;
  isCovered: boolean;
  pdf: PdfLink | undefined;
  comparisons: Link[];
  url: string;
}>;

export type ChapterPage = PageModel<{
  report: ReportOutline;
  chapter: Omit<ChapterView, 'structuredData' | 'contentDate' | 'lead'>;
  /** Id of the chapter's entry. */
  id: string;
  isCovered: boolean;
  pdf: PdfLink | undefined;
  url: string;
}>;

export type ReportsPage = PageModel<{ reports: ReportOutline[]; comparisons: Link[] }>;

export type ComparisonPage = PageModel<{
  from: string;
  to: string;
  title: string;
  comparison: Omit<Comparison, 'contentDate'>;
  url: string;
  citationText: string;
}>;

/** A PDF, by the year it is of. */
export interface PdfModel {
  year: string;
  digest: string;
}

/** Annual reports: cover, chapters, PDF where it was printed, comparisons of two years, and the list of them. */
export function* listReports(site: OutputContext): Generator<Output> {
  const reports = buildReports(site);
  for (const report of reports) {
    yield pageOutput<ReportPage>(site, report.path, () => buildReportPage(report, site));
    for (const entry of report.entries) {
      const path = `/reports/${report.year}/${parseChapterId(entry.id).slug}/`;
      yield pageOutput<ChapterPage>(site, path, () => buildChapter(entry, report, site));
    }
    const printed = site.printed.get(report.year);
    if (printed) {
      const model = (): PdfModel => ({ year: report.year, digest: printed.digest });
      yield { path: reportPdfPath(report.year), model };
    }
  }
  const years = groupReports(site.catalogue.entries.reports.values()).map(({ year }) => year);
  for (const pair of comparedYears(years)) {
    yield pageOutput<ComparisonPage>(site, comparisonPath(pair), () => buildComparisonPage(pair, site));
  }
  yield pageOutput<ReportsPage>(site, '/reports/', () => buildReportsPage(reports, site));
}

function outline(report: Report): ReportOutline {
  const { year, title, subtitle, path, href, lead, chapters, figures, tables, minutes, characters } = report;
  const { sourceDate, citationText } = report;
  return {
    year,
    title,
    subtitle,
    path,
    href,
    lead,
    chapters,
    figures,
    tables,
    minutes,
    characters,
    sourceDate,
    citationText,
  };
}

function findPdf({ year }: Report, { printed, href }: OutputContext): PdfLink | undefined {
  const pdf: PrintedReport | undefined = printed.get(year);
  return pdf && { href: href(reportPdfPath(year)), pages: pdf.pages, size: `${(pdf.bytes / 1e6).toFixed(1)} MB` };
}

function buildReportPage(report: Report, site: OutputContext) {
  return {
    head: {
      title: report.title,
      description: report.lead,
      section: '/reports/' as const,
      breadcrumb: [{ label: '年度报告', href: site.href('/reports/') }],
      structuredData: [articleData(report.cover, report.title, report.path, site)],
      ogType: 'article' as const,
      contentDate: report.contentDate,
    },
    report: outline(report),
    body: renderChapter(report.cover, report, site),
    isCovered: site.glyphs.covers(report.title),
    pdf: findPdf(report, site),
    comparisons: buildComparisonLinks(site)
      .filter(({ from, to }) => from === report.year || to === report.year)
      .map(({ label, href }) => ({ label, href })),
    url: site.absolute(report.path),
  };
}

function buildChapter(entry: ChapterEntry, report: Report, site: OutputContext) {
  const { structuredData, contentDate, lead, ...chapter } = buildChapterPage(entry, report, site);
  const { title, path } = chapter.chapter;
  return {
    head: {
      title: `${title} · ${report.title}`,
      description: lead || title,
      section: '/reports/' as const,
      breadcrumb: [
        { label: '年度报告', href: site.href('/reports/') },
        { label: report.title, href: report.href },
      ],
      crumb: title,
      structuredData,
      ogType: 'article' as const,
      contentDate,
    },
    report: outline(report),
    chapter,
    id: entry.id,
    isCovered: site.glyphs.covers(title),
    pdf: findPdf(report, site),
    url: site.absolute(path),
  };
}

function buildComparisonPage({ from, to }: { from: string; to: string }, site: OutputContext) {
  const { contentDate, ...comparison } = buildComparison(from, to, site);
  const path = comparisonPath({ from, to });
  const title = `${from}年与${to}年对照`;
  return {
    head: {
      title,
      description: `${site.catalogue.site.city}两年都有的${String(comparison.count)}项指标并排放在一起，写明限定词、口径和变化。`,
      section: '/reports/' as const,
      breadcrumb: [{ label: '年度报告', href: site.href('/reports/') }],
      contentDate,
    },
    from,
    to,
    title,
    comparison,
    url: site.absolute(path),
    citationText: formatPageCitation(title, path, site),
  };
}

function buildReportsPage(reports: readonly Report[], site: OutputContext) {
  return {
    head: {
      title: '年度报告',
      description: `${site.catalogue.site.city}的工匠年报：${reports.map(({ title }) => title).join('、')}。`,
      section: '/reports/' as const,
      breadcrumb: [],
    },
    reports: reports.map(outline),
    comparisons: buildComparisonLinks(site).map(({ label, href }) => ({ label, href })),
  };
}
