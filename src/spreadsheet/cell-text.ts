import { unguardFormula } from '../lib/formula-guard.ts';
import type { ReferableKind } from '../schemas/referable-kinds.ts';
import { round15, showNumber } from './shown-number.ts';
import type { CellDetails, CellValue } from './table.ts';

/** What is wrong with a cell, and what to do. */
export interface CellProblem {
  type: 'problem';
  message: string;
  hint: string;
  /** The name that the site has no entry for. */
  missing?: { kind: ReferableKind; name: string };
}

export function problem(message: string, hint: string): CellProblem {
  return { type: 'problem', message, hint };
}

const AS_TEXT = '先把这一格设成「文本」格式，再照原文重新打一遍。';

/** The text that people see in a cell; a problem where they cannot be sure to have meant it. */
export function readShownText(
  cell: Exclude<CellValue, null>,
  details: CellDetails,
): { type: 'text'; text: string } | CellProblem {
  if (typeof cell === 'boolean') return problem('单元格里是逻辑值。', '改成文字。');
  if (cell instanceof Date) return problem(`表格软件把它变成了${describeDate(cell, details.format)}。`, AS_TEXT);
  if (typeof cell === 'string') return { type: 'text', text: cell };
  const shown = showNumber(cell, details.format);
  if (shown.type === 'shown') return { type: 'text', text: shown.text };
  return shown.type === 'rounded'
    ? problem(`这一格显示「${shown.text}」，实际存的是 ${String(round15(cell))}，不知道原文是哪一个。`, AS_TEXT)
    : problem(
        `这一格存的是 ${String(round15(cell))}，单元格格式「${details.format ?? '常规'}」读不准它显示成什么。`,
        AS_TEXT,
      );
}

/** 日期（3月5日）, 时间（12:00）: what was typed there was probably 3-5 or 12:00. */
function describeDate(date: Date, format = ''): string {
  const [day = '', time = ''] = date.toISOString().split('T');
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  const isTime = Number(year) < 1900 || (/[hs]/i.test(format) && !/[yd]/i.test(format));
  if (isTime) return `时间（${time.slice(0, 5)}）`;
  const monthAndDay = `${String(Number(month))}月${String(Number(dayOfMonth))}日`;
  return `日期（${/[ye]/i.test(format) ? `${year}年` : ''}${monthAndDay}）`;
}

/** The text of any cell for a message, as an editor would type it. */
export function sayCell(cell: Exclude<CellValue, null>, details: CellDetails): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell !== 'number') return String(cell);
  const shown = showNumber(cell, details.format);
  return shown.type === 'unsure' ? String(round15(cell)) : shown.text;
}

/**
 * Invisible characters that come along when text is pasted from web pages. The check refuses them (JC109); here they are
 * dropped.
 */
const UNSEEN = /[\0-\u0008\v\f\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** Drops invisible characters, surrounding blanks, carriage returns and the guard against formulas. */
export function cleanText(text: string): string {
  const hasSeveralLines = text.includes('\n');
  const cleaned = text.replaceAll(/\r\n?/g, '\n').replaceAll(UNSEEN, '');
  // A trailing line break marks a one-item list as a list by lines, so keep it.
  const trimmed = hasSeveralLines ? cleaned.replace(/^\s+|[^\S\n]+$/g, '') : cleaned.trim();
  return unguardFormula(trimmed.trim() === '' ? '' : trimmed);
}

export function shorten(text: string, most = 30): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > most ? `${line.slice(0, most)}…` : line;
}
