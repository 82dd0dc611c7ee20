/**
 * Texts that nobody writes and over which the parser takes quadratic time (measured with satteri 0.10.3: 8 s for 300 kB of `&amp;`,
 * 20 s for one paragraph of that size, 40 s for one line of list marks). They are refused before they get there.
 */
const MOST_ENTITIES = 1000;
const MOST_MARKS_A_LINE = 50;
/** Characters of a paragraph, an item of a list or a row of a table; the longest of the two cities have some hundred. */
const MOST_A_PARAGRAPH = 10_000;

const ENTITY = /&#?\w+;/g;
const MARKS = /^(?:[ \t]*(?:>|[-+*](?=\s)|\d+[.)](?=\s)))+/;
/** Begins a block of its own, as an empty line does. */
const BLOCK_START = /^\s*(?:$|[|>]|[-+*]\s|\d+[.)]\s|#{1,6}\s)/;

export interface HeavyText {
  offset: number;
  message: string;
  hint: string;
}

/** The first place of a body that is too heavy for the parser. */
export function findHeavyText(text: string): HeavyText | undefined {
  const [, ...beyond] = [...text.matchAll(ENTITY)].slice(MOST_ENTITIES - 1);
  const entity = beyond[0];
  if (entity) {
    return {
      offset: entity.index,
      message: `正文里 ${entity[0]} 这样的代码有一千多处，没有再往下读。`,
      hint: '代码换成它代表的字，例如 &amp; 写成 &。',
    };
  }
  let offset = 0;
  let start = 0;
  let length = 0;
  for (const line of text.split('\n')) {
    const marks = MARKS.exec(line)?.[0].replaceAll(/\s|\d+(?=[.)])/g, '').length ?? 0;
    if (marks > MOST_MARKS_A_LINE) {
      return {
        offset,
        message: '正文的标记写坏了：记号一层套一层，套得太深。',
        hint: '删掉多余的记号，正文最多套两三层。',
      };
    }
    if (BLOCK_START.test(line)) {
      start = offset;
      length = 0;
    }
    length += line.length;
    if (length > MOST_A_PARAGRAPH) {
      return {
        offset: start,
        message: `这一段有一万多字，太长了，没有往下读。`,
        hint: '分成几段，段与段之间空一行；看看是不是贴错了东西。',
      };
    }
    offset += line.length + 1;
  }
  return undefined;
}
