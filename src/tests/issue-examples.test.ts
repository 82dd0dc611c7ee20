import { describe, expect, test } from 'vitest';
import { ISSUE_CODES, type IssueCode } from '../issues/codes.ts';
import type { Issue } from '../issues/issue.ts';
import { FIXTURE_LABEL, loadFiles, loadFixtures } from './content-fixtures.ts';
import { findIssueSections, type IssueExample, readDocument } from './documents.ts';
import type { Files } from './memory-file-system.ts';

/** Codes about a file as a whole, which has no wrong line to show. */
const WITHOUT_LINES: readonly IssueCode[] = [
  'JC101',
  'JC102',
  'JC104',
  'JC107',
  'JC110',
  'JC116',
  'JC604',
  'JC605',
  'JC722',
  'JC723',
  'JC725',
  'JC801',
];

const sections = findIssueSections(readDocument('EDITING.md'));
const codes = Object.keys(ISSUE_CODES) as IssueCode[];

const cases = await loadFixtures();

test('EDITING.md shows a wrong and a mended text for every code but those of whole files', () => {
  const shown = sections.filter(({ example }) => example !== undefined).map(({ code }) => code);
  expect(shown).toEqual(codes.filter((code) => !WITHOUT_LINES.includes(code)));
});

describe.each(sections.flatMap(({ code, example }) => (example ? [{ code, example }] : [])))(
  'the example of $code in EDITING.md',
  ({ code, example }) => {
    test('is wrong in that way, and is mended by what it says', async () => {
      const tried = await Promise.all(
        cases.flatMap(({ files, issues }) =>
          issues.some((issue) => issue.code === code) ? [tryExample(code, example, { files, issues })] : [],
        ),
      );
      const outcomes = tried.filter((outcome) => outcome !== undefined);

      expect(outcomes, 'no fixture of this code holds the wrong text').not.toEqual([]);
      expect(outcomes).toContain('mended');
    });
  },
);

interface Case {
  files: Files;
  issues: readonly Issue[];
}

/** Undefined when the case does not hold the wrong text. */
async function tryExample(code: string, example: IssueExample, before: Case): Promise<string | undefined> {
  const changed = example.what === 'file' ? renameFile(example, before) : mendLines(example, before, code);
  if (!changed) return undefined;
  const { issues } = await loadFiles(changed);
  const count = (list: readonly Issue[]): number => list.filter((issue) => issue.code === code).length;
  if (count(issues) >= count(before.issues)) return `${code} is still there`;
  const known = new Set(before.issues.map((issue) => issue.code));
  const added = issues.filter((issue) => !known.has(issue.code));
  return added.length === 0 ? 'mended' : added.map(({ file, message }) => `${file}: ${message}`).join('\n');
}

function renameFile({ wrong, mended }: IssueExample, { files }: Case): Files | undefined {
  const bytes = files.get(wrong);
  if (!bytes) return undefined;
  const changed = new Map(files);
  changed.delete(wrong);
  if (mended !== '') changed.set(mended, bytes);
  return changed;
}

function mendLines({ wrong, mended }: IssueExample, { files, issues }: Case, code: string): Files | undefined {
  const pattern = new RegExp(
    wrong
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => RegExp.escape(line.trim()))
      .join(String.raw`\s*\n\s*`),
  );
  const ofCode = new Set(issues.filter((issue) => issue.code === code).map(({ file }) => file));
  for (const [path, bytes] of files) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    // An issue may lie in another file than the line that is to be mended (a chart that lists no frozen copy).
    const isNear = ofCode.has(`${FIXTURE_LABEL}/${path}`) || code === 'JC724';
    const at = isNear ? pattern.exec(text) : null;
    if (!at) continue;
    const indent = /[ \t]*$/.exec(text.slice(0, at.index))?.[0] ?? '';
    const replaced =
      text.slice(0, at.index) + mended.replaceAll('\n', `\n${indent}`) + text.slice(at.index + at[0].length);
    return new Map([...files, [path, new TextEncoder().encode(replaced)]]);
  }
  return undefined;
}
