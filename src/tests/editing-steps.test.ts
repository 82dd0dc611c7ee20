import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSite } from '../opening/open-site.ts';
import { formatIssues } from '../issues/format.ts';
import { fixturesFolder } from './content-fixtures.ts';
import { projectFolder, readDocument } from './documents.ts';
import { applyToText, findEditingSteps } from './editing-steps.ts';
import { buildMemoryFileSystem, readFolder } from './memory-file-system.ts';

const PRACTICE = 'content/lianxi';
const PHOTO = readFileSync(join(fixturesFolder, 'portrait', 'content', 'media', 'lin-mo.jpg'));
/** After every date in the examples. */
const TODAY = '2026-12-31';
/** The whole site is read and checked once a step. */
const LIMIT_MS = 60_000;

const steps = findEditingSteps(readDocument('EDITING.md'));

test(
  'EDITING.md, followed to the letter on a copy of qingdao, says what the check says at each step',
  async () => {
    const files = readFolder(join(projectFolder, 'content', 'qingdao'));
    const printed: string[] = [];
    for (const step of steps) {
      if (step.type === 'check') {
        printed.push(await check(files));
        continue;
      }
      expect(step.path.startsWith(`${PRACTICE}/`)).toBe(true);
      const path = step.path.slice(PRACTICE.length + 1);
      const bytes = files.get(path);
      const old = bytes && new TextDecoder().decode(bytes);
      files.set(path, step.type === 'add-photo' ? PHOTO : new TextEncoder().encode(applyToText(step, old)));
    }

    expect(printed).toEqual(steps.flatMap((step) => (step.type === 'check' ? [step.report] : [])));
  },
  LIMIT_MS,
);

test('the examples cover what the guide promises', () => {
  const touched = new Set(steps.flatMap((step) => (step.type === 'check' ? [] : [step.path.split('/')[2] ?? ''])));
  expect([...touched].toSorted()).toEqual([
    'charts',
    'craftsmen',
    'editions',
    'media',
    'organizations.json',
    'reports',
    'site.json',
    'sources.json',
    'statistics',
  ]);
});

/** What `npm run check` prints, with the number of files left open, since content grows. */
async function check(files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const fileSystem = buildMemoryFileSystem(PRACTICE, files);
  const { issues } = await openSite(PRACTICE, { fileSystem, label: PRACTICE, today: TODAY });
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.length - errors;
  const found = errors > 0 ? `有 ${String(errors)} 处错误` : '没有错误';
  const reminders = warnings > 0 ? `${errors > 0 ? '、' : '，有 '}${String(warnings)} 处提醒` : '';
  const summary = `${PRACTICE}：查了 … 个文件，${found}${reminders}。`;
  const report = formatIssues(issues, 'text');
  return [report, ...(errors > 0 ? [''] : []), summary].join('\n').trimStart();
}
