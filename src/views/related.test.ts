import { expect, test } from 'vitest';
import { getById } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { openHealthySite } from '../tests/healthy-site.ts';
import { reportFiles } from '../tests/report-fixture.ts';
import { buildCard } from './related.ts';

test('a card says what a chapter is about in its summary, not in a first sentence that points at a table', async () => {
  const site = await openHealthySite(
    reportFiles({
      'reports/2023/01-people.mdx': '---\ntitle: 人\nsummary: 这一年的人。\n---\n\n人见<See id="figures" />。\n',
    }),
  );
  const chapter = getById<Entry>(site.catalogue.entries.reports, '2023/01-people');
  expect(buildCard(chapter, site).lead).toBe('这一年的人。');
});
