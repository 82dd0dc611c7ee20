import { escapeHtml } from '../../lib/html.ts';

type Value = string | number | undefined;
export type Attributes = Readonly<Record<string, Value>>;

/** An SVG element as text. Numbers keep one decimal; undefined leaves an attribute out. Children are markup already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let out = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) out += ` ${key}="${typeof value === 'number' ? formatNumber(value) : escapeHtml(value)}"`;
  }
  return children.length === 0 ? `${out}/>` : `${out}>${children.join('')}</${name}>`;
}

/** A coordinate: one decimal, no trailing zero. */
function formatNumber(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(Object.is(rounded, -0) ? 0 : rounded);
}

/** Path data from steps: `path('M', 0, 0, 'H', 20)` → `M0 0H20`. */
export function pathData(...steps: readonly (string | number)[]): string {
  let out = '';
  let wasNumber = false;
  for (const step of steps) {
    const text = typeof step === 'number' ? formatNumber(step) : step;
    out += typeof step === 'number' && wasNumber && !text.startsWith('-') ? ` ${text}` : text;
    wasNumber = typeof step === 'number';
  }
  return out;
}
