import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { isEmbed, readTestSites, textOf } from '../../../scripts/sites/built-site.ts';
import { shorten } from './faults.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      // All files come from the site itself (links.test.ts), where a hash guards against nobody.
      'require-sri': ['error', { target: 'crossorigin' }],
      // Drawings take their style along into other sites' pages.
      'no-inline-style': 'off',
      // A box that scrolls sideways is a named region so that a keyboard reaches it; it is no section of the text.
      'prefer-native-element': ['error', { exclude: ['region'] }],
    },
  }),
);

/** Heading levels in order of the page; a page jumps from h2 to h4 by mistake only. */
function findHeadingFaults(levels: readonly number[]): string[] {
  return levels.flatMap((level, at) => {
    const before = levels[at - 1] ?? 0;
    return level > before + 1 ? [`h${String(level)} after ${before === 0 ? 'nothing' : `h${String(before)}`}`] : [];
  });
}

describe.each(readTestSites())('markup of $name', (site) => {
  it('is valid HTML', async () => {
    const faults: string[] = [];
    for (const { html, file, path } of site.pages) {
      const { results } = await validator.validateString(html, file);
      faults.push(
        ...results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, selector }) => `${path}: ${ruleId}: ${message} (${selector ?? ''})`),
        ),
      );
    }
    expect(shorten(faults)).toEqual([]);
  });

  it('says that the page is Chinese', () => {
    const languages = site.pages.map(({ document }) => document.querySelector('html')?.getAttribute('lang'));
    expect(new Set(languages)).toEqual(new Set(['zh-CN']));
  });

  it('has ids that are unique in their page', () => {
    const repeated = site.pages.flatMap(({ path, document }) => {
      const ids = document.querySelectorAll('[id]').map(({ id }) => id);
      return ids.filter((id, at) => id === '' || ids.indexOf(id) !== at).map((id) => `${path}: ${id}`);
    });
    expect(shorten(repeated)).toEqual([]);
  });

  it('points labels and descriptions at elements that are there', () => {
    const attributes = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'headers', 'list'];
    const missing = site.pages.flatMap(({ path, document }) =>
      attributes.flatMap((name) =>
        document
          .querySelectorAll(`[${name}]`)
          .flatMap((element) => (element.getAttribute(name) ?? '').split(/\s+/))
          .filter((id) => document.querySelector(`[id="${id}"]`) === null)
          .map((id) => `${path}: ${name}="${id}"`),
      ),
    );
    expect(shorten(missing)).toEqual([]);
  });

  it('has one h1, and headings that skip no level', () => {
    const faults = site.pages
      .filter((page) => !isEmbed(page))
      .flatMap(({ path, document }) => {
        const headings = document.querySelectorAll('h1, h2, h3, h4, h5, h6');
        const levels = headings.map(({ rawTagName }) => Number(rawTagName.slice(1)));
        const empty = headings.filter((heading) => textOf(heading) === '').map(() => 'an empty heading');
        const mains = levels.filter((level) => level === 1).length;
        return [...(mains === 1 ? [] : [`${String(mains)} h1`]), ...findHeadingFaults(levels), ...empty].map(
          (fault) => `${path}: ${fault}`,
        );
      });
    expect(shorten(faults)).toEqual([]);
  });
});
