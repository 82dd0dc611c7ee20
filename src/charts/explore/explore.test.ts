import { describe, expect, test } from 'vitest';
import type { Chart } from '../../schemas/chart.ts';
import { SAMPLE_CONTEXT, SAMPLE_STATISTICS, sampleChart } from '../../tests/sample-charts.ts';
import { answerAddition, answerChoice, choiceOfChart } from './answer.ts';
import { firstChoice, readAskedChoice } from './asked-choice.ts';
import { type Choice, formatChoice, parseChoice, withKind } from './choice.ts';
import { type Explore, openExplore } from './explore-data.ts';
import { buildPanel } from './panel.ts';
import { drawnPeriods, toggleIndicator, togglePeriod } from './periods.ts';

/** A site with the sample figures and these charts, first come first. */
function exploreWith(charts: Readonly<Record<string, Chart>> = {}): Explore {
  return openExplore({
    site: {
      ...SAMPLE_CONTEXT.site,
      url: 'https://example.org/haicheng/',
      colours: { seal: '#A8231B', sealDark: '#E8776A', steel: '#2E4A5B', steelDark: '#8FB3C7' },
    },
    themes: [...SAMPLE_CONTEXT.themes].map(([id, { label }]) => ({ id, label })),
    sources: [...SAMPLE_CONTEXT.sources].map(([id, source]) => ({ ...source, id })),
    ladders: [],
    statistics: Object.entries(SAMPLE_STATISTICS).map(([id, statistic]) => ({
      id,
      ...statistic,
      aliases: id === 'workers' ? ['old-workers'] : undefined,
    })),
    charts: Object.entries(charts).map(([id, data]) => ({ id, data, embedCode: `<iframe src="/embed/${id}/">` })),
  });
}

const plain = exploreWith();
const column = (...indicators: string[]): Choice => ({ indicators, kind: 'column' });

describe('an address', () => {
  test.each<[Choice, string]>([
    [column('workers', 'skilled'), '?i=workers,skilled&k=column'],
    [{ ...column('workers'), periods: ['2023', '2018/2025'] }, '?i=workers&k=column&t=2023,2018/2025'],
  ])('keeps %j as %s', (choice, address) => {
    expect(formatChoice(choice)).toBe(address);
    expect(parseChoice(address)).toEqual({ periods: undefined, ...choice });
  });

  test.each<[string, Choice, string[]]>([
    ['?i=workers&k=bar', { indicators: ['workers'], kind: 'bar' }, []],
    ['?i=workers', column('workers'), []],
    ['?i=workers,,workers&k=column', column('workers'), []],
    ['?i=old-workers&k=column', column('workers'), ['「old-workers」是「技能人才」的旧编号，网址换成了新的。']],
    ['?i=workers,nobody&k=column', column('workers'), ['没有编号是「nobody」的指标，略去了。']],
    ['?i=workers&k=pie', column('workers'), ['没有叫「pie」的画法，先用柱形图。']],
    [
      '?i=workers&k=column&t=2023,1999,soon',
      { ...column('workers'), periods: ['2023'] },
      ['选的指标没有1999年、「soon」的数字，略去了。'],
    ],
    [
      '?i=nobody',
      column('workers'),
      ['没有编号是「nobody」的指标，略去了。', '网址里的指标一项也没有，先画一张现成的。'],
    ],
    ['', column('workers'), []],
  ])('%s is answered', (address, choice, remarks) => {
    expect(readAskedChoice(address, plain)).toEqual({ choice, remarks });
  });

  test('of more indicators than a chart holds is cut, and says so', () => {
    const ids = Object.keys(SAMPLE_STATISTICS).slice(0, 14);
    const { choice, remarks } = readAskedChoice(`?i=${ids.join(',')}&k=multiples`, plain);
    expect(choice.indicators).toEqual(ids.slice(0, 12));
    expect(remarks).toEqual([
      '一张图最多放12项指标，「极少的一部分」没有放进来。',
      '一张图最多放12项指标，「用工增速」没有放进来。',
    ]);
  });
});

