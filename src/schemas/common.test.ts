import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { IdSchema, optionalText, partialDate, period, text } from './common.ts';

/** The Chinese reason a value is refused, or what it is taken for. */
function outcome(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  return result.success ? { is: result.data } : { refused: result.error.issues.map(({ message }) => message) };
}

describe('an id is an ASCII slug', () => {
  test.each(['a', 'ning-yunzhan', '2023', 'qd-2023-launch'])('%s', (id) => {
    expect(outcome(IdSchema, id)).toEqual({ is: id });
  });

  test.each(['', 'Ning', 'ning yunzhan', 'ning_yunzhan', '-a', 'a-', 'a--b', '宁允展', 'a/b', 'a.b', 'ａ', 'a\n'])(
    'and not %j',
    (id) => {
      expect(outcome(IdSchema, id)).toEqual({ refused: ['编号只能用小写英文字母、数字和连字符，例如 ning-yunzhan'] });
    },
  );
});

describe('a date is as exact as is known', () => {
  test.each(['2023', '2023-07', '2023-07-26', '2024-02-29'])('%s', (date) => {
    expect(outcome(partialDate('日期'), date)).toEqual({ is: date });
  });

  test.each(['23', '2023-7', '2023-13', '2023-00', '2023-07-32', '2023/07', '2023-07-26T00:00', '2023年', ''])(
    'and not %j',
    (date) => {
      expect(outcome(partialDate('日期'), date)).toEqual({ refused: ['日期写成 2023、2023-07 或 2023-07-26'] });
    },
  );

  test.each(['2023-02-29', '2023-04-31'])('and not %s, which no calendar has', (date) => {
    expect(outcome(partialDate('日期'), date)).toEqual({ refused: ['日历上没有这一天，对照来源改正'] });
  });
});

describe('a period is a date or two', () => {
  test.each(['2023', '2023-07', '2018/2023', '2023-01/2023-06'])('%s', (value) => {
    expect(outcome(period('时期'), value)).toEqual({ is: value });
  });

  test.each(['2023-13', '2018/2023-13', '2018-2023', '2018/', '/2023', '2018/2020/2023', '2018至2023'])(
    'and not %j',
    (value) => {
      expect(outcome(period('时期'), value)).toEqual({
        refused: ['时期写成 2023、2023-07、2023-07-26，或起止两端 2018/2023'],
      });
    },
  );

  test('and both ends are in the calendar', () => {
    expect(outcome(period('时期'), '2023-01-01/2023-02-30')).toEqual({ refused: ['日历上没有这一天，对照来源改正'] });
  });
});

describe('text', () => {
  test('is trimmed, and stands on one line', () => {
    expect(outcome(text('姓名'), ' 林墨 ')).toEqual({ is: '林墨' });
    expect(outcome(text('姓名'), '林\n墨')).toEqual({ refused: ['只能写一行，不能换行'] });
  });

  test('is never made of something else', () => {
    for (const value of [2023, true, null, undefined, ['林墨']])
      expect(text('姓名').safeParse(value).success).toBe(false);
  });

  test('may be empty only where that means something', () => {
    expect(text('姓名').safeParse('  ').success).toBe(false);
    expect(outcome(optionalText('备案号'), '')).toEqual({ is: '' });
  });
});
