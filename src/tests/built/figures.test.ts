import type { HTMLElement } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { getObservation } from '../../catalogue/observations.ts';
import { formatFigure } from '../../lib/figure-format.ts';
import { findQuantities } from '../../lib/quantity.ts';
import { QUALIFIER_LABELS } from '../../schemas/statistic-words.ts';
import { getPage, readTestSites, textOf } from '../../../scripts/sites/built-site.ts';
import { figuresOf, readBodies, readStatistics } from './content-files.ts';
import { shorten } from './faults.ts';

const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '');
const figureText = (element: HTMLElement | null): string => withoutSpaces(textOf(element));

/** `<Stat id="…" at="…" />` in a body. */
function findStats(text: string): { id: string; at: string; source: string | undefined }[] {
  return [...text.matchAll(/<Stat\b([^>]*)\/>/g)].map(([, attributes = '']) => {
    const get = (name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
    return { id: get('id') ?? '', at: get('at') ?? '', source: get('source') };
  });
}

describe.each(readTestSites())('figures of $name', (site) => {
  const statistics = readStatistics(site);
  const statisticPrefix = `${site.base}statistics/`;
  const statisticOf = (link: HTMLElement | null | undefined): string | undefined => {
    const href = link?.getAttribute('href') ?? '';
    return href.startsWith(statisticPrefix) ? href.slice(statisticPrefix.length).replace(/\/.*$/, '') : undefined;
  };
  const isFigureOf = (id: string | undefined, text: string): boolean => {
    const statistic = id === undefined ? undefined : statistics.get(id);
    return statistic !== undefined && figuresOf(statistic).map(withoutSpaces).includes(text);
  };

  it('stand on their indicator’s page as the source prints them, each with qualifier, source and place', () => {
    const faults = [...statistics].flatMap(([id, { observations, unit }]) => {
      const expected = observations.map(({ display, qualifier, source, locator }) =>
        [
          withoutSpaces(formatFigure(display, unit)),
          QUALIFIER_LABELS[qualifier],
          `${site.base}sources/${source}/`,
          locator,
        ].join(' | '),
      );
      const rows = getPage(site, `/statistics/${id}/`).document.querySelectorAll('article table.figures tbody tr');
      const found = rows.map((row) => {
        const cell = row.querySelector('td[data-label="来源"]');
        const place = observations.find(({ locator }) => textOf(cell).includes(locator))?.locator;
        return [
          figureText(row.querySelector('td.number')),
          textOf(row.querySelector('td[data-label="限定"]')),
          cell?.querySelector('a')?.getAttribute('href'),
          place,
        ].join(' | ');
      });
      return expected.sort().join('\n') === found.sort().join('\n')
        ? []
        : [`${id}: expected ${expected.join('; ')}, found ${found.join('; ')}`];
    });
    expect(shorten(faults)).toEqual([]);
  });

  it('head their indicator’s page with the latest of them', () => {
    const faults = [...statistics].flatMap(([id, { observations, unit }]) => {
      const shown = figureText(getPage(site, `/statistics/${id}/`).document.querySelector('.headline-figure .figure'));
      const latest =
        observations
          .map(({ period }) => period.split('/').at(-1) ?? '')
          .sort()
          .at(-1) ?? '';
      const allowed = observations
        .filter(({ period }) => period.split('/').at(-1)?.startsWith(latest.slice(0, 4)) === true)
        .map(({ display }) => withoutSpaces(formatFigure(display, unit)));
      return allowed.includes(shown) ? [] : [`${id}: ${shown}, not one of ${allowed.join(', ')}`];
    });
    expect(shorten(faults)).toEqual([]);
  });

  it('in tables of indicators are those of the indicator that the row links to', () => {
    const rows = site.pages.flatMap(({ path, document }) =>
      document.querySelectorAll('table.figures tbody tr').flatMap((row) => {
        const id = statisticOf(row.querySelector('th a'));
        return id === undefined
          ? []
          : [{ path, id, text: figureText(row.querySelector('td.number .figure') ?? row.querySelector('td.number')) }];
      }),
    );
    expect(rows.length).toBeGreaterThan(statistics.size);
    expect(
      shorten(
        rows.filter(({ id, text }) => !isFigureOf(id, text)).map(({ path, id, text }) => `${path}: ${id}: ${text}`),
      ),
    ).toEqual([]);
  });

  it('in running text are those that the content names, and lead to their indicator', () => {
    const faults = readBodies(site).flatMap(({ file, path, text }) => {
      const expected = findStats(text).map(({ id, at, source }) => {
        const statistic = statistics.get(id);
        const display = statistic && getObservation(statistic, { at, source }).display;
        return `${id} ${display === undefined ? '' : withoutSpaces(formatFigure(display, statistic?.unit ?? ''))}`;
      });
      if (expected.length === 0) return [];
      const found = getPage(site, path)
        .document.querySelectorAll('main a.stat')
        .map((link) => `${statisticOf(link) ?? ''} ${figureText(link)}`);
      const missing = expected.filter((figure) => !found.includes(figure));
      return missing.length === 0 && found.length >= expected.length
        ? []
        : [`${file}: missing ${missing.join(', ')} of ${String(expected.length)}, found ${String(found.length)}`];
    });
    expect(shorten(faults)).toEqual([]);
    const links = site.pages.flatMap(({ path, document }) =>
      document.querySelectorAll('a.stat').map((link) => ({ path, id: statisticOf(link), text: figureText(link) })),
    );
    expect(
      shorten(
        links
          .filter(({ id, text }) => !isFigureOf(id, text))
          .map(({ path, id, text }) => `${path}: ${id ?? 'no statistic'}: ${text}`),
      ),
    ).toEqual([]);
  });

  it('on the home page all lead to their indicator, or to the person whose story they are part of', () => {
    const main = getPage(site, '/').document.querySelector('main');
    const figures = main?.querySelectorAll('.figure') ?? [];
    expect(figures.length).toBe(site.info.home.figures.length);
    const unlinked = figures
      .filter((figure) => !isFigureOf(statisticOf(figure.closest('li')?.querySelector('a')), figureText(figure)))
      .map(textOf);
    expect(unlinked).toEqual([]);
    const bare = (main?.querySelectorAll('p') ?? [])
      .filter((paragraph) => findQuantities(textOf(paragraph)).length > 0)
      .filter((paragraph) => {
        const block = paragraph.closest('li') ?? paragraph.closest('article') ?? paragraph;
        return !block
          .querySelectorAll('a')
          .some((link) => /\/(?:statistics|craftsmen|editions|reports|data)\//.test(link.getAttribute('href') ?? ''));
      })
      .map(textOf);
    expect(bare).toEqual([]);
  });
});
