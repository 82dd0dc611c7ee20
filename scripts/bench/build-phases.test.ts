import { expect, test } from 'vitest';
import { toMeasurement } from './build-phases.ts';

const MB = 1e6;

test('our build is cut into its steps', () => {
  const measurement = toMeasurement({
    seconds: 30,
    lines: [
      { text: '· 检查内容', atSeconds: 1 },
      { text: '· 生成页面和搜索索引（10610 个内容文件）', atSeconds: 9 },
      { text: '· 已有 400 个文件', atSeconds: 14 },
      { text: '· 换上新网站', atSeconds: 29 },
    ],
    peakBytes: 2000 * MB,
    cpuSeconds: 38,
  });

  expect(measurement).toEqual({
    seconds: 30,
    cpuSeconds: 38,
    peakBytes: 2000 * MB,
    phases: { check: 8, pages: 20, replace: 1 },
  });
});

test('of a program that names no steps the whole counts', () => {
  expect(toMeasurement({ seconds: 10, lines: [], peakBytes: undefined, cpuSeconds: undefined })).toEqual({
    seconds: 10,
    cpuSeconds: undefined,
    peakBytes: undefined,
    phases: {},
  });
});
