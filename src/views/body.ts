import { getById } from '../catalogue/catalogue.ts';
import { getObservation } from '../catalogue/observations.ts';
import { escapeHtml, htmlAttributes } from '../lib/html.ts';
import { type Body, type BodyComponent, bodyComponents, type BodyNode } from '../reader/body.ts';
import type { Citation } from '../schemas/common.ts';
import { renderDefinitionRows, renderSourceList } from './body-lists.ts';
import { bodyText, resolveRef } from './body-text.ts';
import { renderChartFigure } from './drawn-figure.ts';
import type { ViewContext } from './context.ts';
import { formatFigure } from '../lib/figure-format.ts';
import { headingHtml } from './headline.ts';
import { buildLabels, type Label, type Labels } from './labels.ts';
import { formatSource } from '../catalogue/source-citation.ts';

/** A numbered note below a text: where its figures come from, or what its author adds. */
export type Note = SourceNote | TextNote;

/** A figure with qualifier and unit, such as 1.8万余人次: keeps to one line. */
const SHORT_FIGURE = /^(?=.*\d).{1,9}$/u;

export interface SourceNote {
  number: number;
  citation: Citation;
  label: string;
  href: string;
}

export interface TextNote {
  number: number;
  html: string;
}

export interface RenderedBody {
  html: string;
  notes: Note[];
  headings: { id: string; text: string; level: number }[];
}

/** What a body is part of: the numbering it shares, and how it and its neighbours are addressed. */
export interface BodyScope {
  labels: Labels;
  /** All texts of the scope; lists of definitions and sources cover them. */
  bodies: readonly Body[];
  /** Stands before every id, where several bodies share one document: `c3-`. */
  prefix: string;
  hrefOf: (label: Label) => string;
}

/** The scope of a text that stands alone. */
function buildOwnScope(body: Body, context: ViewContext): BodyScope {
  const labels = buildLabels([{ kind: 'pages', id: '', data: { title: '', citations: [] }, body }], context);
  return { labels, bodies: [body], prefix: '', hrefOf: ({ anchor }) => `#${anchor}` };
}

/** A body as HTML: author components resolved, notes numbered in order of first mention. */
export function renderBody(
  body: Body,
  context: ViewContext,
  scope: BodyScope = buildOwnScope(body, context),
): RenderedBody {
  return new BodyRenderer(context, scope).render(body);
}

class BodyRenderer {
  readonly #context: ViewContext;
  readonly #scope: BodyScope;
  readonly #notes: Note[] = [];
  /** Numbers of notes that can be pointed at again. */
  readonly #named = new Map<string, number>();
  readonly #marked = new Set<number>();
  readonly #headings: RenderedBody['headings'] = [];

  constructor(context: ViewContext, scope: BodyScope) {
    this.#context = context;
    this.#scope = scope;
  }

  render(body: Body): RenderedBody {
    const html = body.nodes.map((node) => this.#node(node)).join('\n');
    return { html, notes: this.#notes, headings: this.#headings };
  }

  #node(node: BodyNode): string {
    if (typeof node === 'string') return escapeHtml(node);
    if ('component' in node) return this.#component(node);
    const inner = this.#children(node.children);
    if (node.tag === 'br' || node.tag === 'hr') return `<${node.tag}>`;
    if (node.tag === 'a') return this.#link(node.href ?? '', inner);
    if (node.tag === 'table')
      return `<div class="table-scroll" tabindex="0" role="region" aria-label="表格"><table>${inner}</table></div>`;
    if (node.tag === 'ol') return this.#numberedList(node.children);
    if (!/^h[234]$/.test(node.tag)) return `<${node.tag}>${inner}</${node.tag}>`;
    const id = `${this.#scope.prefix}s${String(this.#headings.length + 1)}`;
    this.#headings.push({
      id,
      text: bodyText(node.children, this.#context, this.#scope.labels),
      level: Number(node.tag[1]),
    });
    const [only, ...more] = node.children;
    const content = typeof only === 'string' && more.length === 0 ? headingHtml(only) : inner;
    return `<${node.tag} id="${id}">${content}</${node.tag}>`;
  }

  #children(nodes: readonly BodyNode[]): string {
    return nodes.map((node) => this.#node(node)).join('');
  }

