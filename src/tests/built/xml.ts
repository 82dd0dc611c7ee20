import { SaxesParser } from 'saxes';

/** An element with its own text, in order of appearance. */
export interface XmlElement {
  readonly name: string;
  /** Names from the root down, joined by slashes: `urlset/url/loc`. */
  readonly path: string;
  readonly text: string;
}

/** The elements of an XML document; throws where it is not well-formed. */
export function readXml(xml: string): XmlElement[] {
  const elements: { name: string; path: string; text: string }[] = [];
  const open: { name: string; path: string; text: string }[] = [];
  const addText = (text: string): void => {
    const current = open.at(-1);
    if (current) current.text += text;
  };
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    const element = { name, path: [open.at(-1)?.path, name].filter(Boolean).join('/'), text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return elements;
}
