import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { VitestReport } from '../testing/vitest-report.ts';
import type { Trial } from './try-windows.ts';
import type { WindowsMachine } from './wine.ts';

/** Servers and killed processes are slow or refused there, and a client of Node's own `fetch` gets no connection. */
const NOT_UNDER_WINE = ['scripts/serving/**', 'scripts/faults/**', 'src/tests/publishing/**'];
/** Windows makes junctions, Wine's Node does not. */
const WINE_LIMIT = 'ENOTSUP: operation not supported on socket, symlink';

interface DetailedReport extends VitestReport {
  testResults: readonly {
    name: string;
    status: string;
    message: string;
    assertionResults: readonly { status: string; fullName: string; failureMessages: readonly string[] }[];
  }[];
}

/** The unit tests on Windows; a test that cannot run there says so itself. */
export async function tryUnitTests(machine: WindowsMachine): Promise<Trial> {
  const report = path.join(machine.project, '.cache', 'unit-tests.json');
  const { output } = await machine.run([
    'node_modules\\vitest\\vitest.mjs',
    'run',
    '--project',
    'unit',
    ...NOT_UNDER_WINE.flatMap((pattern) => ['--exclude', pattern]),
    '--reporter=json',
    `--outputFile=${machine.toWindows(report)}`,
  ]);
  const title = '单元测试';
  let results: DetailedReport;
  try {
    results = JSON.parse(readFileSync(report, 'utf8')) as DetailedReport;
  } catch {
    return { title, faults: [output] };
  }
  return { title: `${title}（${String(results.numPassedTests)} 项）`, faults: listFailed(results) };
}

function listFailed({ testResults }: DetailedReport): string[] {
  return testResults.flatMap(({ name, assertionResults, message }) => {
    const failed = assertionResults.filter(
      ({ status, failureMessages }) =>
        status === 'failed' && !failureMessages.some((text) => text.includes(WINE_LIMIT)),
    );
    if (failed.length === 0)
      return message === '' || message.includes(WINE_LIMIT) || assertionResults.length > 0
        ? []
        : [`${name}: ${message}`];
    return failed.map(({ fullName, failureMessages }) => `${name}: ${fullName}\n${failureMessages.join('\n')}`);
  });
}
