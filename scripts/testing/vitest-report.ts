/** The part of Vitest's JSON report that is read here. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Counts a Vitest run. Beside failed tests, a failure is: a file that could not be loaded (it has no test results),
 * a run that broke off without a report, an exit code that no failed test explains (an unhandled error), and a run
 * that executed no test.
 *
 * @param report undefined if Vitest wrote none
 */
export function countTests(report: VitestReport | undefined, exitCode: number): TestCount {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + brokenFiles;
  const skipped = report.numPendingTests + report.numTodoTests;
  const isUnexplained = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: isUnexplained ? 1 : failed, skipped };
}

/** The closing line of `npm test`, in the form that continuous integration reads. */
export function formatClosingLine(counts: readonly TestCount[]): string {
  const sum = (key: keyof TestCount): number => counts.reduce((total, count) => total + count[key], 0);
  return `${String(sum('passed'))} passed, ${String(sum('failed'))} failed`;
}