describe('a choice', () => {
  test('becomes a chart with its own address', () => {
    const { spec, refusals, ready } = answerChoice(column('workers', 'skilled'), plain);
    expect(refusals).toEqual([]);
    expect(ready).toBeUndefined();
    expect(spec?.title).toBe('技能人才和高技能人才');
    expect(spec?.path).toBe('/data/explore/?i=workers,skilled&k=column');
    expect(spec?.rows.map(({ display, source, locator }) => [display, source, locator])).toEqual([
      ['166.22万人', 'daily', '第2段'],
      ['172.3万人', 'daily', '第2段'],
      ['58.15万人', 'daily', '第2段'],
      ['61.6万人', 'daily', '第2段'],
    ]);
  });

  test('that the site has a chart of is that chart, with its title, address and code', () => {
    const explore = exploreWith({ growth: sampleChart('column', ['skilled', 'workers'], { title: '两年之间' }) });
    const answer = answerChoice(column('workers', 'skilled'), explore);
    expect([answer.spec?.title, answer.spec?.path, answer.ready?.id]).toEqual(['两年之间', '/data/growth/', 'growth']);
    expect(answer.ready?.embedCode).toBe('<iframe src="/embed/growth/">');
    expect(answerChoice({ ...column('workers', 'skilled'), kind: 'bar' }, explore).ready).toBeUndefined();
    expect(answerChoice({ ...column('workers', 'skilled'), periods: ['2023'] }, explore).ready).toBeUndefined();
  });

  test('can be made of a chart, unless its figures are picked in a way that cannot be chosen', () => {
    const explore = exploreWith({
      all: sampleChart('column', ['workers', 'skilled']),
      one: sampleChart('bar', ['workers', 'skilled'], { periods: ['2023'] }),
      mixed: sampleChart('multiples', ['workers', 'firms'], {
        series: [{ indicator: 'workers', periods: ['2023'] }, { indicator: 'firms' }],
      }),
    });
    expect(explore.data.charts.map((chart) => choiceOfChart(chart, explore))).toEqual([
      { indicators: ['workers', 'skilled'], kind: 'column' },
      { indicators: ['workers', 'skilled'], kind: 'bar', periods: ['2023'] },
      undefined,
    ]);
  });

  test.each<[string, Choice, string[], string[]]>([
    ['nothing', column(), ['还没有选指标。勾一项，图就画出来。'], []],
    [
      'two units',
      column('workers', 'firms'),
      ['「技能人才」的单位是「人」，「全员创新企业」的是「家」：不同单位的数不能用同一把尺子量。'],
      ['改成并列小图'],
    ],
    [
      'a lone figure',
      column('tested'),
      ['图里只有「参评」2025年的一个数，没有可比的，也说不出增减。再勾一项能和它比的指标。'],
      [],
    ],
    [
      'one period of several',
      { ...column('workers'), periods: ['2023'] },
      ['图里只有「技能人才」2023年的一个数，没有可比的，也说不出增减。再勾一项能和它比的指标，或者再勾一个时期。'],
      ['画大家都有的时期', '改成条形图'],
    ],
    [
      'a line of two points',
      { indicators: ['workers'], kind: 'line' },
      ['「技能人才」只有 2 个时期的数字，连成线会让人以为看到了走势。'],
      ['改成柱形图', '改成条形图'],
    ],
    [
      'a period that one has not',
      { indicators: ['craftsmen', 'titles'], kind: 'bar', periods: ['2023'] },
      ['「省级工匠」没有2023年的数字。'],
      ['改成并列小图'],
    ],
    [
      'no period',
      { ...column('workers'), periods: [] },
      ['还没有选时期。勾一个，图就画出来。'],
      ['画大家都有的时期', '改成条形图'],
    ],
    [
      'no period in common',
      column('growth', 'share'),
      [
        '「高技能人才占比」只有2025年的数字，别的是2018年、2019年、2020年、2021年、2022年、2023年的，没有大家都有的时期。',
      ],
      ['改成并列小图'],
    ],
    [
      'shares of nothing',
      { indicators: ['skilled'], kind: 'doughnut' },
      ['圆环图画的是一个整体里的份额，本站没有说「高技能人才」是哪个整体的部分。'],
      ['改成柱形图', '改成条形图'],
    ],
    [
      'rungs of no ladder',
      { indicators: ['craftsmen', 'workers'], kind: 'ladder' },
      ['阶梯图从低到高一级一级画，本站没有说「各级工匠」「技能人才」是一架梯子上的几级。'],
      ['改成柱形图', '改成条形图'],
    ],
  ])('of %s is refused in words, with what would do', (_, choice, refusals, remedies) => {
    const answer = answerChoice(choice, plain);
    expect(answer.refusals).toEqual(refusals);
    expect(answer.spec).toBeUndefined();
    expect(answer.remedies.map(({ label }) => label)).toEqual(remedies);
    for (const remedy of answer.remedies) expect(answerChoice(remedy.choice, plain).spec).toBeDefined();
  });
});

