import { describe, expect, test } from 'vitest';
import type { ChartRow } from '../schemas/chart-spec.ts';
import { markHeadline, markPeriod, plainHeadline } from './inferred.ts';

type Row = Pick<ChartRow, 'period' | 'periodLabel' | 'asOf' | 'asOfInferred' | 'display'>;

const row = (year: string, display: string, asOfInferred = false): Row => ({
  period: year,
  periodLabel: `${year}年`,
  asOf: year,
  asOfInferred,
  display,
});

test('a period is marked where one of its figures is of an inferred year, whichever comes first', () => {
  const period = { id: '2025', label: '2025年' };

  expect(markPeriod(period, [row('2025', '6家'), row('2025', '70家', true)])).toBe('2025年†');
  expect(markPeriod(period, [row('2023', '52家', true), row('2025', '70家')])).toBe('2025年');
});

describe('a headline', () => {
  const rows = [row('2023', '6家'), row('2025', '70家', true)];

  test.each([
    ['2023年6家，2025年70家。', '2023年6家，2025年†70家。'],
    ['两年增至70家。', '两年增至70家†。'],
    ['2023年有6家。', '2023年有6家。'],
    // 6 stands within 34.6 only: the sentence speaks of both.
    ['两年增长34.6%。', '两年增长34.6%†。'],
  ])('%s is marked where it speaks of an inferred year', (headline, marked) => {
    expect(markHeadline(headline, rows)).toBe(marked);
  });

  test('says in words what its mark means where no note explains it', () => {
    expect(plainHeadline('2025年†70家。')).toBe('2025年70家（年份系推定）。');
    expect(plainHeadline('2023年6家。')).toBe('2023年6家。');
  });
});