  /** A list with the numbers that were typed; a browser counts on by itself. */
  #numberedList(items: readonly BodyNode[]): string {
    const numbers = items.map((item) => (typeof item === 'string' || !('tag' in item) ? undefined : item.number));
    const html = items.map((item, at) => {
      const expected = at === 0 ? numbers[0] : (numbers[at - 1] ?? at) + 1;
      const value = numbers[at] === expected ? undefined : numbers[at];
      if (typeof item === 'string' || !('tag' in item)) return this.#node(item);
      return `<li${htmlAttributes({ value: value?.toString() })}>${this.#children(item.children)}</li>`;
    });
    const start = numbers[0] === 1 ? undefined : numbers[0];
    return `<ol${htmlAttributes({ start: start?.toString() })}>${html.join('')}</ol>`;
  }

  #link(href: string, inner: string): string {
    const isOutside = href.startsWith('https://');
    const target = href.startsWith('/') ? this.#context.href(href) : href;
    return `<a${htmlAttributes({ href: target, rel: isOutside ? 'noopener' : undefined })}>${inner}</a>`;
  }

  #component(node: BodyComponent): string {
    const { props } = node;
    switch (node.component) {
      case 'Fact': {
        const citation = { source: props['source'] ?? '', locator: props['locator'] ?? '' };
        const [only, ...more] = node.children;
        const isShortFigure = typeof only === 'string' && more.length === 0 && SHORT_FIGURE.test(only);
        return `<span class="${isShortFigure ? 'fact whole' : 'fact'}">${this.#children(node.children)}</span>${this.#noteMark(citation)}`;
      }
      case 'Stat':
        return this.#stat(props);
      case 'Ref': {
        const { label, path } = resolveRef(props['to'] ?? '', this.#context);
        const inner = node.children.length > 0 ? this.#children(node.children) : escapeHtml(label);
        return `<a href="${escapeHtml(this.#context.href(path))}">${inner}</a>`;
      }
      case 'See': {
        const label = getById(this.#scope.labels, props['id'] ?? '');
        return `<a class="see" href="${escapeHtml(this.#scope.hrefOf(label))}">${escapeHtml(label.text)}</a>`;
      }
      case 'Note':
        return this.#note(node);
      case 'Table':
      case 'Definitions':
        return this.#table(node);
      case 'Chart': {
        const id = props['id'] ?? '';
        const label = this.#scope.labels.get(id);
        const anchor = label && `${this.#scope.prefix}${label.anchor}`;
        return renderChartFigure(getById(this.#context.charts, id), this.#context, { label: label?.text, anchor });
      }
      case 'SourceList':
        return renderSourceList(this.#scope.bodies, this.#context);
      default:
        throw new Error(`No renderer for <${node.component}>.`);
    }
  }

  #stat(props: Readonly<Record<string, string>>): string {
    const { id = '', at = '', source } = props;
    const { data } = getById(this.#context.catalogue.entries.statistics, id);
    const observation = getObservation(data, { at, source });
    const href = this.#context.entryHref('statistics', id);
    const figure = escapeHtml(formatFigure(observation.display, data.unit));
    return `<a class="stat" href="${escapeHtml(href)}" title="${escapeHtml(data.title)}">${figure}</a>${this.#noteMark(observation)}`;
  }

  /** A table with its number and caption; it scrolls sideways on a narrow screen. */
  #table(node: BodyComponent): string {
    const label = getById(this.#scope.labels, node.props['id'] ?? '');
    const caption = `<caption><span class="label">${escapeHtml(label.text)}</span> ${escapeHtml(label.title)}</caption>`;
    const children: readonly BodyNode[] = node.component === 'Definitions' ? [node] : node.children;
    const inner = children.map((child) => {
      if (child === node)
        return `<table class="definitions">${caption}${renderDefinitionRows(this.#scope.bodies, this.#context)}</table>`;
      if (typeof child === 'string' || !('tag' in child) || child.tag !== 'table') return this.#node(child);
      return `<table>${caption}${this.#children(child.children)}</table>`;
    });
    const id = `${this.#scope.prefix}${label.anchor}`;
    const region = {
      class: 'table-scroll numbered',
      id,
      tabindex: '0',
      role: 'region',
      'aria-label': `${label.text} ${label.title}`,
    };
    return `<div${htmlAttributes(region)}>${inner.join('')}</div>`;
  }

  /** The raised number of an author's note. One with text is written down; one without points at it again. */
  #note(node: BodyComponent): string {
    const id = node.props['id'];
    const known = id === undefined ? undefined : this.#named.get(id);
    if (known !== undefined) return this.#mark(known, '注');
    const text = node.children.length > 0 ? node.children : this.#findNoteText(id);
    const note: TextNote = { number: this.#notes.length + 1, html: '' };
    this.#notes.push(note);
    if (id !== undefined) this.#named.set(id, note.number);
    // Its own sources come after it in the numbering.
    note.html = this.#children(text);
    return this.#mark(note.number, '注');
  }

  /** Text of a note that is pointed at before it is written. */
  #findNoteText(id: string | undefined): readonly BodyNode[] {
    for (const { component, props, children } of this.#scope.bodies.flatMap(({ nodes }) => [
      ...bodyComponents(nodes),
    ])) {
      if (component === 'Note' && props['id'] === id && children.length > 0) return children;
    }
    throw new Error(`No note «${id ?? ''}»; content was not checked.`);
  }

  /** The raised number after a figure; one number for one place in one source. */
  #noteMark({ source, locator }: Citation): string {
    let note = this.#notes.find(
      (known) => 'citation' in known && known.citation.source === source && known.citation.locator === locator,
    );
    if (!note) {
      note = {
        number: this.#notes.length + 1,
        citation: { source, locator },
        label: formatSource(getById(this.#context.catalogue.sources, source)),
        href: this.#context.entryHref('sources', source),
      };
      this.#notes.push(note);
    }
    return this.#mark(note.number, '来源');
  }

  #mark(number: number, kind: '来源' | '注'): string {
    const { prefix } = this.#scope;
    const text = String(number);
    // The way back from the note leads to its first mark.
    const id = this.#marked.has(number) ? '' : ` id="${prefix}mark-${text}"`;
    this.#marked.add(number);
    // A word joiner keeps the number on the line of what it belongs to.
    return `\u2060<sup class="note-mark"${id}><a href="#${prefix}note-${text}" aria-label="${kind} ${text}">${text}</a></sup>`;
  }
}
