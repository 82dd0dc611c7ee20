import { describe, expect, test } from 'vitest';
import type { BodyNode } from '../reader/body.ts';
import { getHealthyFile, loadHealthySite } from '../tests/content-fixtures.ts';
import type { Content } from './entry.ts';
import { joinTexts } from './redact-body.ts';

const LIN_MO = 'craftsmen/lin-mo.mdx';
const SHAN_YU = 'craftsmen/shan-yu.mdx';

/** A healthy file with a field added after its name or title. */
function withField(path: string, field: string): string {
  return getHealthyFile(path).replace(/^(?:name|title): .*$/m, (line) => `${line}\n${field}`);
}

function withBody(path: string, body: string): string {
  const text = getHealthyFile(path);
  return `${text.slice(0, text.indexOf('\n---\n', 4) + 5)}\n${body}\n`;
}

/** A chart needs two figures to compare. */
function withEarlierYear(path: string): string {
  const statistic = JSON.parse(getHealthyFile(path)) as { observations: object[] };
  const earlier = { ...statistic.observations[0], period: '2022', value: 570000, display: '57万' };
  return JSON.stringify({ ...statistic, observations: [earlier, ...statistic.observations] });
}

async function loadContent(
  changes: Readonly<Record<string, string>>,
): Promise<{ content: Content; warnings: string[] }> {
  const { content, issues } = await loadHealthySite(changes);
  if (!content) throw new Error(`The content has errors: ${JSON.stringify(issues)}`);
  return { content, warnings: issues.map(({ code, file, message }) => `${code} ${file} ${message}`) };
}

const withdrawn = { [LIN_MO]: withField(LIN_MO, 'pinyin: lin moqing\nwithdrawn: true') };

function ids(entries: readonly { id: string }[]): string[] {
  return entries.map(({ id }) => id);
}

describe('a person who is withdrawn', () => {
  test('leaves no name, id or pinyin anywhere in the content', async () => {
    const about = withBody(
      'pages/about-data.mdx',
      [
        '林墨和<Ref to="craftsmen/lin-mo">林墨师傅</Ref>，见[林墨](/craftsmen/lin-mo/)、[他](/craftsmen/lin-mo)、[荣誉](/craftsmen/lin-mo/#honours)，',
        '还有<Ref to="studios/lin-mo" />和<Ref to="proposals/night-school" />。',
        '',
        '- <Fact source="daily-2023" locator="林墨一节">林墨带出20余名徒弟</Fact>',
        '',
        '| **林墨** |',
        '| --- |',
        '| [工作室](/studios/lin-mo/) |',
      ].join('\n'),
    );
    const { content } = await loadContent({ ...withdrawn, 'pages/about-data.mdx': about });

    const json = JSON.stringify(content);

    for (const trace of ['林墨', 'lin-mo', 'lin moqing', 'moqing']) expect(json).not.toContain(trace);
  });

  test('is still there when not withdrawn', async () => {
    const { content, warnings } = await loadContent({
      [LIN_MO]: withField(LIN_MO, 'pinyin: lin moqing\nwithdrawn: false'),
    });

    expect(ids(content.entries.craftsmen)).toEqual(['lin-mo', 'shan-yu']);
    expect(JSON.stringify(content)).toContain('moqing');
    expect(warnings).toEqual([]);
  });

  test('takes along a studio of the same id or with the name in its title', async () => {
    const named = withField('studios/lin-mo.mdx', 'level: city').replace('lead: lin-mo\n', '');
    const { content } = await loadContent({ ...withdrawn, 'studios/lin-mo.mdx': named, 'teams/first.mdx': named });

    expect(ids(content.entries.studios)).toEqual([]);
    expect(ids(content.entries.teams)).toEqual([]);
  });

  test('leaves a studio that bears another name, without its lead', async () => {
    const studio = getHealthyFile('studios/lin-mo.mdx').replace('林墨创新工作室', '海港创新工作室');
    const { content } = await loadContent({ ...withdrawn, 'studios/harbour.mdx': studio });

    expect(content.entries.studios).toMatchObject([{ id: 'harbour', data: { members: ['shan-yu'] } }]);
    expect(content.entries.studios[0]?.data).not.toHaveProperty('lead');
  });

  test('takes along a proposal made alone, and leaves one made with others to them', async () => {
    const { content } = await loadContent(withdrawn);

    expect(content.entries.proposals).toMatchObject([
      { id: 'shift-buses', data: { proposers: [{ craftsman: 'shan-yu' }] } },
    ]);
  });

  test('takes along a chart that bears the name in its address, and what points at it', async () => {
    const chart = JSON.stringify({
      title: '林墨工作室的徒弟',
      kind: 'column',
      series: [{ indicator: 'skilled-workers', label: '人数' }],
      theme: 'talent',
      order: 1,
    });
    const report = [
      '看<See id="lin-mo-studio" />和<See id="harbour" />，或者[那张图](/data/lin-mo-studio/)。',
      '',
      '<Chart id="lin-mo-studio" />',
      '',
      '<Chart id="harbour" />',
    ].join('\n');
    const { content } = await loadContent({
      ...withdrawn,
      'statistics/skilled-workers.json': withEarlierYear('statistics/skilled-workers.json'),
      'charts/lin-mo-studio.json': chart,
      'charts/harbour.json': chart.replace('林墨工作室', '海港'),
      'pages/about-data.mdx': withBody('pages/about-data.mdx', report),
    });

    expect(ids(content.entries.charts)).toEqual(['harbour']);
    expect(content.entries.pages[0]?.body.nodes).toMatchObject([
      {
        tag: 'p',
        children: [
          '看',
          '另处',
          '和',
          { component: 'See', props: { id: 'harbour' }, children: [] },
          '，或者',
          '那张图',
          '。',
        ],
      },
      { component: 'Chart', props: { id: 'harbour' }, children: [] },
    ]);
  });

  test('goes from lists, and from them alone', async () => {
    const { content } = await loadContent(withdrawn);

    expect(content.documents.site.home.featured).toEqual(['shan-yu']);
    expect(content.entries.competitions[0]?.data.results).toEqual([{ craftsman: 'shan-yu', result: '第二名' }]);
  });
});

