import { locateInYaml } from './frontmatter.ts';
import { locateInJson } from './json-document.ts';
import { type Locator, startLocator } from './located.ts';

/** The text of a file's fields. */
export interface WrittenFields {
  format: 'json' | 'yaml';
  text: string;
}

/**
 * Finds the positions of fields. The text is parsed again when a position is first asked for, which happens only if there is
 * an issue: the syntax trees of ten thousand files would fill the memory, and could not be passed between processes.
 */
export function fieldLocator(fields: WrittenFields | undefined): Locator {
  if (!fields) return startLocator;
  let locator: Locator | undefined;
  const locate = (): Locator =>
    (locator ??= fields.format === 'json' ? locateInJson(fields.text) : locateInYaml(fields.text));
  return { valueAt: (path) => locate().valueAt(path), keyAt: (path) => locate().keyAt(path) };
}
