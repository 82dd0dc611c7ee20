import { expect, test } from 'vitest';
import { renderAssembly } from './assembly-drawing.ts';

const part = {
  label: '全员创新企业',
  figure: '70家',
  period: '2025年',
  earlier: undefined,
  href: '/statistics/innovation-firms/',
};

test('names every part with its figure in the picture and in its label', () => {
  const svg = renderAssembly('职工创新体系', [part, { ...part, label: '创新型班组', figure: '150个' }]);
  expect(svg).toContain('aria-label="职工创新体系，由上到下：全员创新企业70家（2025年）、创新型班组150个（2025年）"');
  expect(svg.match(/class="drawing-label"/g)).toHaveLength(2);
  expect(svg).toContain('href="/statistics/innovation-firms/"');
});

test('tells the earlier figure where there is one', () => {
  const svg = renderAssembly('职工创新体系', [{ ...part, earlier: '2023年52家，增加18家' }, part]);
  expect(svg.match(/>2023年52家，增加18家</g)).toHaveLength(1);
  expect(svg).toContain('全员创新企业70家（2025年；2023年52家，增加18家）、全员创新企业70家（2025年）');
});

test('escapes what content brings', () => {
  expect(renderAssembly('<x>', [{ ...part, label: '<b>&"' }])).not.toMatch(/<b>|<x>/);
});
