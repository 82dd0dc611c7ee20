import { getById } from '../catalogue/catalogue.ts';
import { entryPath } from '../catalogue/paths.ts';
import { parseChapterId } from '../catalogue/chapter-id.ts';
import { formatSourceTitle } from '../catalogue/source-citation.ts';
import { COLOURS } from '../lib/colours.ts';
import { escapeHtml } from '../lib/html.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import { renderQrCode } from '../renderers/qr-code.ts';
import { type Note, renderBody } from './body.ts';
import type { ViewContext } from './context.ts';
import type { Label } from './labels.ts';
import { type ChapterEntry, type ChapterLink, type Report, reportScope } from './report.ts';

export interface DocumentOptions {
  /** Pages of places by their ids, once they are known; without, the contents keep room for them. */
  pages?: ReadonlyMap<string, number>;
}

/**
 * A whole report as one document to be printed, in the order of a book: cover, abstract and imprint, contents, lists of figures
 * and tables, chapters, the notes of each, back cover. Its looks stand in scripts/report/styles; what depends on the report
 * (running heads, colours) is in the document. Links lead to the site by full addresses, or within the document.
 */
export function buildReportDocument(report: Report, context: ViewContext, options: DocumentOptions = {}): string {
  return new DocumentBuilder(report, context, options).build();
}

/** Id of a chapter in the document: `c3`. The cover's abstract is `c0`. */
function chapterAnchor(id: string): string {
  return `c${String(parseChapterId(id).number)}`;
}

function labelAnchor({ entry, anchor }: Label): string {
  return anchor === '' ? chapterAnchor(entry) : `${chapterAnchor(entry)}-${anchor}`;
}

class DocumentBuilder {
  readonly #report: Report;
  readonly #context: ViewContext;
  readonly #pages: ReadonlyMap<string, number> | undefined;

