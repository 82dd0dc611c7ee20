import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatIssues } from '../issues/format.ts';
import { hasErrors, type Issue } from '../issues/issue.ts';
import { FIXTURE_LABEL, fixturesFolder, loadFixtures } from './content-fixtures.ts';
import type { Files } from './memory-file-system.ts';

/**
 * A folder under fixtures/ is a test: its content is read and checked, and the report an editor would see stands in its
 * expected.txt. A new folder writes its expected.txt on the first run; read it before committing it.
 */
describe.each(await loadFixtures())('content that is $name', ({ name, files, issues, content }) => {
  test('is reported as its expected.txt says', async () => {
    const report = formatIssues(issues, 'text');
    await expect(report === '' ? '（没有问题）\n' : `${report}\n`).toMatchFileSnapshot(
      join(fixturesFolder, name, 'expected.txt'),
    );
    expect(content === undefined).toBe(hasErrors(issues));
  });

  test('is reported at places that exist', () => {
    expect(issues.filter((issue) => !isAtExistingPlace(issue, files))).toEqual([]);
  });
});

/** True when the file has that line and the line that column. A missing file is reported at its start. */
function isAtExistingPlace({ file, line, column }: Issue, files: Files): boolean {
  const bytes = files.get(file.slice(FIXTURE_LABEL.length + 1));
  if (!bytes) return line === 1 && column === 1;
  const lines = new TextDecoder().decode(bytes).split(/\r\n|\n/);
  const text = lines[line - 1];
  return text !== undefined && column >= 1 && column <= text.length + 1;
}
