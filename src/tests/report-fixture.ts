import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixturesFolder } from './content-fixtures.ts';

/** The chapters of the fixture `report`, by their paths, some of them changed. */
export function reportFiles(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  const names = ['00-cover.mdx', '01-people.mdx', '02-figures.mdx'].map((name) => `reports/2023/${name}`);
  const files = names.map((name) => [name, readFileSync(join(fixturesFolder, 'report', 'content', name), 'utf8')]);
  return { ...(Object.fromEntries(files) as Record<string, string>), ...changes };
}

/** A chapter with a body. */
export function chapter(title: string, body: string): string {
  return `---\ntitle: ${title}\n---\n\n${body}\n`;
}
