import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatPartialDate } from '../../lib/partial-date.ts';
import { SourcesFileSchema } from '../../schemas/source.ts';
import { type BuiltPage, type BuiltSite, isEmbed, readTestSites, textOf } from '../../../scripts/sites/built-site.ts';
import { shorten } from './faults.ts';

const undatedSources = ({ contentFolder }: BuiltSite): string[] =>
  SourcesFileSchema.parse(JSON.parse(readFileSync(join(contentFolder, 'sources.json'), 'utf8'))).sources.flatMap(
    ({ date, earliest }) => (date === undefined && earliest !== undefined ? [earliest] : []),
  );
const footerOf = ({ document }: BuiltPage): string => textOf(document.querySelector('footer.site-footer'));

describe.each(readTestSites())('the frame of pages of $name', (site) => {
  const pages = site.pages.filter((page) => !isEmbed(page));
  const { publisher, notice, licence, feedback, filings, title } = site.info;

  it('begins with a link that skips to the text', () => {
    const faults = pages
      .filter(({ document }) => {
        const first = document.querySelector('body a, body button, body input');
        const target = first?.getAttribute('href') ?? '';
        return !first?.classList.contains('skip-link') || document.querySelector(`main${target}`) === null;
      })
      .map(({ path }) => path);
    expect(shorten(faults)).toEqual([]);
  });

  it('has one header, one main part and one footer', () => {
    const faults = pages.flatMap(({ path, document }) =>
      ['body > header', 'main', 'body > footer']
        .filter((part) => document.querySelectorAll(part).length !== 1)
        .map((part) => `${path}: ${String(document.querySelectorAll(part).length)} ${part}`),
    );
    expect(shorten(faults)).toEqual([]);
  });

  it('names each of several navigations differently', () => {
    const faults = pages.flatMap(({ path, document }) => {
      const names = document
        .querySelectorAll('nav')
        .map(
          (nav) =>
            nav.getAttribute('aria-label') ??
            textOf(document.getElementById(nav.getAttribute('aria-labelledby') ?? '')),
        );
      return new Set(names).size === names.length && !names.includes('') ? [] : [`${path}: ${names.join(', ')}`];
    });
    expect(shorten(faults)).toEqual([]);
  });

  it('shows on every page but the home page where it stands, from the home page down', () => {
    const faults = pages
      .filter(({ path }) => path !== '/' && path !== '/404.html')
      .filter(({ document }) => {
        const trail = document.querySelector('nav.breadcrumb');
        const last = trail?.querySelector('[aria-current="page"]');
        return trail?.querySelector('a')?.getAttribute('href') !== site.base || textOf(last) === '';
      })
      .map(({ path }) => path);
    expect(shorten(faults)).toEqual([]);
  });

  it('names the section by a link, for every entry', () => {
    const faults = pages
      .filter(({ path }) => /^\/(?:craftsmen|studios|outcomes|statistics|sources|data)\/[^/]+\/$/.test(path))
      .filter(({ path, document }) => {
        const links = document.querySelectorAll('nav.breadcrumb a').map((link) => link.getAttribute('href'));
        return !links.includes(`${site.base}${path.split('/')[1] ?? ''}/`);
      })
      .map(({ path }) => path);
    expect(shorten(faults)).toEqual([]);
  });

  it('ends with publisher, notice and licence', () => {
    const faults = pages.flatMap((page) => {
      const link = page.document.querySelector('footer a[rel~="license"]');
      return [
        ...[publisher, notice, licence.name, title]
          .filter((part) => !footerOf(page).includes(part))
          .map((part) => `${page.path}: no ${part}`),
        ...(link?.getAttribute('href') === licence.url ? [] : [`${page.path}: no link to the licence`]),
      ];
    });
    expect(shorten(faults)).toEqual([]);
  });

  it('has a line for feedback and filing numbers only where site.json gives them', () => {
    const lines = [
      { label: '意见反馈', value: feedback },
      { label: 'ICP', value: filings.icp },
      { label: '公网安备', value: filings.police },
    ];
    const faults = pages.flatMap((page) =>
      lines
        .filter(({ label, value }) => footerOf(page).includes(label) !== (value !== ''))
        .map(({ label }) => `${page.path}: ${label}`),
    );
    expect(shorten(faults)).toEqual([]);
    const empty = pages.filter(({ document }) =>
      document
        .querySelectorAll('footer li, footer p')
        .some((line) => textOf(line).replace(/[：:]$/, '') === '' || /[：:]$/.test(textOf(line))),
    );
    expect(shorten(empty.map(({ path }) => path))).toEqual([]);
  });

  it('says on every page up to when it speaks, and never gives the earliest date of an undated source as its date', () => {
    const dateOf = (page: BuiltPage): string | undefined =>
      /内容据(?:所引|全部)来源，(?:截至|最晚一篇的日期未载，不早于)\d{4}年[\d月日]*/.exec(footerOf(page))?.[0];
    expect(shorten(pages.filter((page) => dateOf(page) === undefined).map(({ path }) => path))).toEqual([]);
    const claims = undatedSources(site).map((date) => `截至${formatPartialDate(date)}`);
    const wrong = pages.filter((page) => claims.some((claim) => dateOf(page)?.endsWith(claim)));
    expect(shorten(wrong.map(({ path }) => path))).toEqual([]);
  });

  it('lists its sources on every directory of entries', () => {
    const directories = ['/craftsmen/', '/statistics/', '/studios/', '/outcomes/', '/districts/', '/policies/'];
    const missing = pages.filter(
      ({ path, document }) => directories.includes(path) && !document.querySelector('.citations a[href*="/sources/"]'),
    );
    expect(missing.map(({ path }) => path)).toEqual([]);
  });
});
