import { describe, expect, it } from 'vitest';
import { showNumber } from './shown-number.ts';

const show = (value: number, format?: string): string => {
  const shown = showNumber(value, format);
  if (shown.type === 'unsure') return 'unsure';
  if (shown.type === 'rounded') return `rounded ${shown.text}`;
  return shown.hasWords ? `words ${shown.text}` : shown.text;
};

describe('showNumber', () => {
  it.each([
    [5000, undefined, '5000'],
    [0.1 + 0.2, 'General', '0.3'],
    [5000, '0"余"', 'words 5000余'],
    [5000, '0余', 'words 5000余'],
    [5000, String.raw`0\余`, 'words 5000余'],
    [5000, 'G/通用格式"余"', 'words 5000余'],
    [1234, '"约"#,##0', 'words 约1,234'],
    [58.15, '0.00"万"', 'words 58.15万'],
    [3, '"逾"0"亿"', 'words 逾3亿'],
    [3, '"第"0"段"', 'words 第3段'],
    [35, '0.0', '35.0'],
    [35, '0.##', '35'],
    [7, '000', '007'],
    [1234567.5, '#,##0.00', '1,234,567.50'],
    [0.3574, '0.00%', '35.74%'],
    [-5, '0', '-5'],
    [-5, '0_ ;[Red]-0', '-5'],
    [0, '0;-0;"无"', 'unsure'],
    [1234.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ', '1,234.50'],
    [5, '[$¥-804]0', 'words ¥5'],
    [58.15, '0', 'rounded 58'],
    [0.35741, '0.0%', 'rounded 35.7%'],
    [12345678, '0!.0,"万"', 'unsure'],
    [581500, '0.00,,"百万"', 'unsure'],
    [5, '[>=10]0"余";0"约"', 'unsure'],
    [5, '[DBNum1]0', 'unsure'],
    [0.5, '# ?/?', 'unsure'],
    [1200, '0.0E+00', 'unsure'],
    [1.2e21, 'General', 'unsure'],
    [5, '000-0000', 'unsure'],
    [5, ';;;', 'unsure'],
  ])('%d in %j', (value, format, shown) => {
    expect(show(value, format)).toBe(shown);
  });
});
