import { describe, expect, test } from 'vitest';
import { planStages } from './order.ts';

const file = (name: string, digest = 'new'): { name: string; size: number; digest: string } => ({
  name,
  size: 1,
  digest,
});

/** What is done in each stage. */
function stagesOf(
  standing: Record<string, string | undefined>,
  release: ReturnType<typeof file>[],
  kept: string[] = [],
) {
  const stages = planStages(new Map(Object.entries(standing)), release, new Set(kept));
  return Object.fromEntries(
    stages.map(({ name, steps }) => [
      name,
      steps.map((step) => (step.kind === 'send' ? `+ ${step.file.name}` : `- ${step.name}`)),
    ]),
  );
}

test('what a page needs comes before it, and what nothing leads to any more goes last', () => {
  const standing = {
    'index.html': 'old',
    'craftsmen/index.html': 'old',
    'craftsmen/lin-mo/index.html': 'old',
    'craftsmen/hai-ge/index.html': 'old',
    'site.css': 'old',
    'rss.xml': 'old',
    'search/manifest.json': 'old',
  };
  const release = [
    file('_assets/Page.abc.css'),
    file('craftsmen/index.html'),
    file('craftsmen/lin-mo/index.html'),
    file('craftsmen/shan-yu/index.html'),
    file('charts/skills.svg'),
    file('embed/skills/abc/index.html'),
    file('index.html'),
    file('rss.xml'),
    file('search/manifest.json'),
    file('site.css'),
  ];

  expect(Object.entries(stagesOf(standing, release))).toEqual([
    ['assets', ['+ _assets/Page.abc.css']],
    ['files', ['+ charts/skills.svg', '+ site.css']],
    ['embeds', ['+ embed/skills/abc/index.html']],
    ['new-pages', ['+ craftsmen/shan-yu/index.html']],
    ['pages', ['+ craftsmen/lin-mo/index.html']],
    ['lists', ['+ craftsmen/index.html']],
    ['front', ['+ index.html', '+ rss.xml']],
    ['search', ['+ search/manifest.json']],
    ['gone', ['- craftsmen/hai-ge/index.html']],
  ]);
});

describe('of compressed copies', () => {
  test('each is sent with its page', () => {
    const release = [file('policies/pay/index.html'), file('policies/pay/index.html.gz')];

    expect(stagesOf({ 'policies/pay/index.html': 'old' }, release)).toEqual({
      pages: ['+ policies/pay/index.html', '+ policies/pay/index.html.gz'],
    });
  });

  test('one that the page has no more goes with the page, since a server would go on sending it', () => {
    const standing = { 'policies/pay/index.html': 'old', 'policies/pay/index.html.gz': 'old' };

    expect(stagesOf(standing, [file('policies/pay/index.html')])).toEqual({
      pages: ['+ policies/pay/index.html', '- policies/pay/index.html.gz'],
    });
  });
});

test.each([
  { what: 'the same', standing: { 'index.html': 'new' }, wanted: {} },
  { what: 'other', standing: { 'index.html': 'old' }, wanted: { front: ['+ index.html'] } },
  { what: 'there, but unknown', standing: { 'index.html': undefined }, wanted: { front: ['+ index.html'] } },
])('a file that is $what', ({ standing, wanted }) => {
  expect(stagesOf(standing, [file('index.html')])).toEqual(wanted);
});

test('files that stay for a while are left', () => {
  expect(stagesOf({ '_assets/old.css': 'a', '_assets/older.css': 'b' }, [], ['_assets/old.css'])).toEqual({
    gone: ['- _assets/older.css'],
  });
});
