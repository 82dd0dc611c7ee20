import { entryTitle, getById } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { getObservation } from '../catalogue/observations.ts';
import { entryPath, type LinkableKind } from '../catalogue/paths.ts';
import { joinLines } from '../lib/wide-text.ts';
import type { Body, BodyElement, BodyNode } from '../reader/body.ts';
import type { ViewContext } from './context.ts';
import { formatFigure } from '../lib/figure-format.ts';
import type { Labels } from './labels.ts';

/** What `<Ref to="kind/id">` prints and where it leads. */
export function resolveRef(to: string, { catalogue }: ViewContext): { label: string; path: string } {
  const [kind = '', ...rest] = to.split('/');
  const id = rest.join('/');
  const path = entryPath(kind as LinkableKind, id);
  if (kind === 'sources') return { label: `《${getById(catalogue.sources, id).title}》`, path };
  const entries = catalogue.entries[kind as Exclude<LinkableKind, 'sources'>] as ReadonlyMap<string, Entry>;
  return { label: entryTitle(getById(entries, id)), path };
}

/** The plain text of nodes: what search, feeds and descriptions use. Notes and numbered tables stand beside the text and are left out. */
export function bodyText(nodes: readonly BodyNode[], context: ViewContext, labels?: Labels): string {
  return nodes
    .map((node, at): string => {
      if (typeof node === 'string') return node;
      if ('component' in node && node.component === 'Stat') {
        const { id = '', at = '', source } = node.props;
        const { data } = getById(context.catalogue.entries.statistics, id);
        return formatFigure(getObservation(data, { at, source }).display, data.unit);
      }
      if ('component' in node && node.component === 'Ref' && node.children.length === 0) {
        return resolveRef(node.props['to'] ?? '', context).label;
      }
      if ('component' in node && node.component === 'See') return labels?.get(node.props['id'] ?? '')?.text ?? '另处';
      if ('component' in node && (node.component === 'Note' || node.component === 'Table')) return '';
      const text = bodyText(node.children, context, labels);
      return 'tag' in node ? setApart(node, text, { isFirst: at === 0 }) : text;
    })
    .join('');
}

/** Items and rows stand on lines of their own, with the numbers of a list; the cells of a row have a blank between them. */
function setApart({ tag, number }: BodyElement, text: string, { isFirst }: { isFirst: boolean }): string {
  switch (tag) {
    case 'br':
      return '\n';
    case 'ul':
    case 'ol':
    case 'blockquote':
    case 'tbody':
    case 'p':
    case 'tr':
      return isFirst ? text : `\n${text}`;
    case 'li': {
      const item = number === undefined ? text : `${String(number)}. ${text}`;
      return isFirst ? item : `\n${item}`;
    }
    case 'td':
    case 'th':
      return isFirst ? text : ` ${text}`;
    default:
      return text;
  }
}

/** The first paragraph: what lists, search and descriptions show of an entry. Empty when there is no body. */
export function leadText(body: Body, context: ViewContext, labels?: Labels): string {
  const paragraph = body.nodes.find((node) => typeof node !== 'string' && 'tag' in node && node.tag === 'p');
  return paragraph === undefined ? '' : joinLines(bodyText([paragraph], context, labels));
}
