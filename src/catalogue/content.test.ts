import { expect, test } from 'vitest';
import { getHealthyFile, loadHealthySite } from '../tests/content-fixtures.ts';
import type { LoadedContent } from './content.ts';

const LIN_MO = 'craftsmen/lin-mo.mdx';

function codes({ issues }: LoadedContent): string[] {
  return issues.map(({ code, file, path }) => `${code} ${file.slice('content/haicheng/'.length)} ${path}`.trim());
}

test('healthy content comes without issues, with all that was read', async () => {
  const { content, issues, entryCount } = await loadHealthySite();

  expect(issues).toEqual([]);
  expect(entryCount).toBe(
    Object.values(content?.entries ?? {}).flat().length + Object.keys(content?.documents ?? {}).length,
  );
  expect(content?.entries.craftsmen.map(({ id, data }) => [id, data.name])).toEqual([
    ['lin-mo', '林墨'],
    ['shan-yu', '单宇'],
  ]);
});

test('content is plain data that survives being stored', async () => {
  const { content } = await loadHealthySite();

  expect(JSON.parse(JSON.stringify(content))).toEqual(content);
});

test('one error anywhere and nothing is built', async () => {
  const { content } = await loadHealthySite({ [LIN_MO]: getHealthyFile(LIN_MO).replace('harbour-works', 'x') });

  expect(content).toBeUndefined();
});

test('a warning does not stop the build', async () => {
  const { content, issues } = await loadHealthySite({ 'readme.txt': 'x' });

  expect(issues).toMatchObject([{ code: 'JC103', severity: 'warning' }]);
  expect(content).toBeDefined();
});

test('a broken entry is one error: references to it are none', async () => {
  expect(codes(await loadHealthySite({ [LIN_MO]: '---\nname: [\n---\n' }))).toEqual(['JC122 craftsmen/lin-mo.mdx']);
  expect(codes(await loadHealthySite({ [LIN_MO]: '' }))).toEqual(['JC102 craftsmen/lin-mo.mdx']);
});

test('a broken list is one error: the references into it are none', async () => {
  expect(codes(await loadHealthySite({ 'sources.json': '{' }))).toEqual(['JC111 sources.json']);
  expect(codes(await loadHealthySite({ 'taxonomy.json': '[]' }))).toEqual(['JC112 taxonomy.json']);
});

test('what a broken entry points at is checked in the same run', async () => {
  const text = getHealthyFile(LIN_MO)
    .replace('name: 林墨\n', '')
    .replace('harbour-works', 'x')
    .replace('<Fact source="daily-2023"', '<Fact source="y"');

  expect(codes(await loadHealthySite({ [LIN_MO]: text }))).toEqual([
    'JC201 craftsmen/lin-mo.mdx name',
    'JC301 craftsmen/lin-mo.mdx employer',
    'JC301 craftsmen/lin-mo.mdx body',
  ]);
});
