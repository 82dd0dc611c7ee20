import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { type BuiltSite, getPage, isIndexed, readTestSites, textOf } from './built-site.ts';
import { shorten } from './faults.ts';

const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => ['sitemap', 'url', 'item'].includes(name) });

function readXml(site: BuiltSite, file: string): unknown {
  const text = readFileSync(join(site.folder, file), 'utf8');
  expect(XMLValidator.validate(text), file).toBe(true);
  return parser.parse(text);
}

function readSitemap(site: BuiltSite): string[] {
  const { sitemapindex } = readXml(site, 'sitemap-index.xml') as { sitemapindex: { sitemap: { loc: string }[] } };
  return sitemapindex.sitemap.flatMap(({ loc }) => {
    expect(loc.startsWith(`${site.origin}${site.base}`)).toBe(true);
    const { urlset } = readXml(site, loc.slice(`${site.origin}${site.base}`.length)) as { urlset: { url: { loc: string }[] } };
    return urlset.url.map((url) => url.loc);
  });
}

describe.each(readTestSites())('feeds of $name', (site) => {
  it('list in the sitemap every page that search engines may read, once, and no other', () => {
    const listed = readSitemap(site).sort();
    const indexed = site.pages
      .filter(isIndexed)
      .map(({ address }) => address)
      .sort();
    expect(shorten(listed.filter((address) => !indexed.includes(address)))).toEqual([]);
    expect(shorten(indexed.filter((address) => !listed.includes(address)))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('list in the RSS every person with name, page and what they do', () => {
    const { rss } = readXml(site, 'rss.xml') as {
      rss: { channel: { title: string; link: string; description: string; language: string; item: { title: string; link: string; description: string }[] } };
    };
    const { channel } = rss;
    expect(channel.link).toBe(`${site.origin}${site.base}`);
    expect(channel.language).toBe('zh-CN');
    expect(channel.title).toContain(site.info.title);
    const profiles = site.pages.filter(({ path }) => /^\/craftsmen\/[^/]+\/$/.test(path));
    expect(channel.item.map(({ link }) => link).sort()).toEqual(profiles.map(({ address }) => address).sort());
    for (const { title, link, description } of channel.item) {
      const page = getPage(site, link.slice(`${site.origin}${site.base}`.length - 1));
      expect(title).toBe(textOf(page.document.querySelector('h1')));
      expect(description.length).toBeGreaterThan(5);
    }
  });
});
