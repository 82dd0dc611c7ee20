/** Turns the many ways in which people and spreadsheet programs write dates and periods into that of the content files. */

const EXCEL_DAY_MS = 86_400_000;
/** Day 0 of Excel's calendar. Right for dates from 1 March 1900, since Excel takes 1900 for a leap year. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
/** Serial numbers of 1949-01-01 and 2100-12-31: a plain number between them is taken for a date that lost its format. */
const FIRST_SERIAL = 17_899;
const LAST_SERIAL = 73_415;

const PARTS = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月?)?|年)?$/;

/** `2023年7月`, `2023/7`, `2023.07` → `2023-07`; undefined when the text is no date. Whether the day exists is not checked. */
export function parseDateText(text: string): string | undefined {
  const match = PARTS.exec(text.replaceAll(/\s/g, ''));
  if (!match) return undefined;
  return joinDate(match[1] ?? '', match[2], match[3]);
}

/** `2018-2023`, `2018年至2023年`, `2018/2023` → `2018/2023`; a single date as parseDateText reads it. */
export function parsePeriodText(text: string): string | undefined {
  const single = parseDateText(text);
  if (single !== undefined) return single;
  const compact = text.replaceAll(/\s/g, '');
  const ends =
    /^(\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?)\/(\d{4}.*)$/.exec(compact) ??
    /^(.+?)(?:至|到|—+|–|~|～)(.+)$/.exec(compact) ??
    /^(\d{4})-(\d{4})$/.exec(compact);
  if (!ends) return undefined;
  const [from, to] = [parseDateText(ends[1] ?? ''), parseDateText(ends[2] ?? '')];
  return from === undefined || to === undefined ? undefined : `${from}/${to}`;
}

/**
 * A date as exact as the cell shows it: `yyyy"年"m"月"` shows no day, so none is meant. Undefined for a format without a year:
 * the program added the current year when the cell was typed, and nobody saw it.
 */
export function dateOfCell(date: Date, format = 'yyyy-m-d'): string | undefined {
  const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-');
  const shown = format.toLowerCase().replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (!/[ye]/.test(shown)) return undefined;
  if (shown.includes('d')) return `${year}-${month}-${day}`;
  return shown.includes('m') ? `${year}-${month}` : year;
}

/** 2023 → `2023`; 45133 → `2023-07-26`; undefined for other numbers. 2023.1 could be January or October, so it is refused. */
export function dateOfNumber(value: number): string | undefined {
  if (Number.isInteger(value) && value >= 1000 && value <= 2999) return String(value);
  if (value < FIRST_SERIAL || value > LAST_SERIAL) return undefined;
  return new Date(EXCEL_EPOCH + Math.floor(value) * EXCEL_DAY_MS).toISOString().slice(0, 10);
}

/** The number by which spreadsheet programs keep a date: 2023-07-26 is 45133. */
export function serialOf(date: Date): number {
  return (date.getTime() - EXCEL_EPOCH) / EXCEL_DAY_MS;
}

/** Whether a date is most likely a year typed into a cell for dates: 2023 becomes 15 July 1905. */
export function isMistypedYear(date: Date): boolean {
  const serial = serialOf(date);
  return Number.isInteger(serial) && serial >= 1900 && serial <= 2100;
}

function joinDate(year: string, month: string | undefined, day: string | undefined): string {
  return [year, month, day].flatMap((part) => (part === undefined ? [] : part.padStart(2, '0'))).join('-');
}
