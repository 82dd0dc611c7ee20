import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { listFiles } from '../sites/built-site.ts';

/** The directory pages of people in a built site, all facets included. */
export interface DirectoryWeight {
  pages: number;
  /** Site path of the page that weighs most, and its gzip size. */
  heaviest: string;
  heaviestBytes: number;
  mostLinks: number;
}

export async function weighDirectories(site: string): Promise<DirectoryWeight> {
  const folder = path.join(site, 'craftsmen');
  const weight: DirectoryWeight = { pages: 0, heaviest: '', heaviestBytes: 0, mostLinks: 0 };
  for (const file of listFiles(folder).filter((name) => /^(?:index\.html|(?:page|by)\/.*\.html)$/.test(name))) {
    const html = await readFile(path.join(folder, file), 'utf8');
    const bytes = gzipSync(html).length;
    weight.pages += 1;
    weight.mostLinks = Math.max(weight.mostLinks, html.match(/<a\s/g)?.length ?? 0);
    if (bytes <= weight.heaviestBytes) continue;
    weight.heaviest = `/craftsmen/${file.replace(/index\.html$/, '')}`;
    weight.heaviestBytes = bytes;
  }
  return weight;
}