describe('a text that mentions the person', () => {
  async function bodyOf(body: string): Promise<BodyNode[] | undefined> {
    const { content } = await loadContent({ ...withdrawn, [SHAN_YU]: withBody(SHAN_YU, body) });
    return content.entries.craftsmen[0]?.body.nodes;
  }

  test('has plain words for a Ref without text', async () => {
    expect(await bodyOf('师从<Ref to="craftsmen/lin-mo" />。')).toEqual([
      { tag: 'p', children: ['师从', '一位工匠', '。'] },
    ]);
  });

  test('keeps the text of a Ref that has one, without the name', async () => {
    expect(await bodyOf('师从<Ref to="craftsmen/lin-mo">老师傅林墨</Ref>。')).toEqual([
      { tag: 'p', children: ['师从', '老师傅一位工匠', '。'] },
    ]);
  });

  test.each([
    ['**林**墨', '一位工匠'],
    ['林**墨**', '一位工匠'],
    ['**林*墨***', '一位工匠'],
    ['林\n墨', '一位工匠'],
    ['林  \n墨', '一位工匠\n'],
    ['林\\*墨', '一位工匠'],
    ['[林](/craftsmen/)墨', '一位工匠'],
    ['<Ref to="craftsmen/lin-mo">林师傅</Ref>', '一位工匠'],
    ['[林师傅](/craftsmen/lin-mo/)', '一位工匠'],
    ['[林师傅](https://example.org/jiangce/craftsmen/lin-mo/)', '一位工匠'],
    ['[这里](https://example.com/people/linmo.html)', '这里'],
    ['[这里](https://example.com/%E6%9E%97%E5%A2%A8/)', '这里'],
    ['Lin Mo', '一位工匠'],
    ['Mo Lín', '一位工匠'],
    ['⽊林  墨', '⽊一位工匠'],
    ['林墨斗', '林墨斗'],
    ['**林墨**斗', '林墨斗'],
  ])('written %s is read %s', async (written, read) => {
    const moDou = withField(LIN_MO, 'withdrawn: false').replace('name: 林墨', 'name: 林墨斗');
    const { content } = await loadContent({
      ...withdrawn,
      'craftsmen/lin-modou.mdx': moDou,
      [SHAN_YU]: withBody(SHAN_YU, `前，${written.replace('⽊', '木')}，后`),
    });
    const body = content.entries.craftsmen.find(({ id }) => id === 'shan-yu')?.body;

    expect(joinTexts(body?.nodes ?? [])).toBe(`\0前，${read.replace('⽊', '木')}，后\0`);
    expect(JSON.stringify(body)).not.toMatch(/lin-?mo["/.]|%E6%9E%97/);
  });

  test('keeps the text of a link', async () => {
    expect(await bodyOf('见[他的页面](/craftsmen/lin-mo/)。')).toEqual([
      { tag: 'p', children: ['见', '他的页面', '。'] },
    ]);
  });

  test('keeps links and Refs to others', async () => {
    const nodes = await bodyOf('与[名录](/craftsmen/)里的<Ref to="competitions/fitter-contest" />。');

    expect(JSON.stringify(nodes)).toContain('"href":"/craftsmen/"');
    expect(JSON.stringify(nodes)).toContain('competitions/fitter-contest');
  });
});

describe('an editor is told where the name still stands', () => {
  test('once for each file and person, as a warning', async () => {
    const { warnings } = await loadContent({
      [LIN_MO]: withField(LIN_MO, 'withdrawn: true'),
      [SHAN_YU]: withBody(SHAN_YU, '单宇师从林墨。'),
      'pages/about-data.mdx': withBody('pages/about-data.mdx', '林墨说：林墨。'),
      'organizations.json': getHealthyFile('organizations.json').replace(
        '"kind": "union" }',
        '"kind": "union", "note": "林墨任职" }',
      ),
    });

    expect(warnings).toEqual([
      'JC605 content/haicheng/organizations.json 「林墨」已撤下，这里还写着这个姓名；网站上显示为「一位工匠」。',
      'JC605 content/haicheng/craftsmen/shan-yu.mdx 「林墨」已撤下，这个文件的正文里还写着这个姓名；网站上显示为「一位工匠」。',
      'JC605 content/haicheng/pages/about-data.mdx 「林墨」已撤下，这个文件的正文里还写着这个姓名；网站上显示为「一位工匠」。',
    ]);
  });

  test('of what they are called there, where the body tells of them', async () => {
    const { warnings } = await loadContent({
      ...withdrawn,
      [SHAN_YU]: withBody(SHAN_YU, '师从<Ref to="craftsmen/lin-mo" />，林师傅手把手教。'),
      'pages/about-data.mdx': withBody('pages/about-data.mdx', '另一位林师傅不在这里。'),
    });

    expect(warnings).toEqual([
      'JC605 content/haicheng/craftsmen/shan-yu.mdx 「林墨」已撤下，这个文件的正文里还写着「林师傅」，也许说的是同一个人；网站上照原样显示。',
    ]);
  });

  test('and not of files that go with the person', async () => {
    const { warnings } = await loadContent(withdrawn);

    expect(warnings).toEqual([]);
  });
});

test('of two names, one within the other, nothing is left of either', async () => {
  const { content } = await loadContent({
    [LIN_MO]: withField(LIN_MO, 'withdrawn: true'),
    'craftsmen/lin-mohan.mdx': withField(LIN_MO, 'withdrawn: true').replace('name: 林墨', 'name: 林墨涵'),
    [SHAN_YU]: withBody(SHAN_YU, '师从林墨涵、林墨。'),
  });

  expect(content.entries.craftsmen[0]?.body.nodes).toEqual([{ tag: 'p', children: ['师从一位工匠、一位工匠。'] }]);
});

describe('someone of the same name who stays', () => {
  const namesake = { 'craftsmen/lin-mo-2.mdx': getHealthyFile(LIN_MO).replace('trade: fitter\n', '') };

  test('keeps name and pinyin, and an editor is told of texts that may mean either', async () => {
    const { content, warnings } = await loadContent({
      ...withdrawn,
      ...namesake,
      [SHAN_YU]: withBody(SHAN_YU, '师从林墨，英文写作Lin Mo。'),
    });

    expect(content.entries.craftsmen.map(({ id, data }) => `${id} ${data.name}`)).toEqual([
      'lin-mo-2 林墨',
      'shan-yu 单宇',
    ]);
    expect(warnings).toContain(
      'JC605 content/haicheng/craftsmen/shan-yu.mdx 「林墨」有两位，一位已撤下，这个文件的正文里写着这个姓名；网站上照原样显示。',
    );
  });

  test('is not found in the text of a link to the one who goes', async () => {
    const { content } = await loadContent({
      ...withdrawn,
      ...namesake,
      [SHAN_YU]: withBody(SHAN_YU, '师从<Ref to="craftsmen/lin-mo">林墨</Ref>。'),
    });

    expect(joinTexts(content.entries.craftsmen[1]?.body.nodes ?? [])).toBe('\0师从一位工匠。\0');
  });
});

test('what is named by a former id of the person goes too', async () => {
  const studio = withField('studios/lin-mo.mdx', 'aliases: [lin-mo-shi]').replace('title: 林墨', 'title: 海港');
  const { content } = await loadContent({
    [LIN_MO]: withField(LIN_MO, 'withdrawn: true\naliases: [lin-mo-shi]'),
    'studios/harbour.mdx': studio,
    'studios/lin-mo.mdx': getHealthyFile('studios/lin-mo.mdx'),
    [SHAN_YU]: withBody(SHAN_YU, '见[旧页](https://example.org/jiangce/craftsmen/lin-mo-shi/)。'),
  });

  expect(ids(content.entries.studios)).toEqual([]);
  expect(joinTexts(content.entries.craftsmen[0]?.body.nodes ?? [])).toBe('\0见旧页。\0');
});
