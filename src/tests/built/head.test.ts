import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BuiltPage, type BuiltSite, isIndexed, readTestSites, textOf } from '../../../scripts/sites/built-site.ts';
import { shorten } from './faults.ts';

const LONGEST_DESCRIPTION = 160;
const OPEN_GRAPH = ['og:title', 'og:description', 'og:type', 'og:url', 'og:image', 'og:site_name', 'og:locale'];

function metaOf({ document }: BuiltPage, name: string): string {
  return (
    (
      document.querySelector(`meta[property="${name}"]`) ?? document.querySelector(`meta[name="${name}"]`)
    )?.getAttribute('content') ?? ''
  );
}

function titleOf({ document }: BuiltPage): string {
  return textOf(document.querySelector('head > title'));
}

function canonicalsOf({ document }: BuiltPage): (string | undefined)[] {
  return document.querySelectorAll('link[rel="canonical"]').map((link) => link.getAttribute('href'));
}

/** Width and height in a PNG file's head. */
function readPngSize(site: BuiltSite, address: string): string {
  const bytes = readFileSync(join(site.folder, address.slice(`${site.origin}${site.base}`.length)));
  return bytes.toString('latin1', 1, 4) === 'PNG'
    ? `${String(bytes.readUInt32BE(16))}×${String(bytes.readUInt32BE(20))}`
    : 'no PNG';
}

describe.each(readTestSites())('the head of pages of $name', (site) => {
  const indexed = site.pages.filter(isIndexed);

  it('has a title with the site’s name, and no two pages have the same', () => {
    expect(
      shorten(site.pages.filter((page) => !titleOf(page).includes(site.info.title)).map(({ path }) => path)),
    ).toEqual([]);
    const titles = indexed.map(titleOf);
    expect(shorten(titles.filter((title, at) => titles.indexOf(title) !== at))).toEqual([]);
  });

  it('has a description of a length that is shown whole', () => {
    const faults = site.pages
      .map((page) => ({ path: page.path, description: metaOf(page, 'description') }))
      .filter(({ description }) => description.trim().length < 5 || description.length > LONGEST_DESCRIPTION)
      .map(({ path, description }) => `${path}: «${description}»`);
    expect(shorten(faults)).toEqual([]);
  });

  it('names the page’s own address as the canonical one, under the site’s', () => {
    const faults = indexed
      .filter((page) => canonicalsOf(page).length !== 1 || canonicalsOf(page)[0] !== page.address)
      .map((page) => `${page.path}: ${canonicalsOf(page).join(', ')}`);
    expect(shorten(faults)).toEqual([]);
    expect(indexed.length).toBeGreaterThan(site.pages.length / 2);
  });

  it('has no canonical address where search engines are kept out', () => {
    const hidden = site.pages.filter((page) => !isIndexed(page));
    expect(hidden.map(({ path }) => path)).toContain('/404.html');
    expect(shorten(hidden.filter((page) => canonicalsOf(page).length > 0).map(({ path }) => path))).toEqual([]);
  });

  it('says for Open Graph what the page is, where it is, and how it looks when shared', () => {
    const faults = indexed.flatMap((page) => [
      ...OPEN_GRAPH.filter((name) => metaOf(page, name) === '').map((name) => `${page.path}: no ${name}`),
      ...(metaOf(page, 'og:url') === page.address ? [] : [`${page.path}: og:url ${metaOf(page, 'og:url')}`]),
      ...(titleOf(page).includes(metaOf(page, 'og:title'))
        ? []
        : [`${page.path}: og:title ${metaOf(page, 'og:title')}`]),
    ]);
    expect(shorten(faults)).toEqual([]);
  });

  it('states the true size of the shared picture', () => {
    const pictures = new Map(
      indexed.map((page) => [
        metaOf(page, 'og:image'),
        `${metaOf(page, 'og:image:width')}×${metaOf(page, 'og:image:height')}`,
      ]),
    );
    const wrong = [...pictures]
      .filter(([address, stated]) => readPngSize(site, address) !== stated)
      .map(([address, stated]) => `${address}: ${stated}`);
    expect(shorten(wrong)).toEqual([]);
    expect(pictures.size).toBeGreaterThan(1);
  });

  it('gives each person a picture of their own', () => {
    const profiles = indexed.filter(({ path }) => /^\/craftsmen\/[^/]+\/$/.test(path));
    expect(profiles.length).toBeGreaterThan(0);
    expect(
      shorten(
        profiles.filter((page) => !metaOf(page, 'og:image').includes(page.path.slice(1, -1))).map(({ path }) => path),
      ),
    ).toEqual([]);
  });
});
