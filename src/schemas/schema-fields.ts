import type { z } from 'zod';
import type { FieldPath } from '../reader/located.ts';

/** The schema's description of the field at `path`; undefined where it has none. */
export function meaningAt(schema: z.core.$ZodType, path: FieldPath): string | undefined {
  const { def } = schema._zod;
  const own = 'description' in schema ? (schema as z.ZodType).description : undefined;
  switch (def.type) {
    case 'optional':
      return own ?? meaningAt((def as z.core.$ZodOptionalDef).innerType, path);
    case 'array':
      return path.length === 0 ? own : meaningAt((def as z.core.$ZodArrayDef).element, path.slice(1));
    case 'object': {
      const field = path.length === 0 ? undefined : (def as z.core.$ZodObjectDef).shape[String(path[0])];
      return field ? meaningAt(field, path.slice(1)) : own;
    }
    case 'union':
      return (def as z.core.$ZodUnionDef).options
        .map((option) => meaningAt(option, path))
        .find((meaning) => meaning !== undefined);
    default:
      return path.length === 0 ? own : undefined;
  }
}

/** Keys that the object at `path` may have; empty where there is no object. */
export function fieldsAt(schema: z.core.$ZodType, path: FieldPath): string[] {
  const { def } = schema._zod;
  switch (def.type) {
    case 'optional':
      return fieldsAt((def as z.core.$ZodOptionalDef).innerType, path);
    case 'array':
      return fieldsAt((def as z.core.$ZodArrayDef).element, path.slice(1));
    case 'union':
      return [...new Set((def as z.core.$ZodUnionDef).options.flatMap((option) => fieldsAt(option, path)))];
    case 'object': {
      const { shape } = def as z.core.$ZodObjectDef;
      if (path.length === 0) return Object.keys(shape);
      const field = shape[String(path[0])];
      return field ? fieldsAt(field, path.slice(1)) : [];
    }
    default:
      return [];
  }
}
