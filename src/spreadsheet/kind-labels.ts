import { SHEETS, type SheetKind } from './sheets.ts';

/** Kinds that have no table, or are called otherwise in a sentence. */
const OTHER_KIND_LABELS: Readonly<Record<string, string>> = {
  statistics: '指标',
  pages: '页面',
  proposals: '建议',
};

/** 工匠, 单位, 指标: what an entry of a kind is called in a sentence. */
export function kindLabel(kind: string): string {
  return OTHER_KIND_LABELS[kind] ?? (Object.hasOwn(SHEETS, kind) ? SHEETS[kind as SheetKind].label : kind);
}
