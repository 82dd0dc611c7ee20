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

/**
 * Keys that the object at `path` may have; empty where there is no object.
 *
 * @param value what was written; of kinds that a field tells apart, only the one that it names counts
 */
export function fieldsAt(schema: z.core.$ZodType, path: FieldPath, value?: unknown): string[] {
  const { def } = schema._zod;
  const inner = (key: FieldPath[number] | undefined): unknown =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[String(key)] : undefined;
  switch (def.type) {
    case 'optional':
      return fieldsAt((def as z.core.$ZodOptionalDef).innerType, path, value);
    case 'array':
      return fieldsAt((def as z.core.$ZodArrayDef).element, path.slice(1), inner(path[0]));
    case 'union':
      return [
        ...new Set(optionsFor(def as z.core.$ZodUnionDef, value).flatMap((option) => fieldsAt(option, path, value))),
      ];
    case 'object': {
      const { shape } = def as z.core.$ZodObjectDef;
      if (path.length === 0) return Object.keys(shape);
      const field = shape[String(path[0])];
      return field ? fieldsAt(field, path.slice(1), inner(path[0])) : [];
    }
    default:
      return [];
  }
}

/** The options of a union that a value can be meant for. */
function optionsFor(def: z.core.$ZodUnionDef, value: unknown): readonly z.core.$ZodType[] {
  if (!('discriminator' in def) || typeof value !== 'object' || value === null) return def.options;
  const key = String(def.discriminator);
  const named = (value as Record<string, unknown>)[key];
  const fitting = def.options.filter((option) => {
    const { shape } = option._zod.def as z.core.$ZodObjectDef;
    return shape[key]?._zod.values?.has(named as z.core.util.Primitive) === true;
  });
  return fitting.length > 0 ? fitting : def.options;
}
