import type { Step, Write } from './steps.ts';
import type { TestCount } from './vitest-report.ts';

/** A step that is done. */
export interface Outcome {
  readonly step: Step;
  readonly count: TestCount;
  readonly seconds: string;
}

/**
 * Runs steps: those of one lane in order, the lanes `left` and `right` at the same time, then `after`. What one lane alone prints
 * is seen at once; of two, what a step printed is shown whole when it ends.
 *
 * @param print a text of one or more lines for the terminal
 * @returns the outcomes in the order of the steps
 */
export async function runSteps(steps: readonly Step[], print: (text: string) => void): Promise<Outcome[]> {
  const outcomes = new Map<Step, Outcome>();
  const runLane = async (lane: Step['lane'], isAlone: boolean): Promise<void> => {
    for (const step of steps) {
      if (step.lane !== lane) continue;
      const position = `[${String(steps.indexOf(step) + 1)}/${String(steps.length)}]`;
      outcomes.set(step, await (isAlone ? runInView(step, position, print) : runAside(step, position, print)));
    }
  };
  const early = (['left', 'right'] as const).filter((lane) => steps.some((step) => step.lane === lane));
  await Promise.all(early.map((lane) => runLane(lane, early.length === 1)));
  await runLane('after', true);
  return steps.flatMap((step) => outcomes.get(step) ?? []);
}

async function runInView(step: Step, position: string, print: (text: string) => void): Promise<Outcome> {
  print(`\n━━ ${position} ${step.title} ━━`);
  const outcome = await runStep(step, undefined, print);
  print(describeOutcome(outcome));
  return outcome;
}

async function runAside(step: Step, position: string, print: (text: string) => void): Promise<Outcome> {
  let output = '';
  const write = (text: string): void => {
    output += text;
  };
  print(`… ${position} ${step.title}`);
  const outcome = await runStep(step, write, (text) => {
    write(`${text}\n`);
  });
  print([`\n━━ ${position} ${step.title} ━━`, output.trimEnd(), describeOutcome(outcome)].filter(Boolean).join('\n'));
  return outcome;
}

/** A step that breaks has failed; the others go on. */
async function runStep(step: Step, write: Write, print: (text: string) => void): Promise<Outcome> {
  const startedAt = performance.now();
  let count: TestCount;
  try {
    count = await step.run(write);
  } catch (error) {
    print(error instanceof Error ? (error.stack ?? error.message) : String(error));
    count = { passed: 0, failed: 1, skipped: 0 };
  }
  return { step, count, seconds: ((performance.now() - startedAt) / 1000).toFixed(1) };
}

function describeOutcome({ step, count, seconds }: Outcome): string {
  return `━━ ${step.title}：${count.failed === 0 ? '通过' : '未通过'}（${seconds} 秒）`;
}
