import type { EntryChange, ImportPlan } from '../../src/spreadsheet/plan-import.ts';
import { SHEETS, type SheetDefinition, sheetKinds } from '../../src/spreadsheet/sheets.ts';
import { cellName, type Remark, type Table } from '../../src/spreadsheet/table.ts';

const MOST_NAMES = 30;
const MOST_UPDATES = 30;
const MOST_REMARKS = 20;

/** Describes for the terminal what an import would change. */
export function describePlan({ changes, unchangedCount }: ImportPlan): string {
  const lines = sheetKinds.flatMap((kind) => {
    const own = changes.filter(({ sheet }) => sheet.kind === kind);
    return [
      ...describeNew(
        SHEETS[kind],
        own.filter(({ type }) => type === 'create'),
      ),
      ...describeUpdates(
        SHEETS[kind],
        own.filter(({ type }) => type === 'update'),
      ),
    ];
  });
  if (unchangedCount > 0) lines.push(`${String(unchangedCount)} 个条目与现在的内容一样，不用改。`);
  if (changes.length === 0 && unchangedCount === 0) lines.push('表里没有条目。');
  return lines.join('\n');
}

/** What does not prevent the import, a line each. */
export function describeNotices({ notices }: ImportPlan): string {
  return notices.map((notice) => `提醒：${notice}\n`).join('');
}

function describeNew({ counter, label }: SheetDefinition, changes: readonly EntryChange[]): string[] {
  if (changes.length === 0) return [];
  const names = changes.slice(0, MOST_NAMES).map(({ name, id }) => `${name}（${id}）`);
  const rest = changes.length > MOST_NAMES ? `等，还有 ${String(changes.length - MOST_NAMES)} ${counter}没有列出` : '';
  return [`新增 ${String(changes.length)} ${counter}${label}：${names.join('、')}${rest}`];
}

function describeUpdates({ counter, label }: SheetDefinition, changes: readonly EntryChange[]): string[] {
  if (changes.length === 0) return [];
  const shown = changes
    .slice(0, MOST_UPDATES)
    .flatMap(({ name, id, details }) => [`  ${name}（${id}）`, ...details.map((detail) => `    ${detail}`)]);
  const rest =
    changes.length > MOST_UPDATES ? [`  还有 ${String(changes.length - MOST_UPDATES)} ${counter}没有列出`] : [];
  return [`修改 ${String(changes.length)} ${counter}${label}：`, ...shown, ...rest];
}

/** What the tables were read as: a kind that was guessed wrong is seen at once. */
export function describeLayouts({ layouts }: ImportPlan, tables: readonly Table[]): string {
  return layouts
    .flatMap((layout, at) =>
      layout
        ? [
            `「${tables[at]?.name ?? ''}」读作「${layout.sheet.label}」表，列名在第 ${String(layout.headingRow + 1)} 行。`,
          ]
        : [],
    )
    .join('\n');
}

const MOST_MISSING = 20;

/** What has to be added first, once for each name. */
export function describeMissing({ missing }: ImportPlan, isCreating: boolean): string {
  const lines = sheetKinds.flatMap((kind) => {
    const own = missing.filter((entry) => entry.kind === kind);
    if (own.length === 0) return [];
    const { counter, label } = SHEETS[kind];
    const names = own.slice(0, MOST_MISSING).map(({ name, rows }) => `${name}（${String(rows)} 行）`);
    const rest = own.length > MOST_MISSING ? `等，还有 ${String(own.length - MOST_MISSING)} ${counter}没有列出` : '';
    const how = CREATED.has(kind) && !isCreating ? '' : `用 npm run template -- ${kind} 写一张表，先加上。`;
    return [`网站上还没有的${label} ${String(own.length)} ${counter}：${names.join('、')}${rest}。${how}`];
  });
  const canCreate = !isCreating && missing.some(({ kind }) => CREATED.has(kind));
  return [
    ...lines,
    ...(canCreate ? ['核对这些名称没有写错，再加上 --create，就连同工种、行业、单位、荣誉一起新建。'] : []),
  ].join('\n');
}

/** Kinds of which a name is enough. */
const CREATED: ReadonlySet<string> = new Set(['trades', 'industries', 'organizations', 'honours']);

/** Lists the first remarks for the terminal. The copy of the spreadsheet has all of them. */
export function describeRemarks(remarks: readonly Remark[], tables: readonly Table[]): string {
  const lines = remarks.slice(0, MOST_REMARKS).map(({ at, message, hint }) => {
    const sheet = tables.length > 1 ? `${tables[at.table]?.name ?? ''} ` : '';
    return `${sheet}${cellName(at)}  ${message}\n    → ${hint}`;
  });
  if (remarks.length > MOST_REMARKS) lines.push(`还有 ${String(remarks.length - MOST_REMARKS)} 处没有列出。`);
  return lines.join('\n');
}
