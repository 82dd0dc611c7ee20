import { expect, test } from 'vitest';
import { IdSet } from './known-ids.ts';
import { describeUnknownIds, type UnknownId } from './unknown-ids.ts';

const at = (kind: string, id: string, line: number): UnknownId => ({
  kind,
  id,
  file: 'a.json',
  line,
  column: 1,
  path: 'x',
  message: `「x」引用的编号「${id}」不存在`,
});

test.each([
  [
    'a name that several bear',
    [at('craftsmen', '王芳', 3)],
    '叫「王芳」的有 2 个，写明是哪一个的编号：wang-fang、wang-fang-2（见 craftsmen 文件夹）。',
  ],
  ['a slip', [at('craftsmen', 'wang-fan', 3)], '最接近的编号：wang-fang、wang-fang-2。全部编号见 craftsmen 文件夹。'],
  ['a former id', [at('craftsmen', 'wf', 3)], '它是曾用编号，现在的编号是「wang-fang」，改成现在的。'],
  [
    'a former id at several places',
    [at('craftsmen', 'wf', 3), at('craftsmen', 'wf', 4)],
    '它是曾用编号，现在的编号是「wang-fang」，改成现在的。另外 1 处：a.json 第 4 行。',
  ],
  ['what stands in a list', [at('trades', 'hangong', 3)], '编号见 taxonomy.json 的 trades；还没有的先加上。'],
])('%s', (_, found, hint) => {
  const names: Record<string, string[]> = { 王芳: ['wang-fang', 'wang-fang-2'] };
  const craftsmen = new IdSet(['wang-fang', 'wang-fang-2'], (name) => names[name] ?? []);
  craftsmen.formerly.set('wf', 'wang-fang');

  const issues = describeUnknownIds(found, { craftsmen, trades: new IdSet() });

  expect(issues.map((issue) => issue.hint)).toEqual([hint]);
});

test('a name is told of at each of its places', () => {
  const issues = describeUnknownIds([at('charts', '图', 1), at('charts', '图', 2)], { charts: new IdSet() });

  expect(issues.map(({ line, message }) => `${String(line)} ${message}`)).toEqual([
    '1 「x」引用的编号「图」不存在。',
    '2 「x」引用的编号「图」不存在。',
  ]);
});

test('each missing id is one issue, whatever the number of places', () => {
  const places = Array.from({ length: 25 }, (_, line) => at('charts', 'gone', line + 1));

  const issues = describeUnknownIds([...places, at('charts', 'other', 9)], { charts: new IdSet() });

  expect(issues.map(({ message }) => message)).toEqual([
    '「x」引用的编号「gone」不存在，共 25 处用到它。',
    '「x」引用的编号「other」不存在。',
  ]);
  expect(issues[0]?.hint).toMatch(/另外 24 处：a\.json 第 2 行、.*第 21 行，还有 4 处。$/);
});
