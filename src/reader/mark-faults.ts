import type { IssueCode } from '../issues/codes.ts';
import { hideCode } from './code-in-body.ts';

/** A mark that is not read as its author means it. */
export interface MarkFault {
  code: IssueCode;
  offset: number;
  message: string;
  hint: string;
}

const NO_EFFECT: IssueCode = 'JC409';

interface MarkCheck {
  /** Text without it cannot have the fault. */
  needs: RegExp;
  pattern: RegExp;
  describe: (match: RegExpExecArray, text: string) => Omit<MarkFault, 'offset'> | undefined;
}

const CHECKS: readonly MarkCheck[] = [
  {
    needs: /[#＃]/,
    pattern: /^ {0,3}([#＃]{1,6})(?![#＃\s])(?=(.{1,60}))/gm,
    describe: ([, marks = '', title = '']) => {
      // A topic between two signs, as it is written in social media.
      if (marks === '#' && title.includes('#')) return undefined;
      const level = '#'.repeat(Math.min(Math.max(marks.length, 2), 4));
      return {
        code: NO_EFFECT,
        message: `「${marks}」后面没有空一格，这一行不会成为标题。`,
        hint: `写成「${level} ${title}」，井号用英文的，后面空一格。`,
      };
    },
  },
  {
    needs: /^ {0,3}[-+][\p{Script=Han}《「“]/mu,
    pattern: /^ {0,3}([-+])([\p{Script=Han}《「“].{0,30})/gmu,
    describe: ([, mark = '', item = '']) => ({
      code: NO_EFFECT,
      message: `「${mark}」后面没有空一格，这一行不会成为列表。`,
      hint: `写成「- ${item}」，减号后面空一格。`,
    }),
  },
  {
    needs: /[［］（）]/,
    pattern: /([[［])([^\][［］\n]{1,80})([\]］])([(（])((?:https?:\/\/|mailto:|tel:|\/)[^\s)）]{0,200})([)）])/g,
    describe: ([whole, , text = '', , , address = '']) => {
      const meant = `[${text}](${address})`;
      if (whole === meant) return undefined;
      return {
        code: NO_EFFECT,
        message: '链接的括号写成了中文的，这里不会成为链接。',
        hint: `换成英文的括号，写成 ${meant}。`,
      };
    },
  },
  {
    needs: /\[\^/,
    pattern: /\[\^([^\]\s]{1,40})\](?!:)/g,
    describe: ([whole, id = ''], text) => {
      const definition = text.split('\n').find((line) => line.startsWith(`${whole}:`));
      const note = definition?.slice(whole.length + 1).trim() ?? '注的文字';
      return {
        code: 'JC410',
        message: `脚注 [^${id}] 在这里不能用。`,
        hint: `写成 <Note>${note}</Note>，放在要加注的文字后面，再删掉文末那一行。`,
      };
    },
  },
  {
    needs: /~~/,
    pattern: /(?<![\\~])~~(?=[^\s~])([^~\n]{1,200})~~(?!~)/g,
    describe: ([, text = '']) => ({
      code: 'JC411',
      message: `正文里没有删除线，「${text}」前后的 ~~ 会照样印出来。`,
      hint: '不要的文字删掉；要写范围时只写一个 ~。',
    }),
  },
  {
    needs: /<(?:https?:|www\.)/,
    pattern: /<((?:https?:\/\/|www\.)[!-;=?-~]{1,300})>/g,
    describe: ([, address = '']) => ({
      code: 'JC407',
      message: '网址前后不用尖括号，它会照样印出来。',
      hint: `直接写 ${address}，或者写成 [文字](${address})。`,
    }),
  },
];

/** Marks that would be printed as they stand. What stands in `code` is meant so. */
export function findMarkFaults(text: string): MarkFault[] {
  let visible: string | undefined;
  const faults = CHECKS.flatMap(({ needs, pattern, describe }) => {
    if (!needs.test(text)) return [];
    visible ??= text.includes('`') ? hideCode(text) : text;
    return [...visible.matchAll(pattern)].flatMap((match) => {
      const fault = describe(match, text);
      const offset = match.index + match[0].search(/\S/);
      return fault ? [{ ...fault, offset }] : [];
    });
  });
  return [...faults, ...findRunTogether(text)];
}

/** Numbers and dots that begin the items of a list in Chinese typing, with the number. */
const ITEM =
  /^[ \t　]*(?:(\d{1,2})(?:[、．]|[.)](?=\S)(?!\d))|[（(](\d{1,2})[）)]|([①-⑳])|([一二三四五六七八九十])、|([•●·－]))/;
const HAN_NUMBERS = '一二三四五六七八九十';

function itemNumber(line: string): { kind: number; number: number; mark: string } | undefined {
  const match = ITEM.exec(line);
  if (!match) return undefined;
  const kind = match.findIndex((group, at) => at > 0 && Boolean(group));
  const found = match[kind] ?? '';
  const numbers = [Number(found), Number(found), found.charCodeAt(0) - 0x245f, HAN_NUMBERS.indexOf(found) + 1, 0];
  return { kind, number: numbers[kind - 1] ?? 0, mark: match[0].trim() };
}

/** Items of a list that is none, on lines that follow each other: the lines would be printed as one. */
function findRunTogether(text: string): MarkFault[] {
  if (!/^[ \t　]*[\d（(①-⑳一二三四五六七八九十•●·－]/m.test(text)) return [];
  let offset = 0;
  let last: ReturnType<typeof itemNumber>;
  let isReported = false;
  const faults: MarkFault[] = [];
  for (const line of text.split('\n')) {
    const item = itemNumber(line);
    if (line.trim() === '') {
      last = undefined;
      isReported = false;
    } else if (item && last?.kind === item.kind && (item.number === last.number + 1 || item.kind === 5)) {
      if (!isReported) faults.push(describeRunTogether(item.mark, item.kind, offset + line.search(/[^\s　]/)));
      isReported = true;
      last = item;
    } else last = item ?? last;
    offset += line.length + 1;
  }
  return faults;
}

function describeRunTogether(mark: string, kind: number, offset: number): MarkFault {
  return {
    code: NO_EFFECT,
    offset,
    message: `「${mark}」不会成为列表，这一行会接在上一行后面。`,
    hint: `每一项写成「${kind === 5 ? '- ' : '1. '}文字」，${kind === 5 ? '减号' : '用英文句点，'}后面空一格；要照原样分行，就在每一项之间空一行。`,
  };
}
