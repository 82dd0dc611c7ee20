import { locateInYaml } from './frontmatter.ts';
import { locateInJson } from './json-document.ts';
import { type Locator, startLocator } from './located.ts';

/** The fields of a file as they are written. */
export interface WrittenFields {
  format: 'json' | 'yaml';
  text: string;
}

/**
 * Finds where fields stand by parsing them again when a place is asked for, which is when there is something to say of it: the
 * trees of ten thousand files would fill the memory, and could not be handed from one process to another.
 */
export function fieldLocator(fields: WrittenFields | undefined): Locator {
  if (!fields) return startLocator;
  let locator: Locator | undefined;
  const locate = (): Locator =>
    (locator ??= fields.format === 'json' ? locateInJson(fields.text) : locateInYaml(fields.text));
  return { valueAt: (path) => locate().valueAt(path), keyAt: (path) => locate().keyAt(path) };
}
