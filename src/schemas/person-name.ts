import { NAME_DOTS, RADICAL, replaceRadicals } from '../lib/folding.ts';
import { DOUBLE_SURNAMES } from '../lib/surnames.ts';

/**
 * What is wrong with a person's name as it was written. `mended` is the name to write where that is certain: it names the same
 * person. Where it is undefined, a person has to decide.
 */
export interface NameFault {
  kind: NameFaultKind;
  /** What of the name it is about: 「⽅」, 「（女）」, 「？」. */
  found: string;
  mended: string | undefined;
  /** What is wrong, and what to do, as sentences for an editor. */
  message: string;
  hint: string;
}

export type NameFaultKind =
  'blank' | 'radical' | 'dot' | 'lost' | 'several' | 'others' | 'remark' | 'other-name' | 'title' | 'not-han';

/** What lists write behind a name that says something of the person and is no name. */
const REMARK =
  /^(?:[男女]|.{1,6}族|.{0,4}(?:党员|团员|群众)|已?故|已?去世|退休|离休|兼|女性|男性|烈士|追授|港|澳|台|回|满|藏|\d.*)(?:[，,、；;\s].*)?$/u;
const BRACKETS = /[（(〔[【](?<inside>[^）)〕\]】]*)[）)〕\]】]?/u;
const LOST = /[?？□■〓*＊\ufffd]/u;
const TITLE = /(?<=\p{Script=Han})(?:同志|先生|女士|小姐|师傅|老师|教授)$/u;
const OTHERS = /(?:等(?:[\d０-９]+|[一二两三四五六七八九十百余多几]+)?[人名位]|(?<=\p{Script=Han}{2})等)$/u;
const ODD = /[\d０-９<>{}=$`\\@#]+/u;
const ODD_IN_HAN = /[A-Za-zＡ-Ｚａ-ｚ\d０-９<>{}=$`\\@#]+/u;
const HAN_BLANK = /(?<=[\p{Script=Han}·])[\s\u3000]+|[\s\u3000]+(?=[\p{Script=Han}·])/gu;

/** Everything that is wrong with a person's name; empty for a name that is one. */
export function findNameFaults(name: string): NameFault[] {
  return [...findLost(name), ...findRest(name), ...findLookAlikes(name.replace(BRACKETS, '').trim())];
}

/** The name without blanks inside it, with the ordinary characters and the usual dot: 「林　墨」 → 林墨, 买买提•艾力 → 买买提·艾力. */
export function tidyName(name: string): string {
  const trimmed = replaceRadicals(name).trim();
  const dotted = /\p{Script=Han}/u.test(trimmed) ? trimmed.replaceAll(NAME_DOTS, '·') : trimmed;
  return dotted.replaceAll(HAN_BLANK, '').replaceAll(/\s+/gu, ' ');
}

function findLost(name: string): NameFault[] {
  const found = LOST.exec(name)?.[0];
  if (found === undefined) return [];
  return [
    {
      kind: 'lost',
      found,
      mended: undefined,
      message: `姓名「${name}」里的「${found}」不是字：原来的字在转存时丢了，或者被遮住了。`,
      hint: '对照原文补上这个字。表格存成 CSV 会丢生僻字，存成 .xlsx 不会。',
    },
  ];
}

function findRest(name: string): NameFault[] {
  const faults: NameFault[] = [];
  const inBrackets = BRACKETS.exec(name);
  if (inBrackets) faults.push(describeBrackets(name, inBrackets[0], inBrackets.groups?.['inside'] ?? ''));
  const bare = name.replace(BRACKETS, '').trim();
  const others = OTHERS.exec(bare)?.[0];
  if (others !== undefined) {
    faults.push({
      kind: 'others',
      found: others,
      mended: undefined,
      message: `姓名「${name}」末尾的「${others}」指的是另外的人。`,
      hint: '这里只写一个人的姓名；另外的人原文写了姓名的，各加一条。',
    });
  }
  const title = TITLE.exec(bare)?.[0];
  if (title !== undefined && bare.length - title.length >= 1) {
    faults.push({
      kind: 'title',
      found: title,
      mended: undefined,
      message: `姓名「${name}」末尾的「${title}」是称呼，不是姓名。`,
      hint: '只写姓名；原文没有写全名的人不要加。',
    });
  }
  const parts = (others === undefined ? bare : bare.slice(0, -others.length))
    .split(/[、，,;；/／\n\r]+/u)
    .filter(Boolean);
  if (parts.length > 1 || isTwoNames(bare)) {
    const people = parts.length > 1 ? parts : bare.split(/[\s\u3000]+/u);
    faults.push({
      kind: 'several',
      found: people.join('、'),
      mended: undefined,
      message: `姓名「${name.replaceAll(/\s+/gu, ' ')}」像是${String(people.length)}个人：${people.join('、')}。`,
      hint: '一人一条，各写各的姓名。确是一个人的姓名，就去掉中间的符号和空格。',
    });
  }
  const odd = (/\p{Script=Han}/u.test(bare) ? ODD_IN_HAN : ODD).exec(bare.replace(OTHERS, ''))?.[0];
  if (odd !== undefined) {
    faults.push({
      kind: 'not-han',
      found: odd,
      mended: undefined,
      message: `姓名「${name}」里的「${odd}」不像姓名。`,
      hint: '同名的人不用编号区分，网站会写上各自的单位；字打不出来的，到字典网站查到它，复制过来。',
    });
  }
  return faults;
}

function describeBrackets(name: string, found: string, inside: string): NameFault {
  const bare = tidyName(name.replace(found, ''));
  if (inside.trim() === '' || REMARK.test(inside.trim())) {
    return {
      kind: 'remark',
      found,
      mended: undefined,
      message: `姓名「${name}」里的「${found}」不是姓名。`,
      hint: `姓名只写「${bare}」；性别、民族这些网站不收，要说的写进正文。`,
    };
  }
  return {
    kind: 'other-name',
    found,
    mended: undefined,
    message: `姓名「${name}」里写了另一个名字。`,
    hint: `姓名写「${bare}」；曾用名、艺名、法名写进「别名」（otherNames）：${inside.trim()}。`,
  };
}

/** 张三 李四: two parts that could each be a name. 欧阳 娜娜 and 王 芳 are one. */
function isTwoNames(name: string): boolean {
  const parts = name.trim().split(/[\s\u3000]+/u);
  const [first = ''] = parts;
  return (
    parts.length > 1 &&
    parts.every((part) => /^\p{Script=Han}{2,4}$/u.test(part)) &&
    !(parts.length === 2 && DOUBLE_SURNAMES.has(first))
  );
}

/** What looks right and is written in other characters; the mended name is certain. */
function findLookAlikes(name: string): NameFault[] {
  const faults: NameFault[] = [];
  const mended = tidyName(name);
  const radical = RADICAL.exec(name)?.[0];
  if (radical !== undefined) {
    faults.push({
      kind: 'radical',
      found: radical,
      mended,
      message: `姓名「${name}」里的「${radical}」是部首符号，不是汉字「${replaceRadicals(radical)}」：看上去一样，搜不到。`,
      hint: `写成「${mended}」。从 PDF 里复制来的字常这样。`,
    });
  }
  const isHan = /\p{Script=Han}/u.test(name);
  if (isHan && !isTwoNames(name) && name.search(HAN_BLANK) !== -1) {
    faults.push({
      kind: 'blank',
      found: ' ',
      mended,
      message: `姓名「${name.replaceAll(/\s+/gu, ' ')}」中间有空格。`,
      hint: `写成「${mended}」；带空格会变成另一个人。`,
    });
  }
  const dots = isHan ? (name.match(NAME_DOTS) ?? []) : [];
  const dot = dots.find((found) => found !== '·');
  if (dot !== undefined) {
    faults.push({
      kind: 'dot',
      found: dot,
      mended,
      message: `姓名「${name}」中间的点写成了「${dot}」。`,
      hint: `写成「${mended}」。`,
    });
  }
  return faults;
}