  constructor(report: Report, context: ViewContext, { pages }: DocumentOptions) {
    this.#report = report;
    // On paper a link has to lead from anywhere.
    this.#context = {
      ...context,
      href: context.absolute,
      entryHref: (kind, id) => context.absolute(entryPath(kind, id)),
    };
    this.#pages = pages;
  }

  build(): string {
    const { title } = this.#report;
    const { site } = this.#context.catalogue;
    return [
      '<!doctype html>',
      '<html lang="zh-CN">',
      `<head><meta charset="utf-8"><title>${escapeHtml(title)}</title><meta name="author" content="${escapeHtml(site.publisher)}">`,
      `<style>${this.#colourRules()}${this.#pageRules()}</style></head>`,
      '<body>',
      this.#cover(),
      this.#abstract(),
      this.#contents(),
      this.#report.entries.map((entry, at) => this.#chapter(entry, this.#report.chapters[at])).join('\n'),
      this.#notes(),
      this.#backCover(),
      '</body></html>',
    ].join('\n');
  }

  /** The site's colours. Pages have no variables, so the one of running heads and page numbers is said with them. */
  #colourRules(): string {
    const { seal, steel } = this.#context.catalogue.site.colours;
    const { paper, sheet, ink, inkSoft } = COLOURS.light;
    const heads = ['top-left', 'top-right', 'bottom-center'].map((box) => `@${box}{color:${inkSoft}}`).join('');
    return `:root{--seal:${seal};--steel:${steel};--thread:${paper};--slip:${sheet};--ink:${ink};--ink-2:${inkSoft}}@page{${heads}}`;
  }

  /** A running head for each chapter: the report's title on the left, the chapter's on the right. */
  #pageRules(): string {
    const left = cssString(this.#report.title);
    const rule = (name: string, right: string): string =>
      `@page ${name}{@top-left{content:${left}}@top-right{content:${cssString(right)}}@bottom-center{content:counter(page) " / " counter(pages)}}`;
    const chapters = this.#report.chapters.map(({ id, ordinal, title }) =>
      rule(chapterAnchor(id), `${ordinal} ${title}`),
    );
    return [rule('abstract', '摘要'), rule('front', '目录'), ...chapters, rule('notes', '注')].join('');
  }

  #cover(): string {
    const { title, subtitle, contentDate } = this.#report;
    const { site } = this.#context.catalogue;
    const [, name = title, year] = /^(.+?)（(\d{4})）$/.exec(title) ?? [];
    return [
      '<section class="cover"><div class="ground">',
      '<div class="slip">',
      `<p class="cover-title">${escapeHtml(name)}</p>`,
      year === undefined ? '' : `<p class="cover-year">${escapeHtml(year)}</p>`,
      '</div>',
      `<div class="cover-foot">${subtitle === undefined ? '' : `<p class="cover-subtitle">${escapeHtml(subtitle)}</p>`}`,
      `<p><span class="mark">${escapeHtml(site.mark)}</span>${escapeHtml(site.publisher)}</p>`,
      contentDate === undefined ? '' : `<p>内容据所引来源，${escapeHtml(contentDate)}</p>`,
      '</div>',
      '</div></section>',
    ].join('');
  }

  #abstract(): string {
    const { cover, title, citationText } = this.#report;
    const { site } = this.#context.catalogue;
    return [
      '<section class="front abstract" id="c0">',
      '<header><h1>摘要</h1></header>',
      this.#render(cover).html,
      '<div class="imprint">',
      `<p>${escapeHtml(title)}</p>`,
      `<p>发布：${escapeHtml(site.publisher)}。许可：${escapeHtml(site.licence.name)}。</p>`,
      `<p>${escapeHtml(site.notice)}</p>`,
      `<p>引用：${escapeHtml(citationText)}</p>`,
      '</div>',
      '</section>',
    ].join('');
  }

  #contents(): string {
    const { chapters, labels } = this.#report;
    const line = (id: string, number: string, title: string): string =>
      `<li><a href="#${id}"><span class="number">${escapeHtml(number)}</span><span class="name">${escapeHtml(title)}</span><span class="leader"></span><span class="page-number">${this.#page(id)}</span></a></li>`;
    const list = (kind: Label['kind']): string =>
      [...labels.values()]
        .filter((label) => label.kind === kind)
        .map((label) => line(labelAnchor(label), label.text, label.title))
        .join('');
    const section = (title: string, items: string): string =>
      items === '' ? '' : `<section class="contents-list"><h2>${title}</h2><ol>${items}</ol></section>`;
    return [
      '<section class="front contents">',
      '<header><h1>目录</h1></header>',
      `<ol class="chapters">${chapters.map(({ id, ordinal, title }) => line(chapterAnchor(id), ordinal, title)).join('')}${line('notes', '', '注')}</ol>`,
      '<div class="contents-lists">',
      section('图', list('figure')),
      section('表', list('table')),
      '</div>',
      '</section>',
    ].join('');
  }

  /** Three digits stand where a number is not yet known, so that numbers move nothing. */
  #page(id: string): string {
    return this.#pages === undefined ? '000' : String(this.#pages.get(id) ?? '');
  }

  #chapter(entry: ChapterEntry, link: ChapterLink | undefined): string {
    const id = chapterAnchor(entry.id);
    return [
      `<article class="chapter" id="${id}" style="page:${id}">`,
      `<header><p class="ordinal">${escapeHtml(link?.ordinal ?? '')}</p><h1>${escapeHtml(entry.data.title)}</h1>`,
      entry.data.summary === undefined ? '' : `<p class="summary">${escapeHtml(entry.data.summary)}</p>`,
      '</header>',
      `<div class="chapter-text">${this.#render(entry).html}</div>`,
      '</article>',
    ].join('');
  }

  /** Notes of all chapters at the end, each with its own numbers, as in a book. */
  #notes(): string {
    const { cover, entries, chapters } = this.#report;
    const groups = [cover, ...entries].map((entry, at) => {
      const { notes } = this.#render(entry);
      const link = chapters[at - 1];
      const title = link ? `${link.ordinal} ${link.title}` : '摘要';
      return notes.length === 0
        ? ''
        : `<section><h2>${escapeHtml(title)}</h2><ol>${notes.map((note) => this.#note(note, `${chapterAnchor(entry.id)}-`)).join('')}</ol></section>`;
    });
    return `<section class="notes" id="notes"><header><h1>注</h1></header><div class="note-groups">${groups.join('')}</div></section>`;
  }

  /** A source is named by its title: the chapter of sources has it in full. */
  #note(note: Note, prefix: string): string {
    const text =
      'html' in note
        ? note.html
        : `<a href="${escapeHtml(note.href)}">${escapeHtml(formatSourceTitle(getById(this.#context.catalogue.sources, note.citation.source)))}</a>，<span class="locator">${escapeHtml(note.citation.locator)}</span>`;
    return `<li id="${prefix}note-${String(note.number)}">${text}</li>`;
  }

  #render(entry: ChapterEntry): ReturnType<typeof renderBody> {
    return renderBody(entry.body, this.#context, {
      ...reportScope(this.#report),
      prefix: `${chapterAnchor(entry.id)}-`,
      hrefOf: (label) => `#${labelAnchor(label)}`,
    });
  }

  #backCover(): string {
    const { title, path, citationText, year } = this.#report;
    const { site } = this.#context.catalogue;
    const url = this.#context.absolute(path);
    return [
      '<section class="back-cover"><div class="ground">',
      '<div class="back-panel">',
      `<div>${renderQrCode(url).replace('本页网址的二维码', '这份报告的网址')}</div>`,
      '<div>',
      `<p class="back-title">${escapeHtml(title)}</p>`,
      `<p>${escapeHtml(citationText)}</p>`,
      `<p>${formatPartialDate(year)}的图、表和数字在网上都有出处可查。${escapeHtml(site.title)}，<span class="keep">${escapeHtml(site.licence.name)}</span>。</p>`,
      '</div>',
      '</div>',
      '</div></section>',
    ].join('');
  }
}

function cssString(text: string): string {
  return `"${text.replaceAll(/["\\]/g, (char) => `\\${char}`).replaceAll('<', String.raw`\3c `)}"`;
}
