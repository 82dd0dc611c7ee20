import { expect, test } from 'vitest';
import { getHealthyFile, loadFiles, loadHealthySite, readFixture } from '../tests/content-fixtures.ts';

const PERSON = getHealthyFile('craftsmen/shan-yu.mdx').replace('name: 单宇', 'name: 周青');

/** What an editor reads about one more file. */
async function describeFile(path: string): Promise<string[]> {
  const { issues } = await loadHealthySite({ [path]: PERSON });
  return issues.map(({ severity, code, message, hint }) => `${severity} ${code} ${message}→ ${hint}`);
}

test.each([
  [
    'craftsmen/zhou-qing.mdx.txt',
    'error JC105 文件名「zhou-qing.mdx.txt」多了 .txt，这个文件没有用上。记事本存盘时会自己加上它，资源管理器又不显示。→ 在资源管理器的「查看」里勾上「文件扩展名」，再把文件名末尾的 .txt 删掉。',
  ],
  [
    'craftsmen/周青.mdx',
    'error JC105 文件名「周青」不能用作编号：编号只能有小写英文字母、数字和连字符。→ 改文件名，例如 zhou-qing；编号会成为网址，用拼音最好。',
  ],
  [
    'craftsmen/买买提·艾力.mdx',
    'error JC105 文件名「买买提·艾力」不能用作编号：编号只能有小写英文字母、数字和连字符。→ 改文件名，例如 maimaiti-aili；编号会成为网址，用拼音最好。',
  ],
  [
    'craftsmen/zhou-qing - 副本.mdx',
    'error JC105 文件名「zhou-qing - 副本」像是复制出来的副本，不能用作编号。→ 不要它就删掉；要用它写另一条，就改名，例如 zhou-qing-2。',
  ],
  [
    'craftsmen/aux.mdx',
    'error JC105 「aux」是 Windows 保留的名称，这样的文件在 Windows 上打不开。→ 换一个编号，例如 aux-1。',
  ],
  ['craftsmen/page.mdx', 'error JC105 「page」这个编号的网址，网站自己要用。→ 换一个编号，例如 page-1。'],
  [
    'craftsmen/周青事迹.docx',
    'warning JC103 craftsmen 文件夹里只认 .mdx 文件，而且不分下级文件夹；这个文件没有用上。→ 改扩展名没有用。打开它，把文字复制到一个新的 .mdx 文件里（npm run new 会写好开头），再把它移走。',
  ],
  [
    'craftsmen/zhou-qing.JPG',
    'warning JC103 craftsmen 文件夹里只认 .mdx 文件，而且不分下级文件夹；这个文件没有用上。→ 照片放进 media 文件夹，再在工匠的文件里用 portrait 写上文件名。',
  ],
])('%s', async (path, issue) => {
  expect(await describeFile(path)).toEqual([issue]);
});

test('no chart has the name of the page on which readers draw their own', async () => {
  const files = readFixture('chart');
  const chart = files.get('charts/talent.json') ?? new Uint8Array();
  const { issues } = await loadFiles(new Map([...files, ['charts/explore.json', chart]]));

  expect(issues.map(({ file, code, message }) => `${file} ${code} ${message}`)).toEqual([
    'content/haicheng/charts/explore.json JC105 「explore」这个编号的网址，网站自己要用。',
  ]);
});

test.each(['craftsmen/desktop.ini', 'craftsmen/~$周青.docx', 'craftsmen/.DS_Store', 'craftsmen/~WRL0001.tmp'])(
  'nothing is said of %s',
  async (path) => {
    expect(await describeFile(path)).toEqual([]);
  },
);

test.each([
  ['https://example.org/工匠日/', false],
  ['https://example.org/a b/', false],
  ['https://example.org/?a=1', false],
  ['https://example.org/jiangce_2/v1.0', true],
  ['https://例子.中国/jc/', true],
])('the address %s of a site is sound: %s', async (url, isSound) => {
  const site = getHealthyFile('site.json').replace('https://example.org/jiangce/', url);
  const { issues } = await loadHealthySite({ 'site.json': site });

  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(isSound ? [] : ['JC205 url']);
});
