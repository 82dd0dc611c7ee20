import { expect, test } from 'vitest';
import { guardFigure, guardFormula, unguardFormula } from './formula-guard.ts';

test.each(['=1+1', '＝1+1', '+1', '＋1', '-1', '－1', '@SUM(A1)', '＠SUM(A1)', '\t1', '\r1', "'=1+1"])(
  '%j is guarded, and comes back as it was',
  (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
    expect(unguardFormula(guardFormula(text))).toBe(text);
  },
);

test.each(['技能人才', '5000余', "'甲'", '—', ''])('%j stays as it is', (text) => {
  expect(guardFormula(text)).toBe(text);
  expect(unguardFormula(text)).toBe(text);
});

test.each(['-0.5%', '－0.5%', '-1,234.5', '-300万元', '5000余人'])('the figure %j stays as it is', (text) => {
  expect(guardFigure(text)).toBe(text);
});

test.each(['-1+1', '-A1', '-0.5人(A1)', '=1', '-1 人|x'])('%j is no figure, and is guarded', (text) => {
  expect(guardFigure(text)).toBe(`'${text}`);
});
