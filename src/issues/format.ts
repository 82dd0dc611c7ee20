import { compareIssues, type Issue } from './issue.ts';

export const ISSUE_FORMATS = ['text', 'json', 'github'] as const;
export type IssueFormat = (typeof ISSUE_FORMATS)[number];

/** Prints all issues: as lines for people, as a JSON array for scripts, or as annotations for GitHub's review page. */
export function formatIssues(issues: readonly Issue[], format: IssueFormat): string {
  const sorted = [...issues].sort(compareIssues);
  if (format === 'json') return JSON.stringify(sorted.map(toRecord), null, 2);
  if (format === 'github') return sorted.map(formatAnnotation).join('\n');
  return sorted.map(formatLine).join('\n');
}

/** `file:line:column CODE message`, with the hint on the next line. */
function formatLine(issue: Issue): string {
  const label = issue.severity === 'warning' ? '提醒 ' : '';
  return `${issue.file}:${String(issue.line)}:${String(issue.column)} ${issue.code} ${label}${issue.message}\n    → ${issue.hint}`;
}

function formatAnnotation(issue: Issue): string {
  const place = `file=${escapeProperty(issue.file)},line=${String(issue.line)},col=${String(issue.column)},title=${issue.code}`;
  return `::${issue.severity} ${place}::${escapeData(`${issue.message} ${issue.hint}`)}`;
}

function toRecord({ code, severity, file, line, column, path, message, hint }: Issue): Issue {
  return { code, severity, file, line, column, path, message, hint };
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
