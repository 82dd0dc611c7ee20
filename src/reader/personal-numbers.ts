import { buildIssue, type Issue } from '../issues/issue.ts';
import { LineIndex, type Position } from '../lib/line-index.ts';
import { toPlainDigits } from './plain-digits.ts';

/** Something in a file by which a person can be found or harmed. */
export interface PersonalNumber {
  code: 'JC601' | 'JC602' | 'JC117' | 'JC118';
  /** What it is, in words. */
  what: string;
  at: Position;
  /** The number as it is compared with those that are meant to be public. */
  key: string;
}

/** Stands between groups of digits. */
const GAP = String.raw`[ .·•—–_-]{0,2}`;
/** Parts of the country with which an identity number begins. */
const REGION = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])';
const MONTH_AND_DAY = `(?:0[1-9]|1[0-2])${GAP}(?:0[1-9]|[12]\\d|3[01])`;

interface Pattern {
  code: PersonalNumber['code'];
  what: string;
  pattern: RegExp;
  /** Of all that fits the pattern, what is meant. */
  isMeant?: (written: string) => boolean;
  /** Also where JSON has a figure, outside of texts. */
  isFigureToo?: boolean;
}

const PATTERNS: readonly Pattern[] = [
  {
    code: 'JC601',
    what: '身份证号',
    pattern: new RegExp(
      `(?<!\\d)[1-9]\\d{5}${GAP}(?:18|19|20)${GAP}\\d{2}${GAP}${MONTH_AND_DAY}${GAP}\\d{3}${GAP}[\\dXx](?!\\d)`,
      'g',
    ),
    isMeant: hasLongGroups,
    isFigureToo: true,
  },
  {
    code: 'JC601',
    what: '15 位的旧身份证号',
    pattern: new RegExp(`(?<![\\d./=-])${REGION}\\d{4}${GAP}\\d{2}${MONTH_AND_DAY}${GAP}\\d{3}(?![\\d./-])`, 'g'),
    isMeant: hasLongGroups,
  },
  {
    code: 'JC601',
    what: '遮住一部分的身份证号',
    pattern: /(?<!\d)\d{3,10}[*＊×●•xX]{4,14}\d{2,4}[\dXx](?!\d)/g,
    isMeant: (text) => text.length >= 15,
  },
  {
    code: 'JC602',
    what: '手机号',
    pattern: new RegExp(`(?<![\\d.])(?:\\(?(?:\\+|00)?86\\)?${GAP})?1[3-9]\\d(?:${GAP}\\d){8}(?!\\d|\\.\\d)`, 'g'),
    isMeant: hasLongGroups,
  },
  { code: 'JC602', what: '只遮住一部分的手机号', pattern: /(?<!\d)1[3-9]\d[*＊×●•xX]{3,6}\d{2,5}(?!\d)/g },
  {
    code: 'JC117',
    what: '银行卡号',
    pattern: /(?<![\d./=-])[3-6]\d{3}(?:[ -]?\d{4}){2}(?:[ -]?\d{4}|[ -]?\d{4}[ -]?\d{1,3})(?![\d./-])/g,
    isMeant: isCard,
  },
  { code: 'JC117', what: '护照号', pattern: /(?<=护照[^\n。]{0,8}?)(?<![A-Za-z\d])[A-Z]{1,2}\d{7,8}(?![A-Za-z\d])/g },
  {
    code: 'JC118',
    what: '座机号',
    pattern:
      /(?<![\d.])(?:\(0\d{2,3}\) ?|0\d{2,3}[ -]{1,2}|(?<=(?:电话|座机|传真|tel)[ :]{0,2})0\d{2,3})[2-8]\d{2,3}[ -]?\d{4}(?![\d.])/gi,
  },
  { code: 'JC118', what: '邮箱', pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g },
  { code: 'JC118', what: '微信号', pattern: /(?<=(?:微信|wechat|weixin)号?[ :是为]{1,3})[A-Za-z][\w-]{5,19}/gi },
  { code: 'JC118', what: 'QQ 号', pattern: /(?<=QQ(?:号|群)?[ :是为]{0,3})[1-9]\d{4,10}(?!\d)/gi },
  {
    code: 'JC118',
    what: '车牌号',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·•]?[A-HJ-NP-Z\d]{5,6}(?![A-Za-z\d])/g,
    isMeant: (text) => text.replaceAll(/\D/g, '').length >= 3,
  },
  { code: 'JC118', what: '家庭住址', pattern: /(?:家庭住址|家住|住址)[^。；\n]{0,40}?\d+(?:号楼|单元|室|栋|幢|号院)/g },
];

