/** `npm test [-- STEP…]`: everything continuous integration runs; the last line is `N passed, N failed`. */
import { buildChangedSteps, listChangedFiles } from './testing/changed.ts';
import { runSteps } from './testing/run-steps.ts';
import { buildSteps, type Step } from './testing/steps.ts';
import { formatClosingLine } from './testing/vitest-report.ts';

/** Names no step of its own: what a change can break, in half a minute. */
const CHANGED = 'changed';

function chooseSteps(wanted: readonly string[]): readonly Step[] {
  if (wanted.length === 1 && wanted[0] === CHANGED) return buildChangedSteps(listChangedFiles());
  const all = buildSteps();
  const names = [...new Set(all.map((step) => step.name))];
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    console.error(`没有名为「${unknown.join('、')}」的步骤。可用的步骤：${names.join('、')}；单独用：${CHANGED}`);
    process.exit(1);
  }
  return wanted.length === 0 ? all : all.filter((step) => wanted.includes(step.name));
}

const outcomes = await runSteps(chooseSteps(process.argv.slice(2)), (text) => {
  console.log(text);
});

console.log('\n━━ 结果 ━━');
for (const { step, count, seconds } of outcomes) {
  const skipped = count.skipped > 0 ? `，跳过 ${String(count.skipped)}` : '';
  const numbers = `通过 ${String(count.passed)}，失败 ${String(count.failed)}${skipped}`;
  console.log(`${count.failed === 0 ? '✓' : '✗'} ${step.title}：${numbers}（${seconds} 秒）`);
}
const counts = outcomes.map((outcome) => outcome.count);
process.exitCode = counts.some((count) => count.failed > 0) ? 1 : 0;
console.log(formatClosingLine(counts));
