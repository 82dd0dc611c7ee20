import { expect, test } from 'vitest';
import { openHealthySite } from '../tests/healthy-site.ts';
import { buildDisplayGlyphs } from './display-glyphs.ts';

test('the font covers the site, its sections and its people', async () => {
  const site = await openHealthySite();
  const { covers } = buildDisplayGlyphs(site);
  for (const heading of [site.catalogue.site.title, '工匠', '来源', '林墨', '单宇'])
    expect(covers(heading), heading).toBe(true);
});

test('a heading with a character the font lacks is not covered', async () => {
  const { covers, characters } = buildDisplayGlyphs(await openHealthySite());
  expect(characters).not.toContain('龘');
  expect(covers('工匠龘')).toBe(false);
});
