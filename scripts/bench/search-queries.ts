import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { globSync } from 'node:fs';
import { personPinyin } from '../../src/lib/pinyin.ts';
import type { SearchAids, SearchManifest } from '../../src/lib/search-aids.ts';

/** Queries of every way to search, out of a site's own names; the same for the same site. */
export async function collectQueries(site: string, content: string): Promise<string[]> {
  const files = globSync('craftsmen/*.mdx', { cwd: content }).sort();
  const names: string[] = [];
  for (const share of [0.5, 0.25, 0.75]) {
    const text = await readFile(path.join(content, files[Math.floor(files.length * share)] ?? ''), 'utf8');
    names.push(/^name: *(.+)$/m.exec(text)?.[1]?.trim() ?? '');
  }
  const [first = '', second = '', third = ''] = names;
  const { facets } = await readAids(site);
  const labels = (facet: keyof typeof facets): string[] => Object.values(facets[facet].values);
  const trade = labels('trade').at(-1) ?? '';
  const honour = labels('honour').at(-1) ?? '';
  return [
    first,
    [...second].slice(1).join('') + (second.length > 2 ? '' : second),
    personPinyin(third).spaced.replace(' ', ''),
    personPinyin(second).initials,
    trade,
    honour,
    `${trade} ${honour}`,
    `${trade}${second}`,
    // One character wrong: what corrects queries is loaded for it.
    `${[...third].slice(0, -1).join('')}某`,
    labels('district').at(-1) ?? '',
    `${honour}有多少`,
  ].filter((query) => query !== '');
}

async function readAids(site: string): Promise<SearchAids> {
  const read = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(path.join(site, 'search', file), 'utf8'));
  const { aids } = (await read('manifest.json')) as SearchManifest;
  return (await read(aids)) as SearchAids;
}
