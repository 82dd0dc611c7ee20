import { expect, test } from 'vitest';
import { datasetRange } from './structured-data.ts';

test.each([
  [['2023'], '2023'],
  [['2025', '2023'], '2023/2025'],
  [['2013/2023'], '2013/2023'],
  [['2018/2023', '2022-07', '2025-05-08'], '2018/2025-05-08'],
])('the periods %j last %s', (periods, range) => {
  expect(datasetRange(periods)).toEqual({ temporalCoverage: range });
});
