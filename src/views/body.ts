import { entryTitle, getById } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/content.ts';
import { getObservation } from '../catalogue/observations.ts';
import { entryPath, type LinkableKind } from '../catalogue/paths.ts';
import { escapeHtml, htmlAttributes } from '../lib/html.ts';
import type { Body, BodyComponent, BodyNode } from '../reader/body.ts';
import type { Citation } from '../schemas/common.ts';
import type { ViewContext } from './context.ts';
import { formatFigure } from './figure.ts';
import { formatSource } from './sources.ts';

/** A numbered note below a text: where its figures come from. */
export interface Note {
  number: number;
  citation: Citation;
  label: string;
  href: string;
}

export interface RenderedBody {
  html: string;
  notes: Note[];
  headings: { id: string; text: string; level: number }[];
}

/** A body as HTML: author components resolved, notes numbered in order of first mention. */
export function renderBody(body: Body, context: ViewContext): RenderedBody {
  return new BodyRenderer(context).render(body);
}

class BodyRenderer {
  readonly #context: ViewContext;
  readonly #notes: Note[] = [];
  readonly #headings: RenderedBody['headings'] = [];

  constructor(context: ViewContext) {
    this.#context = context;
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
    if (node.tag === 'table') return `<div class="table-scroll" tabindex="0" role="region" aria-label="表格"><table>${inner}</table></div>`;
    if (!/^h[234]$/.test(node.tag)) return `<${node.tag}>${inner}</${node.tag}>`;
    const id = `s${String(this.#headings.length + 1)}`;
    this.#headings.push({ id, text: bodyText(node.children, this.#context), level: Number(node.tag[1]) });
    return `<${node.tag} id="${id}">${inner}</${node.tag}>`;
  }

  #children(nodes: readonly BodyNode[]): string {
    return nodes.map((node) => this.#node(node)).join('');
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
        return `<span class="fact">${this.#children(node.children)}</span>${this.#noteMark(citation)}`;
      }
      case 'Stat':
        return this.#stat(props);
      case 'Ref': {
        const { label, path } = resolveRef(props['to'] ?? '', this.#context);
        const inner = node.children.length > 0 ? this.#children(node.children) : escapeHtml(label);
        return `<a href="${escapeHtml(this.#context.href(path))}">${inner}</a>`;
      }
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

  /** The raised number after a figure; one number for one place in one source. */
  #noteMark({ source, locator }: Citation): string {
    let note = this.#notes.find(({ citation }) => citation.source === source && citation.locator === locator);
    if (!note) {
      note = {
        number: this.#notes.length + 1,
        citation: { source, locator },
        label: formatSource(getById(this.#context.catalogue.sources, source)),
        href: this.#context.entryHref('sources', source),
      };
      this.#notes.push(note);
    }
    const number = String(note.number);
    // A word joiner keeps the number on the line of what it belongs to.
    return `\u2060<sup class="note-mark"><a href="#note-${number}" aria-label="来源 ${number}">${number}</a></sup>`;
  }
}

/** What `<Ref to="kind/id">` prints and where it leads. */
export function resolveRef(to: string, { catalogue }: ViewContext): { label: string; path: string } {
  const [kind = '', id = ''] = to.split('/');
  const path = entryPath(kind as LinkableKind, id);
  if (kind === 'sources') return { label: `《${getById(catalogue.sources, id).title}》`, path };
  const entries = catalogue.entries[kind as Exclude<LinkableKind, 'sources'>] as ReadonlyMap<string, Entry>;
  return { label: entryTitle(getById(entries, id)), path };
}

/** The plain text of nodes: what search, feeds and descriptions use. */
export function bodyText(nodes: readonly BodyNode[], context: ViewContext): string {
  return nodes
    .map((node): string => {
      if (typeof node === 'string') return node;
      if ('component' in node && node.component === 'Stat') {
        const { id = '', at = '', source } = node.props;
        const { data } = getById(context.catalogue.entries.statistics, id);
        return formatFigure(getObservation(data, { at, source }).display, data.unit);
      }
      if ('component' in node && node.component === 'Ref' && node.children.length === 0) {
        return resolveRef(node.props['to'] ?? '', context).label;
      }
      return bodyText(node.children, context);
    })
    .join('');
}

/** The first paragraph: what lists, search and descriptions show of an entry. Empty when there is no body. */
export function leadText(body: Body, context: ViewContext): string {
  const paragraph = body.nodes.find((node) => typeof node !== 'string' && 'tag' in node && node.tag === 'p');
  return paragraph === undefined ? '' : bodyText([paragraph], context).replaceAll(/\s+/g, ' ').trim();
}
