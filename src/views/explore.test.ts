import { describe, expect, test } from 'vitest';
import { firstChoice } from '../charts/explore/asked-choice.ts';
import { buildPanel } from '../charts/explore/panel.ts';
import { readContentCharts } from '../tests/content-charts.ts';
import { buildViewContext } from './context.ts';
import { exploreHref, getExplore, groupIndicators, hasExplore, listReadyCharts } from './explore.ts';
import { buildPressKit } from './press.ts';

const { catalogue } = await readContentCharts('qingdao');
const context = buildViewContext(catalogue);
const explore = getExplore(context);

test('the code of every chart is that of its press page', () => {
  expect(explore.data.charts.length).toBe(context.charts.size);
  for (const chart of explore.data.charts) {
    const spec = context.charts.get(chart.id);
    expect(spec && buildPressKit(spec, context).live.line.text).toBe(chart.embedCode);
  }
});

test('the data hold every figure with its source and place, and no words that are not shown', () => {
  const data = JSON.parse(JSON.stringify(explore.data)) as typeof explore.data;
  expect(data.statistics.map(({ id, observations }) => [id, observations])).toEqual(
    expect.arrayContaining(
      [...catalogue.entries.statistics.values()].map(({ id, data: { observations } }) => [id, observations]),
    ),
  );
  expect(Object.keys(data.statistics[0] ?? {})).not.toContain('definition');
  const sources = new Set(data.sources.map(({ id }) => id));
  expect(
    data.statistics.flatMap(({ observations }) => observations).filter(({ source }) => !sources.has(source)),
  ).toEqual([]);
});

test('almost every chart of the site can be taken as a start, and shows the same figures', () => {
  const links = listReadyCharts(context).flatMap(({ charts }) => charts);
  expect(links.length).toBe(context.charts.size);
  expect(links.filter(({ exploreHref: href }) => href.endsWith('/explore/')).map(({ title }) => title)).toEqual([]);
  expect(exploreHref('innovation-firms', context)).toBe('/data/explore/?i=innovation-firms&k=bar');
});

describe('indicators', () => {
  const groups = groupIndicators(buildPanel(firstChoice(explore), explore), context);

  test('stand in their themes, all of them, each with place, unit and periods', () => {
    expect(groups.flatMap(({ rows }) => rows).length).toBe(catalogue.entries.statistics.size);
    expect(groups[0]?.rows.find(({ id }) => id === 'skilled-talent')).toEqual({
      id: 'skilled-talent',
      title: '技能人才总量',
      detail: '青岛市 · 人 · 2023年、2025年',
      href: '/statistics/skilled-talent/',
      isChosen: true,
      reason: undefined,
    });
  });

  test('are folded out where one is chosen', () => {
    expect(groups.filter(({ isOpen }) => isOpen).map(({ id }) => id)).toEqual(['talent']);
  });
});

test('a site without charts has no such page', () => {
  expect(hasExplore(context)).toBe(true);
  expect(hasExplore({ ...context, charts: new Map() })).toBe(false);
});
