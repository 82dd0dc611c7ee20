import { ISSUE_CODES, type IssueCode, type Severity } from './codes.ts';

/** Something that an author has to mend, with its position and what to do. Texts are full Chinese sentences. */
export interface Issue {
  code: IssueCode;
  severity: Severity;
  /** Path as authors see it, with forward slashes: content/qingdao/craftsmen/ning-yunzhan.mdx */
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** Path of the field, such as `observations.0.source`; empty for the file as a whole. */
  path: string;
  /** What is wrong and why. */
  message: string;
  /** What to do. */
  hint: string;
}

export interface IssueDetails {
  file: string;
  line?: number;
  column?: number;
  path?: string;
  message: string;
  hint: string;
}

/** Builds an issue with the severity of its code. Without line and column it points to the start of the file. */
export function buildIssue(code: IssueCode, details: IssueDetails): Issue {
  return { code, severity: ISSUE_CODES[code].severity, line: 1, column: 1, path: '', ...details };
}

/** Sorts issues for a report: by file, then by position. */
export function compareIssues(a: Issue, b: Issue): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.path, b.path)
  );
}

export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
