import { stringify } from 'yaml';

/** How this project's frontmatter is written: no line is broken, lists in brackets have no inner blanks. */
export const WRITING = { lineWidth: 0, flowCollectionPadding: false } as const;

/** Text of a new MDX entry. */
export function writeMdxEntry(data: Readonly<Record<string, unknown>>, body: string): string {
  const text = body.trim();
  return `---\n${stringify(data, WRITING)}---\n${text === '' ? '' : `\n${text}\n`}`;
}

/** Text of a new JSON entry. */
export function writeJsonEntry(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
