import { measureText } from '../renderers/svg/text-measure.ts';

/** An element of an SVG text, as found by `parseSvg`. */
export interface SvgElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (SvgElement | string)[];
}

const TOKEN = /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
const ENTITY = /&(?:amp|lt|gt|quot|#39);/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Parses the SVG this project writes, and throws where it is not well-formed XML. */
export function parseSvg(svg: string): SvgElement {
  const root: SvgElement = { name: '', attributes: {}, children: [] };
  const open: SvgElement[] = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < svg.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(svg);
    if (!match) throw new Error(`No XML at ${String(at)}: ${svg.slice(at, at + 60)}`);
    const [, close, name = '', attributes = '', isEmpty, text] = match;
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.children.push(decode(text));
    else if (close === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing.`);
    } else {
      const element: SvgElement = { name, attributes: parseAttributes(attributes), children: [] };
      parent.children.push(element);
      if (isEmpty !== '/') open.push(element);
    }
  }
  const [svgElement] = root.children;
  if (open.length !== 1 || root.children.length !== 1 || typeof svgElement !== 'object')
    throw new Error('Not one whole element.');
  return svgElement;
}

function parseAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/([a-zA-Z:-]+)="([^"]*)"/g)) {
    if (name in attributes) throw new Error(`${name} stands twice.`);
    attributes[name] = decode(value);
  }
  return attributes;
}

function decode(text: string): string {
  if (/&(?!amp;|lt;|gt;|quot;|#39;)/.test(text)) throw new Error(`A bare & in ${text}.`);
  return text.replaceAll(ENTITY, (entity) => ENTITIES[entity] ?? entity);
}

export function* allElements(element: SvgElement): Generator<SvgElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* allElements(child);
}

export function textOf({ children }: SvgElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** A text as it stands on the picture, by the drawing's own estimate of its width. */
export interface TextBox {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The boxes of all texts of a drawing, moved and enlarged as the groups around them say. */
export function findTextBoxes(svg: SvgElement): TextBox[] {
  const boxes: TextBox[] = [];
  const visit = (element: SvgElement, { x, y, zoom }: { x: number; y: number; zoom: number }): void => {
    const [, moveX = 0, moveY = 0, scale = 1] =
      /^translate\((\S+) (\S+)\)(?: scale\((\S+)\))?$/.exec(element.attributes['transform'] ?? '')?.map(Number) ?? [];
    const own = {
      x: x + zoom * moveX,
      y: y + zoom * moveY,
      zoom: zoom * (Number.isNaN(scale) ? 1 : scale),
    };
    if (element.name === 'text') boxes.push(boxOf(element, own));
    else for (const child of element.children) if (typeof child !== 'string') visit(child, own);
  };
  visit(svg, { x: 0, y: 0, zoom: 1 });
  return boxes;
}

function boxOf(element: SvgElement, place: { x: number; y: number; zoom: number }): TextBox {
  const { zoom } = place;
  const size = Number(element.attributes['font-size']);
  const width = widthOf(element, size);
  const x = Number(element.attributes['x']);
  const y = place.y + zoom * Number(element.attributes['y']);
  const anchor = element.attributes['text-anchor'] ?? 'start';
  const left = place.x + zoom * (anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x);
  return {
    text: textOf(element),
    left,
    right: left + zoom * width,
    top: y - zoom * size * 0.82,
    bottom: y + zoom * size * 0.12,
  };
}

function widthOf({ attributes, children }: SvgElement, inherited: number): number {
  const size = Number(attributes['font-size'] ?? inherited);
  return children.reduce(
    (width, child) => width + (typeof child === 'string' ? measureText(child, size) : widthOf(child, size)),
    0,
  );
}
