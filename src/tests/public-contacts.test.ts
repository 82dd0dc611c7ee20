import { expect, test } from 'vitest';
import { readEditableSite } from '../authoring/editable-site.ts';
import { findNewIssues } from '../authoring/check-changes.ts';
import { FIXTURE_LABEL, FIXTURE_TODAY, getHealthyFile, loadHealthySite, readFixture } from './content-fixtures.ts';
import { buildMemoryFileSystem } from './memory-file-system.ts';

const PERSON = 'craftsmen/shan-yu.mdx';
const text = `${getHealthyFile(PERSON)}\n热线 (0532) 8591 1111，手机 138 0013 8000，邮箱 Service@Example.cn。身份证 110101190001010019。\n`;
const site = getHealthyFile('site.json').replace(
  '{',
  '{ "publicContacts": ["0532-85911111", "+86 13800138000", "service@example.cn", "110101190001010019"],',
);

test('what a site lists as public is not asked for again, but for identity numbers', async () => {
  const codes = async (files: Record<string, string>): Promise<string[]> =>
    (await loadHealthySite(files)).issues.map(({ code, file }) => `${code} ${file.slice(FIXTURE_LABEL.length + 1)}`);

  expect(await codes({ [PERSON]: text })).toEqual([
    `JC118 ${PERSON}`,
    `JC602 ${PERSON}`,
    `JC118 ${PERSON}`,
    `JC601 ${PERSON}`,
  ]);
  expect(await codes({ [PERSON]: text, 'site.json': site })).toEqual([`JC601 ${PERSON}`, 'JC601 site.json']);
});

test('nor while a change is checked, of which the site’s own file is no part', async () => {
  const files = new Map([...readFixture('healthy'), ['site.json', new TextEncoder().encode(site)] as const]);
  const place = {
    fileSystem: buildMemoryFileSystem(FIXTURE_LABEL, files),
    folder: FIXTURE_LABEL,
    label: FIXTURE_LABEL,
    today: FIXTURE_TODAY,
  };
  const editable = await readEditableSite(place);
  const changed = new Map([[PERSON, text]]);
  const issues = await findNewIssues({ ...editable, changed, sameBody: new Set() });
  expect(issues.map(({ code }) => code)).toEqual(['JC601']);
});