describe('what only the site can say', () => {
  const shares = exploreWith({
    shares: sampleChart('stacked-column', ['skilled'], { whole: 'workers', restLabel: '其他人才' }),
  });
  const ladder = exploreWith({
    ladder: sampleChart('ladder', ['craftsmen', 'titles', 'grand'], { periods: ['2025'] }),
  });

  test.each([['skilled'], ['skilled', 'workers']])('a part may be drawn in its whole: %s', (...indicators) => {
    const { spec } = answerChoice({ indicators, kind: 'doughnut' }, shares);
    expect(spec?.series.map(({ label, role }) => [label, role])).toEqual([
      ['高技能人才', 'part'],
      ['其他人才', 'rest'],
      ['技能人才', 'whole'],
    ]);
    expect(spec?.periods).toEqual([{ id: '2025', label: '2025年' }]);
  });

  test('a ladder has two rungs at least', () => {
    expect(answerChoice({ indicators: ['grand'], kind: 'ladder' }, ladder).refusals).toEqual([
      '阶梯图至少要两级：再勾一项同一架梯子上的指标。',
    ]);
  });

  test('rungs stand from the lowest up, however they were chosen', () => {
    const { spec } = answerChoice({ indicators: ['grand', 'craftsmen'], kind: 'ladder' }, ladder);
    expect(spec?.series.map(({ indicator }) => indicator)).toEqual(['craftsmen', 'grand']);
  });
});

describe('one more indicator', () => {
  test('is drawn where it may stand beside the others', () => {
    expect(answerAddition(column('workers'), 'skilled', plain)).toBeUndefined();
  });

  test('gets along with a lone figure that waits for it', () => {
    expect(answerAddition({ indicators: ['tested'], kind: 'bar' }, 'passed', plain)).toBeUndefined();
  });

  test('is refused with the reason, and with ways to see it all the same', () => {
    const refusal = answerAddition(column('workers'), 'firms', plain);
    expect(refusal?.refusals).toEqual([
      '「技能人才」的单位是「人」，「全员创新企业」的是「家」：不同单位的数不能用同一把尺子量。',
    ]);
    expect(refusal?.remedies).toEqual([
      { label: '改成并列小图', choice: { indicators: ['workers', 'firms'], kind: 'multiples' } },
      { label: '只画「全员创新企业」', choice: column('firms') },
    ]);
  });
});

