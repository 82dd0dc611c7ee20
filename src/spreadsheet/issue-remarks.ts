import type { Issue } from '../issues/issue.ts';
import type { FieldPath } from '../reader/located.ts';
import type { Draft } from './drafts.ts';
import type { TableLayout } from './layout.ts';
import type { CellPlace, Remark } from './table.ts';

/** An entry as it would be written, with the cells that its fields came from. */
export interface PlannedEntry {
  draft: Draft;
  file: string;
  /** Path of the entry in its file. */
  root: FieldPath;
  /** Cells by the path of their field in the entry: `honours.2.year`. */
  origins: ReadonlyMap<string, CellPlace>;
}

export interface IssueContext {
  /** Name of the content folder in issues. */
  label: string;
  planned: readonly PlannedEntry[];
  /** Entries left out because their rows have mistakes; a reference to one of them is not reported as well. */
  leftOut: ReadonlySet<string>;
}

/** Turns issues of the check into remarks at the cells that they come from, with headings in place of keys. */
export function toRemarks(issues: readonly Issue[], { label, planned, leftOut }: IssueContext): Remark[] {
  const byFile = Map.groupBy(planned, ({ file }) => file);
  const [first] = planned;
  return issues.flatMap((issue): Remark[] => {
    const { severity, code, message } = issue;
    if (severity === 'warning' || !first) return [];
    if (code === 'JC301' && leftOut.has(/「([^」]+)」不存在/.exec(message)?.[1] ?? '')) return [];
    const inFile = byFile.get(issue.file.slice(label.length + 1));
    const entry = inFile?.find(({ root }) => root.length === 0 || `${issue.path}.`.startsWith(`${root.join('.')}.`));
    if (entry) return [toRemark(issue, entry)];
    const text = `导入后 ${issue.file} 第 ${String(issue.line)} 行会出错：${message}`;
    return [{ at: first.draft.home, message: text, hint: issue.hint }];
  });
}

function toRemark({ path, message, hint }: Issue, { draft, origins, root }: PlannedEntry): Remark {
  const { layout, home } = draft;
  const inner = path.split('.').slice(root.length);
  const nearest = inner
    .map((_, at) => origins.get(inner.slice(0, inner.length - at).join('.')))
    .find((place) => place !== undefined);
  const bodyColumn = [...layout.columns].find(([, { role }]) => role === 'body')?.[0];
  const at = path === 'body' && bodyColumn !== undefined ? { ...home, column: bodyColumn } : (nearest ?? home);
  const heading = layout.columns.get(at.column)?.heading ?? '';
  const inWords = (text: string): string =>
    nameFields(path === '' ? text : text.replaceAll(`「${path}」`, `「${heading}」`), layout);
  return { at, message: inWords(message), hint: inWords(hint) };
}

/** Replaces keys by headings: people who fill in tables do not see keys. */
function nameFields(text: string, { sheet }: TableLayout): string {
  const fields = sheet.fields.flatMap((field) => [field, ...(field.type === 'group-list' ? field.fields : [])]);
  const labels = new Map(fields.map(({ key, label }) => [key, label]));
  return text.replaceAll(
    / ?(?<![\w./"-])([a-z]+(?:[A-Z][a-z]+)*)(?![\w./="-]) ?/g,
    (match, word: string) => labels.get(word) ?? match,
  );
}
