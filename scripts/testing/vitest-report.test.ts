import { describe, expect, it } from 'vitest';
import { countTests, formatClosingLine, type VitestReport } from './vitest-report.ts';

const clean: VitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [{ status: 'passed', assertionResults: [{}, {}, {}] }],
};

describe('countTests', () => {
  it('counts passed, failed and skipped tests', () => {
    expect(countTests(clean, 0)).toEqual({ passed: 3, failed: 0, skipped: 2 });
    expect(countTests({ ...clean, numFailedTests: 2 }, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const report = { ...clean, testResults: [...clean.testResults, { status: 'failed', assertionResults: [] }] };
    expect(countTests(report, 1).failed).toBe(1);
  });

  it('counts a failed exit that no test explains as one failure', () => {
    expect(countTests(clean, 1).failed).toBe(1);
  });

  it('counts a run without any executed test as one failure', () => {
    expect(countTests({ ...clean, numPassedTests: 0, testResults: [] }, 0).failed).toBe(1);
  });

  it('counts a missing report as one failure', () => {
    expect(countTests(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('formatClosingLine', () => {
  it('adds up all steps', () => {
    const counts = [
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 40, failed: 2, skipped: 1 },
    ];
    expect(formatClosingLine(counts)).toBe('41 passed, 2 failed');
  });
});
