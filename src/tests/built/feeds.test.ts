import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BuiltSite, getPage, isIndexed, readTestSites, textOf } from '../../../scripts/sites/built-site.ts';
import { shorten } from './faults.ts';
import { readXml, type XmlElement } from './xml.ts';

const readFeed = (site: BuiltSite, file: string): XmlElement[] =>
  readXml(readFileSync(join(site.folder, file), 'utf8'));

/** The site's feeds: that of people first. */
const feedsOf = ({ files }: BuiltSite): string[] =>
  [...files]
    .filter((file) => file === 'rss.xml' || /^feeds\/[^/]+\.xml$/.test(file))
    .toSorted((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));

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
    expect(channel('item/pubDate').length).toBeLessThanOrEqual(links.length);
    expect(channel('item/description').filter((text) => text.length > 5).length).toBe(links.length);
  });

  it('say where they are, when they last told something new, and list what is new first', () => {
    const faults = feedsOf(site).flatMap((file) => {
      const xml = readFileSync(join(site.folder, file), 'utf8');
      const elements = readXml(xml);
      const dates = textsAt(elements, 'rss/channel/item/pubDate').map((date) => Date.parse(date));
      const last = textsAt(elements, 'rss/channel/lastBuildDate').map((date) => Date.parse(date));
      const links = textsAt(elements, 'rss/channel/item/link');
      return [
        ...(xml.includes(`<atom:link href="${site.origin}${site.base}${file}" rel="self"`) ? [] : ['no self link']),
        ...(dates.every((date, at) => at === 0 || date <= (dates[at - 1] ?? 0)) ? [] : ['not in order']),
        ...(last[0] === dates[0] && last.length === Math.min(1, dates.length) ? [] : ['another last date']),
        ...(links.length > 0 && new Set(links).size === links.length ? [] : ['no items, or one twice']),
      ].map((fault) => `${file}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  it('are named in the head and foot of every page: charts and corrections only where there are any', () => {
    const has = (folder: string): boolean => existsSync(join(site.contentFolder, folder));
    const wanted = ['rss.xml', ...['charts', 'corrections'].filter(has).map((kind) => `feeds/${kind}.xml`)];
    expect(feedsOf(site)).toEqual(wanted);
    const addresses = wanted.map((file) => site.base + file);
    const faults = site.pages.filter(isIndexed).flatMap(({ path, document }) => {
      const inHead = document
        .querySelectorAll('link[type="application/rss+xml"]')
        .map((link) => link.getAttribute('href'));
      const inFoot = document.querySelectorAll('.imprint a[href$=".xml"]').map((link) => link.getAttribute('href'));
      return String(inHead) === String(addresses) && String(inFoot) === String(addresses) ? [] : [path];
    });
    expect(shorten(faults)).toEqual([]);
    expect(site.files.has('corrections/index.html')).toBe(has('corrections'));
  });
});
