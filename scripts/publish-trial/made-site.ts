import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BuiltSite } from '../../src/publishing/publish.ts';
import { digestOf, readSiteFiles } from '../../src/publishing/site-files.ts';

/** People of a made-up site, with the words of their pages. */
export type People = Readonly<Record<string, string>>;

/** The files of a small site: every page loads a style sheet named by its content, and lists lead to every page. */
export function siteFiles(people: People, style = 'one'): Record<string, string> {
  const sheet = `_assets/site.${style}.css`;
  const page = (text: string): string => `<link rel="stylesheet" href="/${sheet}"><p>${text}</p>`;
  const links = Object.keys(people)
    .map((id) => `<a href="/craftsmen/${id}/">${id}</a>`)
    .join('');
  const index = `search/index.${digestOf(JSON.stringify(people)).slice(0, 12)}.json`;
  const files: Record<string, string> = {
    [sheet]: `p { --style: ${style} }`,
    'index.html': page(`首页 <a href="/craftsmen/">名录</a> ${String(Object.keys(people).length)}`),
    '404.html': page('没有这一页'),
    'craftsmen/index.html': page(links),
    'sitemap.xml': links,
    'charts/skills.svg': `<svg>${String(Object.keys(people).length)}</svg>`,
    'media/海 港.jpg': 'picture',
    'search/manifest.json': JSON.stringify({ index }),
    [index]: JSON.stringify(people),
  };
  for (const [id, text] of Object.entries(people))
    files[`craftsmen/${id}/index.html`] = page(`${text}${'。'.repeat(400)}`);
  return files;
}

/** A made-up site as a folder. */
export function writeSite(
  files: Readonly<Record<string, string>>,
  withdrawn: string[] = [],
): BuiltSite & { remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'jiangce-site-'));
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  for (const [name, content] of Object.entries(files)) {
    write(name, content);
    if (name.endsWith('.html') && content.length > 300) write(`${name}.gz`, gzipSync(content));
  }
  return {
    folder,
    files: readSiteFiles(folder, {}).files,
    withdrawn,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
