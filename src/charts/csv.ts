import { guardFigure, guardFormula } from '../lib/formula-guard.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import { cellText } from './table.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The chart's figures as a file that Excel and WPS open with a double click: byte-order mark, Chinese headings, CRLF, all columns.
 * Texts that a spreadsheet would run as formulas get an apostrophe in front; numbers are plain (581500).
 */
export function toCsv(spec: ChartSpec): string {
  const header = spec.columns.map(({ label }) => label);
  const rows = spec.rows.map((row) =>
    spec.columns.map(({ key, format }) => {
      if (key === 'value') return String(row.value);
      return (format === 'figure' ? guardFigure : guardFormula)(cellText(key, row, spec));
    }),
  );
  return `${BYTE_ORDER_MARK}${[header, ...rows].map((cells) => cells.map(quote).join(',')).join('\r\n')}\r\n`;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
