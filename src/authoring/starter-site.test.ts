import { describe, expect, it } from 'vitest';
import { openSite } from '../opening/open-site.ts';
import { formatIssues } from '../issues/format.ts';
import { buildMemoryFileSystem } from '../tests/memory-file-system.ts';
import { buildStarterSite, STARTER_COLOURS, toShortCity, toSiteId } from './starter-site.ts';

const OPTIONS = {
  city: '威海市',
  shortCity: '威海',
  title: '威海匠册',
  url: 'https://example.org/weihai/',
  publisher: '编辑部',
  today: '2025-07-26',
};

describe('a starter site', () => {
  it.each(Object.keys(STARTER_COLOURS) as (keyof typeof STARTER_COLOURS)[])(
    'passes the check without a word, in %s',
    async (colours) => {
      const files = buildStarterSite({ ...OPTIONS, colours });
      const bytes = new Map(
        [...files].map(([path, text]): [string, Uint8Array] => [path, new TextEncoder().encode(text)]),
      );
      const fileSystem = buildMemoryFileSystem('content/weihai', bytes);
      const { issues } = await openSite('content/weihai', {
        fileSystem,
        label: 'content/weihai',
        today: OPTIONS.today,
      });
      expect(formatIssues(issues, 'text')).toBe('');
      expect([...files.keys()].sort()).toContain('editions/2025.json');
    },
  );

  it('says of everything invented that it is an example', () => {
    const files = buildStarterSite({ ...OPTIONS, colours: 'red' });
    for (const path of [
      'craftsmen/example-craftsman.mdx',
      'statistics/listed-craftsmen.json',
      'editions/2025.json',
      'pages/about-data.mdx',
    ]) {
      expect(files.get(path)).toContain('示例');
    }
  });
});

describe('the names of a city', () => {
  it.each([
    ['威海市', '威海', 'weihai'],
    ['山东省潍坊市', '潍坊', 'weifang'],
    ['威海市文登区', '文登', 'wendeng'],
    ['青岛', '青岛', 'qingdao'],
    ['吕梁市', '吕梁', 'lvliang'],
  ])('%s is %s for short and %s in addresses', (city, short, id) => {
    expect(toShortCity(city)).toBe(short);
    expect(toSiteId(short)).toBe(id);
  });
});
