import { buildIssue, type Issue } from '../issues/issue.ts';
import { RADICAL, replaceRadicals } from '../lib/folding.ts';
import { LineIndex } from '../lib/line-index.ts';
import type { Body, BodyNode } from './body.ts';
import type { FieldPath, Locator } from './located.ts';

/**
 * Characters that are invisible, change the direction of text or only look like another one: a name that contains one is not
 * found, and a text is not what it looks like. Variation selectors are allowed, since some names are written with them.
 */
const HIDDEN =
  /[\u2e80-\u2fdf\u31c0-\u31e3\0-\u0008\v\f\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff\u{e0000}-\u{e00ff}\p{Co}\p{Cs}]/u;
const HIDDEN_ALL = new RegExp(HIDDEN, 'gu');
/** A file may be full of them; this many show where to look. */
const MOST_REPORTED = 20;

const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const LOST = /[\ufffd\p{Cs}]/u;
const OWN = /\p{Co}/u;

/**
 * Hidden characters in a file's text, with their places. Line feeds and tabs are none; a byte-order mark was taken off
 * before.
 */
export function findHiddenCharacters(text: string, file: string): Issue[] {
  if (!HIDDEN.test(text)) return [];
  const index = new LineIndex(text);
  const issues: Issue[] = [];
  for (const match of text.matchAll(HIDDEN_ALL)) {
    issues.push(describe(match[0], { file, ...index.positionAt(match.index) }));
    if (issues.length === MOST_REPORTED) break;
  }
  return issues;
}

export interface ReadValues {
  file: string;
  value: Record<string, unknown> | undefined;
  locator: Locator;
  body: Body;
  /** Where the body begins. */
  bodyLine?: number;
}

/** The same for characters that are escaped in the file: `\u202e` in JSON and YAML, `&#x202e;` in a body. */
export function findHiddenInValues({ file, value, locator, body, bodyLine = 1 }: ReadValues): Issue[] {
  const found = findInValue(value, []);
  const issues: Issue[] = [];
  if (found)
    issues.push(describe(found.character, { file, ...locator.valueAt(found.path), path: found.path.join('.') }));
  const inBody = findInNodes(body.nodes);
  if (inBody !== undefined) issues.push(describe(inBody, { file, line: bodyLine, column: 1 }));
  return issues;
}

function findInValue(value: unknown, path: FieldPath): { character: string; path: FieldPath } | undefined {
  if (typeof value === 'string') {
    const character = HIDDEN.exec(value)?.[0];
    return character === undefined ? undefined : { character, path };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    const found = findInValue(inner, [...path, step]);
    if (found) return found;
  }
  return undefined;
}

function findInNodes(nodes: readonly BodyNode[]): string | undefined {
  for (const node of nodes) {
    const texts = typeof node === 'string' ? [node] : 'component' in node ? Object.values(node.props) : [];
    const found = texts.map((text) => HIDDEN.exec(text)?.[0]).find((character) => character !== undefined);
    if (found !== undefined) return found;
    const inner = typeof node === 'string' ? undefined : findInNodes(node.children);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function describe(character: string, place: { file: string; line: number; column: number; path?: string }): Issue {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (RADICAL.test(character)) {
    const meant = replaceRadicals(character);
    return buildIssue('JC115', {
      ...place,
      message: `这里的「${character}」是部首符号（${code}），不是汉字「${meant}」。`,
      hint: `换成「${meant}」。看上去一样，搜却搜不到；从 PDF 里复制来的文字常这样，整段重新对照一遍。`,
    });
  }
  return buildIssue('JC109', { ...place, ...explain(character, code) });
}

function explain(character: string, code: string): { message: string; hint: string } {
  if (LOST.test(character))
    return { message: `这里丢了一个字，只剩替代符号（${code}）。`, hint: '对照原文，把丢失的字补上。' };
  if (OWN.test(character)) {
    return {
      message: `这里有一个自造字（${code}），别人的电脑上显示不出来。`,
      hint: '换成标准的汉字；输入法里找不到时，到字典网站查到这个字，复制过来。',
    };
  }
  const effect = DIRECTION.test(character) ? '，它会把后面的字倒过来显示' : '';
  return {
    message: `这里有一个看不见的字符（${code}）${effect}。`,
    hint: '删掉这一处前后的字，重新打一遍。从网页或文档里复制来的文字常带着它。',
  };
}
