import type { EntryChange, ImportPlan } from '../../src/spreadsheet/plan-import.ts';
import { SHEETS, type SheetDefinition, sheetKinds } from '../../src/spreadsheet/sheets.ts';
import { cellName, type Remark, type Table } from '../../src/spreadsheet/table.ts';

const MOST_NAMES = 30;
const MOST_UPDATES = 30;
const MOST_REMARKS = 20;

/** Describes for the terminal what an import would change. */
export function describePlan({ changes, unchangedCount, notices }: ImportPlan): string {
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
  return [...lines, ...notices.map((notice) => `提醒：${notice}`)].join('\n');
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

/** Lists the first remarks for the terminal. The copy of the spreadsheet has all of them. */
export function describeRemarks(remarks: readonly Remark[], tables: readonly Table[]): string {
  const lines = remarks.slice(0, MOST_REMARKS).map(({ at, message, hint }) => {
    const sheet = tables.length > 1 ? `${tables[at.table]?.name ?? ''} ` : '';
    return `${sheet}${cellName(at)}  ${message}\n    → ${hint}`;
  });
  if (remarks.length > MOST_REMARKS) lines.push(`还有 ${String(remarks.length - MOST_REMARKS)} 处没有列出。`);
  return lines.join('\n');
}
