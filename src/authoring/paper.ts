/**
 * A body as an editor sees it: text without tags, and the notes of its figures beside it.
 *
 *     <Fact source="a" locator="第3段">60万颗</Fact>   〖60万颗〗①     note ① is { source: a, locator: 第3段 }
 *     <Stat id="talent" at="2025" />                  〖61.6万人〗②   note ② is { id: talent, at: 2025 }
 *     <Ref to="craftsmen/guo-lei" />                  ﹝郭磊﹞
 *     <Ref to="craftsmen/guo-lei">他</Ref>            ﹝他→郭磊﹞
 *     <Chart id="ladder" />                           ﹝图表：九千人﹞
 *
 * Both ways keep what was not touched as the very characters it came from: each mark remembers the tag it stands for.
 */
export interface FactNote {
  type: 'fact';
  source: string;
  locator: string;
}

export interface StatNote {
  type: 'stat';
  id: string;
  at: string;
  source?: string | undefined;
}

/** Where a figure comes from, by its number in the text: the first note is ①. */
export type PaperNote = FactNote | StatNote;

export interface Paper {
  text: string;
  notes: readonly PaperNote[];
}

/** What is wrong with a paper, with its place in the paper's text. */
export interface PaperFault {
  offset: number;
  length: number;
  message: string;
  hint: string;
}

export interface PrintedBody {
  source: string;
  faults: readonly PaperFault[];
}

/** How marks name things; given by whoever knows the site. */
export interface PaperNames {
  /** The name of an entry that a reference leads to, `craftsmen/guo-lei`; the id when it is unknown. */
  nameOf: (target: string) => string;
  /** Targets that a name may mean. */
  find: (name: string) => readonly string[];
  /** The printed figure of an observation. */
  figureOf: (note: StatNote) => string;
}

/** Signs that every Chinese font has and hardly any text uses. */
const SIGNS = /[〖〗﹝﹞]/;
const TAG = /<(\/?)([A-Z][A-Za-z]*)((?:\s+[\w-]+="[^"]*")*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g;
/** Words of marks for what stands between paragraphs or is kept as it is. */
const CARD_WORDS: Readonly<Record<string, string>> = {
  Chart: '图表',
  Table: '表格',
  See: '参见',
  Note: '注',
  Definitions: '口径',
  SourceList: '来源表',
};
const WORD_END = '完';

/** True if a body can be shown without its tags: its text has none of the marks' own signs. */
export function isProjectable(source: string): boolean {
  return !SIGNS.test(source);
}

/** ① for 1, （51） for what has no sign of its own. */
export function noteSign(number: number): string {
  if (number <= 20) return String.fromCodePoint(0x24_60 + number - 1);
  if (number <= 35) return String.fromCodePoint(0x32_51 + number - 21);
  if (number <= 50) return String.fromCodePoint(0x32_b1 + number - 36);
  return `（${String(number)}）`;
}

const NOTE_SIGN = /^(?:[①-⑳㉑-㉟㊱-㊿]|（(\d+)）)/;

function readNoteSign(text: string): { number: number; length: number } | undefined {
  const match = NOTE_SIGN.exec(text);
  if (!match) return undefined;
  const [sign, digits] = match;
  const code = sign.codePointAt(0) ?? 0;
  const number =
    digits !== undefined
      ? Number(digits)
      : code < 0x32_00
        ? code - 0x24_60 + 1
        : code < 0x32_b1
          ? code - 0x32_51 + 21
          : code - 0x32_b1 + 36;
  return { number, length: sign.length };
}

/** A body's paper, and the tags that its marks stand for. */
interface Projection {
  paper: Paper;
  /** By number of the note, from 0: the tag as it was written. */
  noteTags: readonly string[];
  /** By what stands in ﹝﹞; for references with words of their own, by → and the name. */
  markTags: ReadonlyMap<string, string>;
  /** Where pieces of text that stand in both begin in the source and in the paper. */
  pieces: readonly { source: number; paper: number }[];
}

/** Where the character at `offset` of a body stands in its paper; of one within a tag, where the mark begins. */
export function paperPlace(source: string, names: PaperNames, offset: number): number {
  const { pieces } = project(source, names);
  const at = pieces.findLastIndex((piece) => piece.source <= offset);
  const piece = pieces[at];
  const next = pieces[at + 1];
  const place = (piece?.paper ?? 0) + offset - (piece?.source ?? 0);
  return next ? Math.min(place, next.paper) : place;
}

/** The paper of a body. */
export function projectBody(source: string, names: PaperNames): Paper {
  return project(source, names).paper;
}

function project(source: string, names: PaperNames): Projection {
  const notes: PaperNote[] = [];
  const noteTags: string[] = [];
  const markTags = new Map<string, string>();
  const open: { name: string; sign: string }[] = [];
  const pieces = [{ source: 0, paper: 0 }];
  let text = '';
  let at = 0;
  const noteOf = (tag: string, note: PaperNote): string => {
    const known = noteTags.indexOf(tag);
    if (known !== -1) return noteSign(known + 1);
    noteTags.push(tag);
    return noteSign(notes.push(note));
  };
  const markOf = (label: string, tag: string): string => {
    let free = label;
    for (let number = 2; markTags.has(free) && markTags.get(free) !== tag; number += 1)
      free = `${label} ${String(number)}`;
    markTags.set(free, tag);
    return free;
  };
  for (const match of source.matchAll(TAG)) {
    const [tag, slash, name = '', attributes = '', selfClosing] = match;
    pieces.push({ source: at, paper: text.length });
    text += source.slice(at, match.index);
    at = match.index + tag.length;
    const props = readProps(attributes);
    if (slash === '/') {
      const opened = open.at(-1);
      if (opened?.name === name) {
        open.pop();
        text += opened.sign;
      } else text += `﹝${markOf(`${cardWord(name)}${WORD_END}`, tag)}﹞`;
    } else if (name === 'Fact' && selfClosing === '') {
      const { source: id = '', locator = '' } = props;
      open.push({ name, sign: `〗${noteOf(tag, { type: 'fact', source: id, locator })}` });
      text += '〖';
    } else if (name === 'Stat') {
      const { id = '', at: when = '', source: from } = props;
      const note: StatNote = { type: 'stat', id, at: when, ...(from === undefined ? {} : { source: from }) };
      text += `〖${names.figureOf(note)}〗${noteOf(tag, note)}`;
    } else if (name === 'Ref') {
      const arrow = selfClosing === '' ? '→' : '';
      const label = markOf(`${arrow}${names.nameOf(props['to'] ?? '')}`, tag);
      if (arrow === '') text += `﹝${label}﹞`;
      else {
        open.push({ name, sign: `${label}﹞` });
        text += '﹝';
      }
    } else {
      text += `﹝${markOf(cardLabel(name, props, names), tag)}﹞`;
      if (selfClosing === '') open.push({ name, sign: `﹝${markOf(`${cardWord(name)}${WORD_END}`, `</${name}>`)}﹞` });
    }
  }
  pieces.push({ source: at, paper: text.length });
  return { paper: { text: text + source.slice(at), notes }, noteTags, markTags, pieces };
}

function cardWord(name: string): string {
  return CARD_WORDS[name] ?? name;
}

function cardLabel(name: string, props: Readonly<Record<string, string>>, names: PaperNames): string {
  const title = name === 'Chart' ? names.nameOf(`charts/${props['id'] ?? ''}`) : (props['caption'] ?? props['id']);
  return title === undefined ? cardWord(name) : `${cardWord(name)}：${title}`;
}

function readProps(attributes: string): Record<string, string> {
  return Object.fromEntries(
    [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, unescape(value)]),
  );
}

