import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';

/**
 * What the article editor of WeChat official accounts keeps. It drops the rest without a word, so only what is on these lists may
 * be used. Sources: the platform's own 《文章结构规范》 (github.com/wechatjs/verify-article-structure-spec: properties, widths, nesting,
 * dark mode) and the limit of 20,000 characters.
 */

/** An article's body must be shorter. */
export const WECHAT_MOST_CHARACTERS = 20_000;
/** Longest chain of elements; the editor flattens deeper ones. */
const MOST_DEPTH = 10;
/** Of text against the white page; the app itself keeps the contrast when it turns the page dark. */
const LEAST_CONTRAST = 4.5;

const STYLED = ['style'];
const PAINT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'transform',
];
const TEXT = ['x', 'y', 'dx', 'dy', 'font-size', 'font-weight', 'text-anchor'];
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  section: STYLED,
  p: STYLED,
  span: STYLED,
  strong: STYLED,
  br: [],
  table: STYLED,
  thead: STYLED,
  tbody: STYLED,
  tr: STYLED,
  th: [...STYLED, 'colspan', 'rowspan'],
  td: [...STYLED, 'colspan', 'rowspan'],
  svg: [...STYLED, 'xmlns', 'viewBox', 'role', 'aria-label'],
  g: PAINT,
  path: [...PAINT, 'd'],
  rect: [...PAINT, 'x', 'y', 'width', 'height', 'rx'],
  circle: [...PAINT, 'cx', 'cy', 'r'],
  line: [...PAINT, 'x1', 'y1', 'x2', 'y2'],
  text: [...PAINT, ...TEXT],
  tspan: [...PAINT, ...TEXT],
};
const DRAWN = new Set(['svg', 'g', 'path', 'rect', 'circle', 'line', 'text', 'tspan']);

/** Properties with the values they may take. Boxes are as wide as the column and as high as what they hold. */
const SIZE = /^\d+(?:\.\d+)?px$/;
const SPACE = /^(?:(?:0|auto|\d+(?:\.\d+)?px)(?: |$)){1,4}$/;
const BORDER = /^\d+px solid #[0-9A-Fa-f]{6}$/;
const PROPERTIES: Readonly<Record<string, RegExp>> = {
  'border-bottom': BORDER,
  'border-collapse': /^collapse$/,
  'border-top': BORDER,
  color: /^#[0-9A-Fa-f]{6}$/,
  display: /^block$/,
  'font-size': SIZE,
  'font-weight': /^(?:bold|normal)$/,
  height: /^auto$/,
  'line-height': /^(?:1|2)(?:\.\d+)?$/,
  margin: SPACE,
  padding: SPACE,
  // `start` and `end` come out differently on iOS.
  'text-align': /^(?:left|right|center)$/,
  'vertical-align': /^(?:top|middle|baseline)$/,
  width: /^100%$/,
};

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** What in an article's body would be dropped, cut off or hard to read, one sentence each; empty for one that is in order. */
export function findWechatFaults(html: string): string[] {
  const faults = new Set<string>();
  const length = [...html].length;
  if (length >= WECHAT_MOST_CHARACTERS)
    faults.add(`共 ${String(length)} 个字符，要少于 ${String(WECHAT_MOST_CHARACTERS)} 个。`);
  for (const node of parseFragment(html).childNodes) visit(node, 1, faults);
  return [...faults];
}

function visit(node: Node, depth: number, faults: Set<string>): void {
  if (node.nodeName === '#comment') faults.add('不能有注释。');
  if (!('tagName' in node)) return;
  const { tagName } = node;
  const allowed = ATTRIBUTES[tagName];
  if (!allowed) {
    faults.add(`不能用 <${tagName}>。`);
    return;
  }
  if (depth > MOST_DEPTH) faults.add(`嵌套超过 ${String(MOST_DEPTH)} 层。`);
  for (const { name, value } of node.attrs) {
    if (!allowed.includes(name)) faults.add(`<${tagName}> 不能有 ${name} 属性。`);
    else if (name === 'style') checkStyle(tagName, value, faults);
    else checkValue(tagName, name, value, faults);
  }
  if (tagName === 'svg') checkGround(node, faults);
  for (const child of node.childNodes) visit(child, depth + 1, faults);
}

function checkStyle(tagName: string, style: string, faults: Set<string>): void {
  for (const declaration of style.split(';').filter((part) => part.trim() !== '')) {
    const [property = '', value = ''] = declaration.split(/:(.*)/s).map((part) => part.trim());
    const pattern = PROPERTIES[property];
    if (!pattern) faults.add(`<${tagName}> 不能用样式 ${property}。`);
    else if (!pattern.test(value)) faults.add(`<${tagName}> 的样式 ${property} 不能写「${value}」。`);
    else if (property === 'color' && contrastWithWhite(value) < LEAST_CONTRAST)
      faults.add(`文字颜色 ${value} 太浅，看不清。`);
  }
}

function checkValue(tagName: string, name: string, value: string, faults: Set<string>): void {
  if (name === 'xmlns' || name === 'aria-label') return;
  if (/url\(|var\(|currentcolor|javascript:|https?:|\/\//i.test(value))
    faults.add(`<${tagName}> 的 ${name} 不能写「${value}」。`);
}

/** The app leaves drawings as they are when it turns the page dark, so each needs an opaque ground of its own. */
function checkGround(svg: Element, faults: Set<string>): void {
  const valueOf = (element: Element | undefined, wanted: string): string | undefined =>
    element?.attrs.find(({ name }) => name === wanted)?.value;
  const first = svg.childNodes.find((child): child is Element => 'tagName' in child);
  const [, , width, height] = (valueOf(svg, 'viewBox') ?? '').split(' ');
  const isGround =
    first?.tagName === 'rect' &&
    valueOf(first, 'width') === width &&
    valueOf(first, 'height') === height &&
    /^#[0-9A-Fa-f]{6}$/.test(valueOf(first, 'fill') ?? '') &&
    ['x', 'y', 'fill-opacity', 'transform'].every((name) => valueOf(first, name) === undefined);
  if (!isGround) faults.add('图没有铺满的不透明底色，深色模式下会看不清。');
  if (valueOf(svg, 'style')?.includes('width:100%') !== true) faults.add('图要写 width:100%，宽度随版面。');
  for (const child of svg.childNodes)
    if ('tagName' in child && !DRAWN.has(child.tagName)) faults.add(`图里不能用 <${child.tagName}>。`);
}

/** Contrast as WCAG 2 has it, of a colour written #57514A. */
function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
