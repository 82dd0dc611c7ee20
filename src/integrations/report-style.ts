import { readFileSync } from 'node:fs';

/** The looks of a printed report, in the order in which they apply. */
const STYLES = ['page', 'cover', 'front', 'chapter', 'tables', 'charts', 'notes', 'back'] as const;

export function readReportStyle(): string {
  return STYLES.map((name) =>
    readFileSync(new URL(`../styles/report-print/${name}.css`, import.meta.url), 'utf8'),
  ).join('\n');
}