const ENTITIES: readonly (readonly [string, string])[] = [
  ['&quot;', '"'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
];

function unescape(value: string): string {
  return ENTITIES.reduce((text, [entity, character]) => text.replaceAll(entity, character), value);
}

function escape(value: string): string {
  // The editor's browser may not know toReversed yet.
  return [...ENTITIES].reverse().reduce((text, [entity, character]) => text.replaceAll(character, entity), value);
}

/**
 * The body that a paper says. What the paper has in common with that of `original` is written as it was there.
 *
 * @param original the body that the paper was made from; empty for a new entry
 */
export function printBody(paper: Paper, original: string, names: PaperNames): PrintedBody {
  const printer = new Printer(paper, project(original, names), names);
  return printer.print();
}

class Printer {
  readonly #paper: Paper;
  readonly #before: Projection;
  readonly #names: PaperNames;
  readonly #faults: PaperFault[] = [];

  constructor(paper: Paper, before: Projection, names: PaperNames) {
    this.#paper = paper;
    this.#before = before;
    this.#names = names;
  }

  print(): PrintedBody {
    const source = this.#range(0, this.#paper.text.length);
    return { source, faults: this.#faults };
  }

  #range(from: number, to: number): string {
    const { text } = this.#paper;
    let source = '';
    for (let at = from; at < to;) {
      const sign = text[at] ?? '';
      if (!SIGNS.test(sign)) {
        source += sign;
        at += 1;
        continue;
      }
      const close = this.#closeOf(at, to);
      if (close === undefined) {
        this.#fault(at, 1, `「${sign}」落了单。`, '把这一对符号补全；不要它的话，把剩下的一半也删掉。');
        at += 1;
        continue;
      }
      const after = close + 1;
      const note = sign === '﹝' ? undefined : readNoteSign(text.slice(after, Math.min(to, after + 8)));
      const end = after + (note?.length ?? 0);
      if (sign === '﹝') source += this.#mark(at + 1, close);
      else source += this.#figure(at, close, note?.number);
      at = end;
    }
    return source;
  }

  /** The sign that closes the one at `at`. Marks may stand within a figure. */
  #closeOf(at: number, to: number): number | undefined {
    const pairs: Readonly<Record<string, string>> = { '〖': '〗', '﹝': '﹞' };
    const { text } = this.#paper;
    const first = pairs[text[at] ?? ''];
    if (first === undefined) return undefined;
    const waiting = [first];
    for (let place = at + 1; place < to; place += 1) {
      const sign = text[place] ?? '';
      if (sign === waiting.at(-1)) {
        waiting.pop();
        if (waiting.length === 0) return place;
      } else if (sign in pairs) waiting.push(pairs[sign] ?? '');
      else if (SIGNS.test(sign)) return undefined;
      // A figure ends within its paragraph.
      else if (sign === '\n' && text[place + 1] === '\n') return undefined;
    }
    return undefined;
  }

  #figure(open: number, close: number, number: number | undefined): string {
    const note = number === undefined ? undefined : this.#paper.notes[number - 1];
    if (number !== undefined && note?.type === 'stat') return this.#stat(open, close, number, note);
    const inner = this.#range(open + 1, close);
    if (number === undefined || note?.type !== 'fact' || note.source === '') {
      const words = this.#paper.text.slice(open + 1, close);
      this.#fault(open, close - open + 1, `「${words}」来自哪篇？`, '给它选来源，写上在来源中的位置。');
      return inner;
    }
    return `${this.#noteTag(number, note)}${inner}</Fact>`;
  }

  #stat(open: number, close: number, number: number, note: StatNote): string {
    const written = this.#paper.text.slice(open + 1, close);
    const figure = this.#names.figureOf(note);
    if (written !== figure) {
      this.#fault(
        open,
        close - open + 1,
        `这是统计里的数，原是「${figure}」。`,
        '要改数字，到统计里去改；这里会照着变。',
      );
    }
    return this.#noteTag(number, note);
  }

  #noteTag(number: number, note: PaperNote): string {
    const { notes } = this.#before.paper;
    // By what it says, not by its number: numbers move when a figure is put in before others.
    const own = notes[number - 1];
    const at = own && isSameNote(own, note) ? number - 1 : notes.findIndex((other) => isSameNote(other, note));
    const tag = this.#before.noteTags[at];
    if (tag !== undefined) return tag;
    return note.type === 'fact'
      ? `<Fact source="${escape(note.source)}" locator="${escape(note.locator)}">`
      : `<Stat id="${escape(note.id)}" at="${escape(note.at)}"${note.source === undefined ? '' : ` source="${escape(note.source)}"`} />`;
  }

  #mark(from: number, to: number): string {
    const { text } = this.#paper;
    const arrow = text.lastIndexOf('→', to - 1);
    const words = arrow >= from ? this.#range(from, arrow) : undefined;
    const label = text.slice(arrow >= from ? arrow + 1 : from, to).trim();
    const known = this.#before.markTags.get(words === undefined ? label : `→${label}`);
    if (known !== undefined) return words === undefined ? known : `${known}${words}</Ref>`;
    const target = this.#target(label, from, to);
    if (target === undefined) return words ?? label;
    if (words !== undefined) return `<Ref to="${escape(target)}">${words}</Ref>`;
    const chart = /^charts\/(.+)$/.exec(target)?.[1];
    return chart === undefined ? `<Ref to="${escape(target)}" />` : `<Chart id="${escape(chart)}" />`;
  }

  #target(label: string, from: number, to: number): string | undefined {
    const chart = /^图表：(.+)$/.exec(label)?.[1];
    const before = [this.#before.markTags.get(label), this.#before.markTags.get(`→${label}`)].find((tag) =>
      tag?.startsWith('<Ref'),
    );
    if (before !== undefined) return readProps(before)['to'];
    const found = this.#names
      .find(chart ?? label)
      .filter((target) => target.startsWith('charts/') === (chart !== undefined));
    if (found.length === 1) return found[0];
    const which = chart === undefined ? `「${label}」` : `图表「${chart}」`;
    if (found.length === 0) {
      this.#fault(from - 1, to - from + 2, `找不到${which}。`, '用「链接」重新选一个，或者删掉 ﹝﹞。');
    } else {
      this.#fault(from - 1, to - from + 2, `叫${which}的不止一个。`, '用「链接」选定是哪一个。');
    }
    return undefined;
  }

  #fault(offset: number, length: number, message: string, hint: string): void {
    this.#faults.push({ offset, length, message, hint });
  }
}

function isSameNote(a: PaperNote, b: PaperNote): boolean {
  if (a.type === 'fact') return b.type === 'fact' && a.source === b.source && a.locator === b.locator;
  return b.type === 'stat' && a.id === b.id && a.at === b.at && a.source === b.source;
}
