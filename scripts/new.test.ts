import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { formatIssues } from '../src/issues/format.ts';
import { openSite } from '../src/opening/open-site.ts';
import { COMMAND_MS, openCommandWorkshop } from '../src/tests/command-workshop.ts';

const { folder: workshop, site, reset, remove, contents, run } = openCommandWorkshop();
const make = (...args: string[]): ReturnType<typeof run> => run('new', [...args, '--site', `${site}/`]);
/** What `npm run check` would say. */
async function check(folder = site): Promise<string> {
  return formatIssues((await openSite(folder, { label: 'content/x' })).issues, 'text');
}

beforeEach(reset);
afterAll(remove);

describe('npm run new', () => {
  it.each([
    [
      'craftsman',
      [
        '--name',
        '王芳',
        '--employer',
        '海城港机厂',
        '--honours.1.honour',
        '大工匠',
        '--source',
        '工匠日报道',
        '--locator',
        '第3段',
        '--body',
        '带徒20余名。',
      ],
      'craftsmen/wang-fang.mdx',
    ],
    [
      'studio',
      ['--title', '单宇创新工作室', '--lead', '单宇', '--source', 'daily-2023', '--locator', '第3段'],
      'studios/shan-yu.mdx',
    ],
    [
      'outcome',
      [
        '--成果名称',
        '快换夹具',
        '--creators',
        '林墨',
        '--creators',
        '单宇',
        '--source',
        'daily-2023',
        '--locator',
        '第3段',
      ],
      'outcomes/kuai-huan-jia-ju.mdx',
    ],
    [
      'statistic',
      [
        '--title',
        '创新工作室',
        '--definition',
        '工作室数。',
        '--unit',
        '个',
        '--scope',
        '全市',
        '--place',
        '海城市',
        '--level',
        '各级',
        '--measure',
        '时点数',
        '--theme',
        '技能人才',
      ].concat([
        '--period',
        '2023',
        '--asOf',
        '2023-07',
        '--display',
        '270余',
        '--source',
        'daily-2023',
        '--locator',
        '第3段',
      ]),
      'statistics/chuang-xin-gong-zuo-shi.json',
    ],
    [
      'source',
      [
        '--id',
        'daily-2025',
        '--title',
        '新报道',
        '--publication',
        '海城日报',
        '--date',
        '2025年7月',
        '--dateNote',
        '报头日期',
      ],
      'sources.json 第 20 行',
    ],
    ['organization', ['--name', '海城船厂', '--kind', '企业'], 'organizations.json 第 5 行'],
  ])(
    '%s writes a file that passes the check, and says where it is',
    async (kind, args, place) => {
      expect(await make(kind, ...args)).toEqual({ code: 0, output: `写好了：…/haicheng/${place}\n`, errors: '' });
      const [file = ''] = place.split(' ');
      expect(contents()[file]).toBeDefined();
      expect(await check()).toBe('');
    },
    COMMAND_MS,
  );

  it(
    'chart draws figures that are there',
    async () => {
      const statistic = join(site, 'statistics', 'skilled-workers.json');
      const second = {
        period: '2024',
        asOf: '2024-05',
        value: 600000,
        display: '60余万',
        qualifier: 'over',
        source: 'daily-2024',
        locator: '第1段',
      };
      const data = JSON.parse(readFileSync(statistic, 'utf8')) as { observations: unknown[] };
      data.observations.push(second);
      writeFileSync(statistic, JSON.stringify(data));
      expect(
        await make(
          'chart',
          '--title',
          '技能人才的变化',
          '--kind',
          '柱形',
          '--series.1.indicator',
          '技能人才总量',
          '--theme',
          'talent',
        ),
      ).toEqual({
        code: 0,
        output: '写好了：…/haicheng/charts/ji-neng-ren-cai-de-bian-hua.json\n',
        errors: '',
      });
      expect(await check()).toBe('');
    },
    COMMAND_MS,
  );

  it(
    'writes nothing when something is missing, wrong or there already',
    async () => {
      const before = contents();
      const result = await make('craftsman', '--name', '王芳', '--employer', '没有的厂');
      expect([result.code, result.errors]).toEqual([
        1,
        '缺「来源1」。这一栏必须填。\n「单位」：没有叫「没有的厂」的单位。先添加这个单位，或者改成已有的名称。\n没有写入。\n',
      ]);
      const twice = await make(
        'outcome',
        '--title',
        '林墨创新工作室',
        '--source',
        'daily-2023',
        '--locator',
        '第3段',
        '--cretors',
        '林墨',
      );
      expect([twice.code, twice.errors.split('\n')[0]]).toEqual([2, '创新成果没有「cretors」这个字段。可以写：']);
      const again = await make('studio', '--title', '林墨创新工作室', '--source', 'daily-2023', '--locator', '第3段');
      expect([again.code, again.errors.split('\n')[0]]).toEqual([
        1,
        '已经有这个工作室（lin-mo）。要改它，请直接改文件；要另建一个，请换名称或编号。',
      ]);
      expect(contents()).toEqual(before);
    },
    COMMAND_MS,
  );

  it(
    'site makes a city that passes the check',
    async () => {
      const folder = join(workshop, 'weihai');
      const made = await run('new', ['site', '--city', '威海市', '--id', folder]);
      expect([made.code, made.output.split('\n')[0]]).toEqual([0, '写好了：…/weihai。']);
      expect(await check(folder)).toBe('');
    },
    COMMAND_MS,
  );
});
