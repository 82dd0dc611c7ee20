import { expect, test } from 'vitest';
import { loadHealthySite } from '../tests/content-fixtures.ts';
import { buildReferrers } from './referrers.ts';

test('all references are turned round, from fields and from bodies', async () => {
  const { content } = await loadHealthySite();
  if (!content) throw new Error('The healthy content has errors.');

  const referrers = buildReferrers(content);
  const of = (target: string): string[] =>
    (referrers.get(target) ?? []).map(({ kind, id, field }) => `${kind}/${id} ${field}`);

  expect(of('craftsmen/lin-mo')).toEqual([
    'competitions/fitter-contest results',
    'craftsmen/shan-yu body',
    'proposals/night-school proposers',
    'proposals/shift-buses proposers',
    'studios/lin-mo lead',
  ]);
  expect(of('statistics/skilled-workers')).toEqual(['pages/about-data statistics', 'pages/about-data body']);
  // A Stat cites the source of the observation it prints.
  expect(of('sources/daily-2023')).toEqual([
    'craftsmen/lin-mo honours',
    'craftsmen/lin-mo citations',
    'craftsmen/lin-mo body',
    'districts/nangang citations',
    'editions/2023 citations',
    'pages/about-data citations',
    'pages/about-data body',
    'statistics/skilled-workers observations',
    'studios/lin-mo citations',
  ]);
  expect(of('organizations/harbour-works')).toEqual(['craftsmen/lin-mo employer', 'studios/lin-mo host']);
  expect(of('craftsmen/nobody')).toEqual([]);
});
