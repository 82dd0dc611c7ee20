import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BuiltSite, getPage, isIndexed, readTestSites, textOf } from '../../../scripts/sites/built-site.ts';
import { shorten } from './faults.ts';
import { readXml, type XmlElement } from './xml.ts';

const readFeed = (site: BuiltSite, file: string): XmlElement[] =>
  readXml(readFileSync(join(site.folder, file), 'utf8'));

const textsAt = (elements: readonly XmlElement[], path: string): string[] =>
  elements.filter((element) => element.path === path).map(({ text }) => text);

function readSitemap(site: BuiltSite): string[] {
  const root = `${site.origin}${site.base}`;
  const parts = textsAt(readFeed(site, 'sitemap-index.xml'), 'sitemapindex/sitemap/loc');
  expect(parts.filter((address) => !address.startsWith(root))).toEqual([]);
  return parts.flatMap((address) => textsAt(readFeed(site, address.slice(root.length)), 'urlset/url/loc'));
}

describe.each(readTestSites())('feeds of $name', (site) => {
  it('list in the sitemap every page that search engines may read, once, and no other', () => {
    const listed = readSitemap(site);
    const indexed = site.pages.filter(isIndexed).map(({ address }) => address);
    expect(shorten(listed.filter((address) => !indexed.includes(address)))).toEqual([]);
    expect(shorten(indexed.filter((address) => !listed.includes(address)))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('list in the RSS every person with name, page and what they do', () => {
    const elements = readFeed(site, 'rss.xml');
    const channel = (name: string): string[] => textsAt(elements, `rss/channel/${name}`);
    expect(channel('link')).toEqual([`${site.origin}${site.base}`]);
    expect(channel('language')).toEqual(['zh-CN']);
    expect(channel('title').join('')).toContain(site.info.title);
    const links = channel('item/link');
    const profiles = site.pages.filter(({ path }) => /^\/craftsmen\/[^/]+\/$/.test(path));
    expect(links.toSorted()).toEqual(profiles.map(({ address }) => address).sort());
    const names = links.map((link) =>
      getPage(site, link.slice(`${site.origin}${site.base}`.length - 1)).document.querySelector('h1'),
    );
    expect(channel('item/title')).toEqual(names.map(textOf));
    expect(channel('item/description').filter((text) => text.length > 5).length).toBe(links.length);
  });
});