/** Anything that any of the patterns needs. */
const HINT = /\d{2}|家住|住址|[*＊×●•]{3}|@|&#|\\u|[０-９]|[〇零幺一二三四五六七八九]{2}/;

/** Numbers and addresses of people, anywhere in a file's text. Looked for before anything else, to protect people. */
export function findPersonalNumbers(text: string, file: string): PersonalNumber[] {
  if (!HINT.test(text)) return [];
  const isJson = file.endsWith('.json');
  const index = new LineIndex(text);
  const masked = [
    ...findIn(
      { text, offsets: undefined },
      PATTERNS.filter(({ what }) => what.includes('遮住')),
    ),
  ];
  const plain = toPlainDigits(text);
  const taken: { start: number; end: number }[] = [];
  const found: PersonalNumber[] = [];
  for (const { pattern, start, end, written } of [...masked, ...findIn(plain, PATTERNS)]) {
    if (isJson && pattern.isFigureToo !== true && !isInsideJsonString(text, start)) continue;
    if (taken.some((other) => start < other.end && other.start < end)) continue;
    taken.push({ start, end });
    found.push({ code: pattern.code, what: pattern.what, at: index.positionAt(start), key: toContactKey(written) });
  }
  return found.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
}

/** What an author is told of a number, without the number itself: messages end up in logs. */
export function describePersonalNumber({ code, what, at }: PersonalNumber, file: string): Issue {
  const message = `这里出现${what}，不能放进公开的网站。`;
  if (code === 'JC601' || code === 'JC117') {
    return buildIssue(code, { file, ...at, message, hint: '删掉这个号码；它也不要留在文件的历史里。' });
  }
  const isMobile = code === 'JC602';
  return buildIssue(code, {
    file,
    ...at,
    message: isMobile ? message : `这里出现${what}，像是个人的联系方式或住址。`,
    hint: `删掉它${isMobile ? '；它也不要留在文件的历史里' : ''}。确实是单位对外公布的，把它写进 site.json 的 publicContacts。`,
  });
}

/** How numbers and addresses are compared: telephones by their digits, without the country's. */
export function toContactKey(written: string): string {
  const plain = toPlainDigits(written).text.toLowerCase().trim();
  if (/[a-z@\u4e00-\u9fff]/.test(plain)) return plain.replaceAll(/\s/g, '');
  return plain.replaceAll(/[^\d*x]/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '');
}

interface Match {
  pattern: Pattern;
  start: number;
  end: number;
  written: string;
}

function* findIn(
  { text, offsets }: { text: string; offsets: readonly number[] | undefined },
  patterns: readonly Pattern[],
): Generator<Match> {
  for (const pattern of patterns) {
    for (const { 0: written, index } of text.matchAll(pattern.pattern)) {
      if (pattern.isMeant?.(written) === false || isInAddress(text, index)) continue;
      const start = offsets?.[index] ?? index;
      const end = (offsets?.[index + written.length - 1] ?? index + written.length - 1) + 1;
      yield { pattern, start, end, written };
    }
  }
}

/** True inside the address of a web page, whose numbers are nobody's. */
function isInAddress(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 300), index);
  return /https?:\/\/[^\s"'<>）)，。]*$/.test(before);
}

/**
 * Dates and figures in a row have groups of one or two digits, or stand apart in different ways; nobody writes a number of theirs
 * like that.
 */
function hasLongGroups(written: string): boolean {
  const own = written.replace(/^\(?(?:\+|00)?86\)?[ .·•—–_-]*/, '');
  const groups = own.match(/[\dXx]+/g) ?? [];
  const gaps = new Set(own.match(/[^\dXx]+/g));
  return gaps.size <= 1 && groups.every((group) => group.length >= 3);
}

/** Whether the check digit of a card is right, by Luhn's rule: figures of that length seldom have one. */
function isCard(written: string): boolean {
  const digits = [...written.replaceAll(/\D/g, '')].map(Number).reverse();
  const sum = digits.reduce(
    (total, digit, at) => total + (at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2),
    0,
  );
  return digits.length >= 16 && sum % 10 === 0;
}

/** True inside a JSON string. Outside one, a number is a figure (13800000000 元), not a telephone. */
function isInsideJsonString(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const quotes = text.slice(lineStart, offset).replaceAll(/\\./g, '').split('"').length - 1;
  return quotes % 2 === 1;
}