describe('periods', () => {
  test.each<[string, Choice, string[]]>([
    ['those that all have', { indicators: ['craftsmen', 'titles'], kind: 'bar' }, ['2025']],
    ['the latest for one moment', { indicators: ['skilled'], kind: 'doughnut' }, ['2025']],
    [
      'each its own',
      { indicators: ['workers', 'growth'], kind: 'multiples' },
      ['2018', '2019', '2020', '2021', '2022', '2023', '2025'],
    ],
    ['those that were picked', { ...column('workers'), periods: ['2023'] }, ['2023']],
  ])('that are drawn are %s', (_, choice, periods) => {
    expect(drawnPeriods(choice, plain)).toEqual(periods);
  });

  test('are written down only where they are not what would be drawn anyway', () => {
    const one = togglePeriod(column('workers'), '2025', plain);
    expect(one).toEqual({ ...column('workers'), periods: ['2023'] });
    expect(togglePeriod(one, '2025', plain)).toEqual(column('workers'));
  });

  test('change places where a chart shows one moment', () => {
    expect(togglePeriod({ indicators: ['skilled'], kind: 'doughnut' }, '2023', plain).periods).toEqual(['2023']);
  });

  test('that nobody has any more go with the indicator that had them', () => {
    const choice: Choice = { indicators: ['workers', 'growth'], kind: 'multiples', periods: ['2018', '2023'] };
    expect(toggleIndicator(choice, 'growth', plain)).toEqual({
      indicators: ['workers'],
      kind: 'multiples',
      periods: ['2023'],
    });
    expect(toggleIndicator({ ...choice, periods: ['2018'] }, 'growth', plain)).toEqual({
      indicators: ['workers'],
      kind: 'multiples',
    });
  });

  test('of one moment do not suit a course', () => {
    expect(withKind({ ...column('workers'), periods: ['2023'] }, 'bar').periods).toEqual(['2023']);
    expect(withKind({ ...column('workers'), periods: ['2023'] }, 'doughnut').periods).toBeUndefined();
  });
});

describe('the form', () => {
  const panel = buildPanel(column('workers'), plain);
  const reasonOf = (id: string): string | undefined => panel.indicators.find((option) => option.id === id)?.reason;

  test('says beside each indicator why it does not fit, shortly, and nothing beside one that does', () => {
    expect([reasonOf('workers'), reasonOf('skilled'), reasonOf('firms'), reasonOf('titles')]).toEqual([
      undefined,
      undefined,
      '单位是「家」，图里的是「人」',
      '级别是「省级」，图里的是「各级」',
    ]);
  });

  test('says a reason once', () => {
    expect(buildPanel(column('tested', 'firms'), plain).kinds.map(({ label, reason }) => [label, reason])).toEqual([
      ['柱形图', undefined],
      ['条形图', '「参评」的单位是「人次」，「全员创新企业」的是「家」：不同单位的数不能用同一把尺子量。'],
      ['折线图', '原因同条形图'],
      ['堆叠柱形图', '堆叠柱形图画的是一个整体里的份额，本站没有说「参评」「全员创新企业」是哪个整体的部分。'],
      ['圆环图', '圆环图画的是一个整体里的份额，本站没有说「参评」「全员创新企业」是哪个整体的部分。'],
      ['阶梯图', '阶梯图从低到高一级一级画，本站没有说「参评」「全员创新企业」是一架梯子上的几级。'],
      ['并列小图', undefined],
    ]);
  });

  test('says who has no figure for a period', () => {
    expect(buildPanel({ indicators: ['craftsmen', 'titles'], kind: 'bar' }, plain).periods).toEqual([
      { id: '2023', label: '2023年', isChosen: false, reason: '「省级工匠」没有这个时期的数字' },
      { id: '2025', label: '2025年', isChosen: true, reason: undefined },
    ]);
  });

  test('leaves all kinds open while nothing is chosen', () => {
    expect(buildPanel(column(), plain).kinds.filter(({ reason }) => reason !== undefined)).toEqual([]);
  });
});

describe('on opening', () => {
  test('there is the first chart that is drawn live', () => {
    const explore = exploreWith({
      ladder: sampleChart('ladder', ['craftsmen', 'titles'], { periods: ['2025'] }),
      firms: sampleChart('column', ['firms']),
    });
    expect(firstChoice(explore)).toEqual(column('firms'));
  });

  test('of a site without charts there is the first indicator that can be drawn', () => {
    expect(firstChoice(plain)).toEqual(column('workers'));
  });

  test('of a site without figures there is nothing, and it says so', () => {
    const empty = openExplore({ ...plain.data, statistics: [], charts: [] });
    expect(answerChoice(firstChoice(empty), empty).refusals).toEqual(['还没有选指标。勾一项，图就画出来。']);
  });
});
