/** `npm test [-- STEP…]`: everything continuous integration runs; the last line is `N passed, N failed`. */
import { buildSteps, type Step } from './testing/steps.ts';
import { formatClosingLine, type TestCount } from './testing/vitest-report.ts';

interface Outcome {
  readonly step: Step;
  readonly count: TestCount;
  readonly seconds: string;
}

function chooseSteps(all: readonly Step[], wanted: readonly string[]): readonly Step[] {
  const names = [...new Set(all.map((step) => step.name))];
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    console.error(`没有名为「${unknown.join('、')}」的步骤。可用的步骤：${names.join('、')}`);
    process.exit(1);
  }
  return wanted.length === 0 ? all : all.filter((step) => wanted.includes(step.name));
}

async function runStep(step: Step, position: string): Promise<Outcome> {
  console.log(`\n━━ [${position}] ${step.title} ━━`);
  const startedAt = performance.now();
  let count: TestCount;
  try {
    count = await step.run();
  } catch (error) {
    console.error(error);
    count = { passed: 0, failed: 1, skipped: 0 };
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`━━ ${step.title}：${count.failed === 0 ? '通过' : '未通过'}（${seconds} 秒）`);
  return { step, count, seconds };
}

const steps = chooseSteps(buildSteps(), process.argv.slice(2));
const outcomes: Outcome[] = [];
for (const [index, step] of steps.entries()) {
  outcomes.push(await runStep(step, `${String(index + 1)}/${String(steps.length)}`));
}

console.log('\n━━ 结果 ━━');
for (const { step, count, seconds } of outcomes) {
  const skipped = count.skipped > 0 ? `，跳过 ${String(count.skipped)}` : '';
  const numbers = `通过 ${String(count.passed)}，失败 ${String(count.failed)}${skipped}`;
  console.log(`${count.failed === 0 ? '✓' : '✗'} ${step.title}：${numbers}（${seconds} 秒）`);
}
const counts = outcomes.map((outcome) => outcome.count);
process.exitCode = counts.some((count) => count.failed > 0) ? 1 : 0;
console.log(formatClosingLine(counts));
