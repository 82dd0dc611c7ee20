import type { z } from 'zod';
import { buildIssue, type Issue } from '../../issues/issue.ts';
import { formatFieldPath } from '../../lib/field-path.ts';
import { findNearest } from '../../lib/nearest.ts';
import type { Locator } from '../../reader/located.ts';
import { DOCUMENT_KINDS, documentKinds, ENTRY_KINDS, entryKinds } from '../../schemas/kinds.ts';
import { findReferences } from '../../schemas/references.ts';
import { findSchema, type ValidatedSite } from '../../schemas/validate.ts';
import { type IdSet, type KnownIds, PLACE_OF_KIND } from './known-ids.ts';

/** Every reference of every entry resolves, or is named with the nearest ids. */
export function checkReferences(site: ValidatedSite, ids: KnownIds): Issue[] {
  const issues: Issue[] = [];
  const check = (schema: z.ZodType, located: { data: unknown; file: string; locator: Locator }): void => {
    for (const { kind, id, path } of findReferences(schema, located.data)) {
      const known = ids[kind];
      if (id === '' || !known || known.has(id)) continue;
      issues.push(
        buildIssue('JC301', {
          file: located.file,
          ...located.locator.valueAt(path),
          path: path.join('.'),
          message: `「${formatFieldPath(path)}」引用的编号「${id}」不存在。`,
          hint: suggestIds(id, known, kind),
        }),
      );
    }
  };
  for (const kind of documentKinds) {
    const document = site.documents[kind];
    if (document) check(DOCUMENT_KINDS[kind], document);
  }
  for (const kind of entryKinds) {
    for (const entry of site.entries[kind]) check(ENTRY_KINDS[kind].schema, entry);
  }
  for (const { kind, value, file, locator } of site.broken) {
    const schema = findSchema(kind);
    if (schema) check(schema, { data: value, file, locator });
  }
  return issues;
}

/** What a former id is now, else 「最接近的编号：…」, or where the ids are kept. */
export function suggestIds(id: string, known: IdSet, kind: string): string {
  const present = known.formerly.get(id);
  if (present !== undefined) return `它是曾用编号，现在的编号是「${present}」，改成现在的。`;
  const place = PLACE_OF_KIND[kind] ?? `${kind} 文件夹`;
  const nearest = findNearest(id, known);
  return nearest.length > 0
    ? `最接近的编号：${nearest.join('、')}。全部编号见 ${place}。`
    : `编号见 ${place}；还没有的先加上。`;
}
