import { escapeHtml } from '../lib/html.ts';
import type { ViewContext } from './context.ts';
import type { Report } from './report.ts';

/** A whole report as one document to be printed. */
export function buildReportDocument(report: Report, context: ViewContext): string {
  return escapeHtml(report.title + context.href('/'));
}
