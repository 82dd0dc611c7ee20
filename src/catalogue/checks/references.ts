import type { z } from 'zod';
import { formatFieldPath } from '../../lib/field-path.ts';
import type { Locator } from '../../reader/located.ts';
import { DOCUMENT_KINDS, documentKinds, ENTRY_KINDS, entryKinds } from '../../schemas/kinds.ts';
import { findReferences } from '../../schemas/references.ts';
import { findSchema, type ValidatedSite } from '../../schemas/validate.ts';
import type { KnownIds } from './known-ids.ts';
import type { UnknownId } from './unknown-ids.ts';

/** References of every entry's fields that lead nowhere. */
export function findUnknownReferences(site: ValidatedSite, ids: KnownIds): UnknownId[] {
  const unknown: UnknownId[] = [];
  const check = (schema: z.ZodType, located: { data: unknown; file: string; locator: Locator }): void => {
    for (const { kind, id, path } of findReferences(schema, located.data)) {
      const known = ids[kind];
      if (id === '' || !known || known.has(id)) continue;
      unknown.push({
        kind,
        id,
        file: located.file,
        ...located.locator.valueAt(path),
        path: path.join('.'),
        message: `「${formatFieldPath(path)}」引用的编号「${id}」不存在`,
      });
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
  return unknown;
}
