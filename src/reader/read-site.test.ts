import { describe, expect, test } from 'vitest';
import { buildMemoryFileSystem } from '../tests/memory-file-system.ts';
import type { FileSystem } from './file-system.ts';
import { type RawSite, readSite } from './read-site.ts';
import type { SiteLayout } from './site-layout.ts';

const LAYOUT: SiteLayout = {
  documents: { 'site.json': { required: true }, 'extra.json': { required: false } },
  folders: { people: 'mdx', figures: 'json' },
  passive: ['media'],
  components: {},
  idPattern: /^[a-z]+$/,
};
const SITE = { 'site.json': '{ "title": "海城" }' };

function read(files: Readonly<Record<string, string | Uint8Array>>): Promise<RawSite> {
  const bytes = new Map(
    Object.entries(files).map(([path, text]) => [
      path,
      typeof text === 'string' ? new TextEncoder().encode(text) : text,
    ]),
  );
  return readFrom(buildMemoryFileSystem('site', bytes));
}

function readFrom(fileSystem: FileSystem): Promise<RawSite> {
  return readSite({ fileSystem, folder: 'site', label: 'content/site', layout: LAYOUT });
}

test('files become entries by their folder and name, with fields, body and places', async () => {
  const { entries, files, issues } = await read({
    ...SITE,
    'people/lin.mdx': '---\nname: 林\n---\n\n甲',
    'figures/skilled.json': '{ "value": 1 }',
    'media/a/b.jpg': '',
  });

  expect(issues).toEqual([]);
  expect(files).toEqual(['media/a/b.jpg']);
  expect(entries.map(({ kind, id, file, value }) => ({ kind, id, file, value }))).toEqual([
    { kind: 'figures', id: 'skilled', file: 'content/site/figures/skilled.json', value: { value: 1 } },
    { kind: 'people', id: 'lin', file: 'content/site/people/lin.mdx', value: { name: '林' } },
    { kind: 'site', id: 'site', file: 'content/site/site.json', value: { title: '海城' } },
  ]);
  expect(entries[1]?.body.nodes).toEqual([{ tag: 'p', children: ['甲'] }]);
  expect(entries[1]?.locator.valueAt(['name'])).toEqual({ line: 2, column: 7 });
});

describe('a file that cannot be read', () => {
  test('is an issue, its id is still taken, and the other files are read', async () => {
    const memory = buildMemoryFileSystem(
      'site',
      new Map([
        ['people/lin.mdx', new Uint8Array()],
        ['site.json', new TextEncoder().encode('{}')],
      ]),
    );
    const { entries, issues } = await readFrom({
      ...memory,
      read: (file) =>
        file.endsWith('lin.mdx')
          ? Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }))
          : memory.read(file),
    });

    expect(issues).toMatchInlineSnapshot(`
      [
        {
          "code": "JC107",
          "column": 1,
          "file": "content/site/people/lin.mdx",
          "hint": "看看文件是否还在、是否有读取权限，再试一次。",
          "line": 1,
          "message": "文件读不出来（EACCES）。",
          "path": "",
          "severity": "error",
        },
      ]
    `);
    expect(entries.map(({ kind }) => kind)).toContain('site');
  });

  test('and is no file is not opened at all', async () => {
    const { issues } = await readFrom({
      list: () => Promise.resolve([{ path: 'people/pipe.mdx', isFolder: false, isSpecial: true }]),
      read: () => Promise.reject(new Error('It was opened.')),
    });
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: 'JC107',
        file: 'content/site/people/pipe.mdx',
        message: '这不是普通的文件，是管道、设备之类，或者指到那里的链接；没有读。',
      }),
    );
  });

  test('for a reason unknown says so', async () => {
    const { issues } = await readFrom({
      list: () => Promise.resolve([{ path: 'site.json', isFolder: false }]),
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a file system may throw anything
      read: () => Promise.reject('no'),
    });

    expect(issues).toMatchObject([{ code: 'JC107', message: '文件读不出来（未知原因）。' }]);
  });
});

