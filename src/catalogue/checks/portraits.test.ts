import { expect, it } from 'vitest';
import { buildMemoryFileSystem } from '../../tests/memory-file-system.ts';
import { FIXTURE_LABEL, FIXTURE_TODAY, readFixture } from '../../tests/content-fixtures.ts';
import { openSite } from '../../opening/open-site.ts';

/** The hint for a portrait whose file is called otherwise. */
async function hintFor(named: string, written: string): Promise<string | undefined> {
  const files = new Map(readFixture('portrait'));
  const person = new TextDecoder().decode(files.get('craftsmen/lin-mo.mdx'));
  files.set('craftsmen/lin-mo.mdx', new TextEncoder().encode(person.replace('lin-mo.jpg', written)));
  const photo = files.get('media/lin-mo.jpg');
  if (photo) files.set(`media/${named}`, photo);
  files.delete('media/lin-mo.jpg');
  const fileSystem = buildMemoryFileSystem(FIXTURE_LABEL, files);
  const { issues } = await openSite(FIXTURE_LABEL, { fileSystem, label: FIXTURE_LABEL, today: FIXTURE_TODAY });
  return issues.find(({ code }) => code === 'JC604')?.hint;
}

it.each([
  ['Lin-Mo.JPG', 'lin-mo.jpg', '那里的是「Lin-Mo.JPG」，大小写不同：改成一样的。'],
  [
    'lín.jpg'.normalize('NFD'),
    'lín.jpg'.normalize('NFC'),
    '那里有一个看上去一样的，字母上的音调记法不同：给照片换一个只有英文字母和数字的名字，这里照着写。',
  ],
  ['hai-ge.jpg', 'lin-mo.jpg', '把照片放进 media 文件夹，文件名要一模一样，包括大小写。'],
])('a photograph called %s and written as %s is told', async (named, written, hint) => {
  expect(await hintFor(named, written)).toBe(hint);
});
