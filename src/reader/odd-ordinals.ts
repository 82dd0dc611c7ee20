import { buildIssue, type Issue } from '../issues/issue.ts';
import { LineIndex, type Position } from '../lib/line-index.ts';

/** 第三十三届, 第33届: texts that were read from pictures have characters twice, and 第三届 becomes one of these. */
export interface OddOrdinal {
  /** From the ordinal on, with what follows it. */
  text: string;
  /** The ordinal alone. */
  ordinal: string;
  /** The digit that may have been doubled. */
  digit: string;
  at: Position;
}

/** So much of what follows an ordinal tells which one is meant. */
const NAME_LENGTH = 60;
/** 第十一届 and 第11届 are met everywhere; they are not asked about. */
const DOUBLED = /第(?:([二三四五六七八九])十?\1|([2-9２-９])\2)[届屆]/g;

/** Ordinals of two equal digits, anywhere in a file's text. */
export function findOddOrdinals(text: string): OddOrdinal[] {
  const index = new LineIndex(text);
  return [...text.matchAll(DOUBLED)].map((match) => ({
    text: text.slice(match.index, match.index + NAME_LENGTH),
    ordinal: match[0],
    digit: match[1] ?? match[2] ?? '',
    at: index.positionAt(match.index),
  }));
}

/** What an author is asked about one. */
export function describeOddOrdinal({ ordinal, digit, at }: OddOrdinal, file: string): Issue {
  return buildIssue('JC509', {
    file,
    ...at,
    message: `「${ordinal}」两个数字一样，文字从图片识别来时，「第${digit}届」常被认成这样。`,
    hint: '查一查是第几届，错了就改。没有错，把它连同赛会的名称写进 site.json 的 checkedOrdinals。',
  });
}