describe('text is UTF-8', () => {
  test('with or without a byte-order mark and with any line breaks', async () => {
    const { entries, issues } = await read({ ...SITE, 'people/lin.mdx': '\ufeff---\r\nname: 林\r\n---\r\n\r\na\rb' });

    expect(issues).toEqual([]);
    expect(entries[0]).toMatchObject({ value: { name: '林' }, body: { nodes: [{ tag: 'p', children: ['a\nb'] }] } });
  });

  test.each([
    ['GBK', [0xc1, 0xd6]],
    ['UTF-16', [0xff, 0xfe, 0x17, 0x67]],
    ['a cut character', [0xe6, 0x9e]],
  ])('and %s is not', async (_name, bytes) => {
    const { issues } = await read({ ...SITE, 'people/lin.mdx': Uint8Array.from(bytes) });

    expect(issues).toMatchObject([{ code: 'JC101', file: 'content/site/people/lin.mdx' }]);
  });
});

describe('what belongs nowhere is a warning', () => {
  test.each([
    ['readme.txt', '内容文件夹里没有「readme.txt」这一项，这个文件没有用上。'],
    ['people/lin.md', 'people 文件夹里只认 .mdx 文件，而且不分下级文件夹；这个文件没有用上。'],
    ['figures/deep/a.json', 'figures 文件夹里只认 .json 文件，而且不分下级文件夹；这个文件没有用上。'],
    ['persons/lin.mdx', '内容文件夹里没有「persons」这一项，这个文件没有用上。'],
    ['constructor', '内容文件夹里没有「constructor」这一项，这个文件没有用上。'],
    ['toString/a.json', '内容文件夹里没有「toString」这一项，这个文件没有用上。'],
  ])('%s', async (path, message) => {
    const { issues } = await read({ ...SITE, [path]: 'x' });

    expect(issues).toMatchObject([{ code: 'JC103', severity: 'warning', message }]);
  });

  test.each(['.DS_Store', 'people/.lin.mdx.swp', 'people/~$lin.mdx', 'Thumbs.db', '.git/config'])(
    'but what programs leave behind is nothing: %s',
    async (path) => {
      expect((await read({ ...SITE, [path]: 'x' })).issues).toEqual([]);
    },
  );
});

test('an optional document may be missing, a required one not', async () => {
  const { issues } = await read({ 'people/lin.mdx': '---\na: 1\n---\n' });

  expect(issues).toMatchObject([
    { code: 'JC104', file: 'content/site/site.json', message: '内容文件夹里缺少 site.json。' },
  ]);
});

test('an empty or missing folder is called that', async () => {
  expect((await read({})).issues).toMatchObject([
    { code: 'JC104', message: '没有 content/site 这个内容文件夹，或者它是空的。' },
  ]);
});

test('an id that may not be one is an issue, and the entry is read all the same', async () => {
  const { entries, issues } = await read({ ...SITE, 'people/Lin Mo.mdx': '---\nname: 林\n---\n' });

  expect(issues).toMatchObject([{ code: 'JC105', file: 'content/site/people/Lin Mo.mdx' }]);
  expect(entries[0]).toMatchObject({ id: 'Lin Mo', value: { name: '林' } });
});

test('issues come in the order of the report, whatever order they were found in', async () => {
  const { issues } = await read({
    ...SITE,
    'people/b.mdx': '---\na: 1\n---\n\n{x} 13800138000',
    'people/a.mdx': '',
    zz: '',
  });

  expect(issues.map(({ file, code }) => `${file} ${code}`)).toEqual([
    'content/site/people/a.mdx JC102',
    'content/site/people/b.mdx JC403',
    'content/site/people/b.mdx JC602',
    'content/site/zz JC103',
  ]);
});

test('a file that no hand wrote is refused unread', async () => {
  const { issues, entries } = await read({
    ...SITE,
    'figures/huge.json': `{ "value": "${'长'.repeat(100_000)}" }`,
    'extra.json': `{ "value": "${'长'.repeat(100_000)}" }`,
  });

  expect(issues).toMatchObject([
    { code: 'JC110', file: 'content/site/figures/huge.json', message: '文件太大，有 301 kB，最多 300 kB；没有读。' },
  ]);
  expect(entries.map(({ id, value }) => [id, value === undefined])).toEqual([
    ['extra', false],
    ['huge', true],
    ['site', false],
  ]);
});
