import { stringify } from 'yaml';

/** The format of frontmatter: lines are not wrapped, and lists in brackets have no inner spaces. */
export const WRITING = { lineWidth: 0, flowCollectionPadding: false } as const;

/** The text of a new MDX file. */
export function writeMdxEntry(data: Readonly<Record<string, unknown>>, body: string): string {
  const text = body.trim();
  return `---\n${stringify(data, WRITING)}---\n${text === '' ? '' : `\n${text}\n`}`;
}

/** The text of a new JSON file. */
export function writeJsonEntry(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
