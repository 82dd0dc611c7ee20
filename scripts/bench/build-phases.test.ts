import { expect, test } from 'vitest';
import { toMeasurement } from './build-phases.ts';

const MB = 1e6;

test('our build is cut into its steps, and the search index taken off', () => {
  const measurement = toMeasurement({
    seconds: 30,
    lines: [
      { text: '· 检查内容', atSeconds: 1 },
      { text: '· 生成页面（10610 个内容文件）', atSeconds: 9 },
      { text: '  已生成 400 页', atSeconds: 14 },
      { text: '· 建立搜索索引', atSeconds: 24 },
      { text: '· 压缩', atSeconds: 27 },
      { text: '· 换上新网站', atSeconds: 29 },
    ],
    peaks: [
      { atSeconds: 8, bytes: 500 * MB },
      { atSeconds: 23, bytes: 1100 * MB },
      { atSeconds: 28, bytes: 2000 * MB },
    ],
    cpu: [
      { atSeconds: 8, seconds: 9 },
      { atSeconds: 23.8, seconds: 30 },
      { atSeconds: 26.9, seconds: 35 },
      { atSeconds: 28.9, seconds: 37 },
      { atSeconds: 29.9, seconds: 38 },
    ],
  });

  expect(measurement).toEqual({
    seconds: 30,
    cpuSeconds: 38,
    peakBytes: 2000 * MB,
    withoutIndex: { seconds: 27, cpuSeconds: 33, peakBytes: 1100 * MB },
    phases: { check: 8, pages: 15, index: 3, compress: 2, replace: 1 },
  });
});

test('of a program that names no steps the whole counts', () => {
  const measurement = toMeasurement({ seconds: 10, lines: [], peaks: [], cpu: [] });

  expect(measurement.withoutIndex).toEqual({ seconds: 10, cpuSeconds: undefined, peakBytes: undefined });
  expect(measurement.phases).toEqual({});
});
