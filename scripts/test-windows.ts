/** `npm run test:windows`: the commands, a build, publishing and the desk on Node for Windows under Wine, beside this system's. */
import path from 'node:path';
import { parseCommandLine, runCommand } from './command-line/arguments.ts';
import { projectRoot } from './processes/node-process.ts';
import { findMissing, WindowsMachine } from './windows/wine.ts';
import { tryUnitTests } from './windows/unit-tests.ts';
import { type Trial, tryWindows } from './windows/try-windows.ts';

const USAGE = '用法：npm run test:windows [-- --unit 连同单元测试，约十分钟]';

await runCommand(USAGE, async () => {
  const { values } = parseCommandLine({ options: { unit: { type: 'boolean', default: false } } });
  const missing = findMissing();
  if (missing !== undefined) {
    console.log(missing);
    return 0;
  }
  const machine = new WindowsMachine(path.join(projectRoot, '.cache', 'windows'), (line) => console.log(`· ${line}`));
  machine.prepare();
  const counts = { passed: 0, failed: 0 };
  const tell = ({ title, faults }: Trial): void => {
    counts[faults.length === 0 ? 'passed' : 'failed'] += 1;
    console.log([`${faults.length === 0 ? '✓' : '✗'} ${title}`, ...faults.slice(0, 20)].join('\n'));
  };
  for await (const trial of tryWindows(machine)) tell(trial);
  if (values.unit) tell(await tryUnitTests(machine));
  console.log(`${String(counts.passed)} passed, ${String(counts.failed)} failed`);
  return counts.failed === 0 ? 0 : 1;
});
