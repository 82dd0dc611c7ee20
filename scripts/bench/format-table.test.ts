import { expect, test } from 'vitest';
import { formatTable } from './format-table.ts';

test('columns line up though Han characters are twice as wide', () => {
  const table = formatTable({
    title: '用时',
    columns: ['', '秒'],
    rows: [
      ['匠册，全部', '21.5'],
      ['Hugo', '3.5'],
    ],
    notes: ['说明。'],
  });

  expect(table).toMatchInlineSnapshot(`
    "用时
    ────────────────
                  秒
    ────────────────
    匠册，全部  21.5
    Hugo         3.5
    ────────────────
    说明。"
  `);
});
