import { expect, test } from 'vitest';
import { buildMemoryFileSystem } from '../tests/memory-file-system.ts';
import { takeSnapshot } from './content-snapshot.ts';

test('a snapshot shows what was there when it was taken, whatever is written later', async () => {
  const encoder = new TextEncoder();
  const files = new Map([
    ['site.json', encoder.encode('old')],
    ['media/a.jpg', encoder.encode('picture')],
  ]);
  const snapshot = takeSnapshot(buildMemoryFileSystem('site', files));
  await snapshot.list('site');
  files.set('site.json', encoder.encode('new'));
  files.set('craftsmen/b.mdx', encoder.encode('of somebody else'));
  const read = async (file: string): Promise<string> => new TextDecoder().decode(await snapshot.read(`site/${file}`));

  expect(await read('site.json')).toBe('old');
  expect(await read('media/a.jpg')).toBe('picture');
  await expect(read('craftsmen/b.mdx')).rejects.toThrow('site/craftsmen/b.mdx was not there.');
});
