import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readJson, readTestSites } from '../../../scripts/sites/built-site.ts';
import { shorten } from './faults.ts';
import { findBrokenLinks, findFault, findLinks, isForeign } from './links.ts';

describe.each(readTestSites())('links of $name', (site) => {
  it('lead to pages, files and anchors that are there, all under the base path', () => {
    expect(site.pages.flatMap(findLinks).length).toBeGreaterThan(site.pages.length * 20);
    expect(shorten(findBrokenLinks(site))).toEqual([]);
  });

  it('load nothing from another site', () => {
    const foreign = site.pages.flatMap((page) =>
      findLinks(page)
        .filter(({ address, isLoaded }) => isLoaded && isForeign(site, address, page.address))
        .map(({ address, place }) => `${page.path}: ${place} ${address}`),
    );
    expect(shorten(foreign)).toEqual([]);
  });

  it('open other sites without handing them the page', () => {
    const unsafe = site.pages.flatMap((page) =>
      page.document
        .querySelectorAll('a[href]')
        .filter((link) => isForeign(site, link.getAttribute('href') ?? '', page.address))
        .filter(
          (link) =>
            !(link.getAttribute('href') ?? '').startsWith('https:') ||
            !/\bnoopener\b/.test(link.getAttribute('rel') ?? ''),
        )
        .map((link) => `${page.path}: ${link.toString()}`),
    );
    expect(shorten(unsafe)).toEqual([]);
  });

  it('in the search index lead to pages, each to its own', () => {
    const index = join(site.folder, 'pagefind', 'fragment');
    const urls = readdirSync(index).map((file) => {
      const text = gunzipSync(readFileSync(join(index, file))).toString();
      return (JSON.parse(text.slice(text.indexOf('{'))) as { url: string }).url;
    });
    expect(urls.filter((url) => !site.files.has(`${url.slice(1)}index.html`))).toEqual([]);
    expect(new Set(urls).size).toBe(urls.length);
    expect(urls.length).toBeGreaterThan(0);
  });

  it('in the web manifest lead to its icons and the home page', () => {
    const { start_url, icons } = readJson(site, 'site.webmanifest') as { start_url: string; icons: { src: string }[] };
    expect(start_url).toBe(site.base);
    expect(icons.length).toBeGreaterThan(0);
    expect(icons.map(({ src }) => findFault(site, src, `${site.origin}${site.base}site.webmanifest`))).toEqual(
      icons.map(() => undefined),
    );
  });
});
