import { paperPlace } from '../authoring/paper.ts';
import type { Issue } from '../issues/issue.ts';
import { LineIndex } from '../lib/line-index.ts';
import type { DraftedContent } from './drafted-content.ts';
import { entryFile } from './entry-file.ts';
import type { DeskKind } from './kinds.ts';

/** An issue beside the field it is about. */
export interface DeskIssue {
  severity: Issue['severity'];
  code: string;
  /** Dotted path of the field; `body` for the text; empty for the entry as a whole. */
  path: string;
  message: string;
  hint: string;
  /** Where in the paper's text it is. */
  offset?: number | undefined;
  length?: number | undefined;
}

/** The issues of one entry, and the errors elsewhere that its draft or another one brings. */
export interface EntryIssues {
  issues: readonly DeskIssue[];
  otherErrors: readonly string[];
}

/** An entry whose issues are asked for. */
export interface Asked {
  desk: DeskKind;
  id: string;
  body: string | undefined;
}

/** @param all issues of the content to look through */
export function issuesOf(content: DraftedContent, asked: Asked, all: readonly Issue[]): EntryIssues {
  const { desk, id } = asked;
  const { label } = content.place;
  const file = `${label}/${entryFile(desk, id)}`;
  const prefix = itemPath(content, desk, id);
  const own: DeskIssue[] = [];
  const others: string[] = [];
  for (const issue of all) {
    const isInside = prefix === undefined || issue.path === prefix || issue.path.startsWith(`${prefix}.`);
    if (issue.file === file && isInside) own.push(describe(content, issue, { ...asked, prefix }));
    else if (issue.severity === 'error' && !content.hasBelow(issue)) {
      others.push(`${issue.file.slice(label.length + 1)}：${issue.message}`);
    }
  }
  return { issues: own, otherErrors: others };
}

/** `sources.3`, where the issues of an item of a list are. */
function itemPath(content: DraftedContent, { place }: DeskKind, id: string): string | undefined {
  if (place.type !== 'list') return undefined;
  const items = content.known.opened.raw.entries.find(({ kind }) => kind === place.document)?.value?.[place.list];
  const at = Array.isArray(items) ? items.findIndex((item: { id?: unknown }) => item.id === id) : -1;
  return `${place.list}.${String(at)}`;
}

function describe(
  content: DraftedContent,
  { severity, code, path: at, line, column, message, hint }: Issue,
  { desk, id, body, prefix }: Asked & { prefix: string | undefined },
): DeskIssue {
  const issue: DeskIssue = {
    severity,
    code,
    path: prefix === undefined ? at : at.slice(prefix.length + 1),
    message,
    hint,
  };
  if (at !== 'body' || body === undefined) return issue;
  const text = (content.text(entryFile(desk, id)) ?? '').replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const before = text.slice(0, text.length - body.length);
  const offset = new LineIndex(text).offsetAt({ line, column }) - before.length;
  const place = paperPlace(body, content.known.names.forPaper, offset);
  const quoted = /「([^」]+)」/.exec(message)?.[1] ?? '';
  const where = { ...issue, offset: place, length: quoted.length };
  // The check tells how to write the tag; here one chooses the source.
  if (code !== 'JC501') return where;
  return { ...where, message: `「${quoted}」来自哪篇？`, hint: '在正文里选中它，点「注明来源」。' };
}
