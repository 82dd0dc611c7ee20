import type { z } from 'zod';
import type { FieldPath } from '../reader/located.ts';
import { findFieldMeta } from './field-meta.ts';
import type { ReferableKind } from './referable-kinds.ts';

export interface FoundReference {
  kind: ReferableKind;
  id: string;
  path: FieldPath;
}

/**
 * Finds every reference in `data` by walking its schema. The schema says which fields are references, so a new one needs no
 * change here or in the checks.
 */
export function findReferences(schema: z.core.$ZodType, data: unknown): readonly FoundReference[] {
  const known = typeof data === 'object' && data !== null ? findings.get(data) : undefined;
  if (known?.schema === schema) return known.found;
  const found: FoundReference[] = [];
  collect(schema, data, [], found);
  if (typeof data === 'object' && data !== null) findings.set(data, { schema, found });
  return found;
}

/** Checks, joins and search ask for the same entries' references; in a process that stays, again after every edit. */
const findings = new WeakMap<object, { schema: z.core.$ZodType; found: FoundReference[] }>();

function collect(schema: z.core.$ZodType, data: unknown, path: FieldPath, found: FoundReference[]): void {
  if (data === undefined || data === null) return;
  const { def } = schema._zod;
  switch (def.type) {
    case 'optional':
      collect((def as z.core.$ZodOptionalDef).innerType, data, path, found);
      return;
    case 'array':
      if (Array.isArray(data))
        data.forEach((item, at) => collect((def as z.core.$ZodArrayDef).element, item, [...path, at], found));
      return;
    case 'object':
      for (const [key, field] of Object.entries((def as z.core.$ZodObjectDef).shape)) {
        collect(field, (data as Record<string, unknown>)[key], [...path, key], found);
      }
      return;
    case 'union':
      for (const option of (def as z.core.$ZodUnionDef).options) {
        // Only the option that matches the data applies.
        if ((option as z.ZodType).safeParse(data).success) collect(option, data, path, found);
      }
      return;
    default: {
      const kind = findFieldMeta(schema)?.reference;
      if (kind !== undefined && typeof data === 'string') found.push({ kind, id: data, path });
    }
  }
}
