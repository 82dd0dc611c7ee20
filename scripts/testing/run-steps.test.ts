import { describe, expect, it } from 'vitest';
import { runSteps } from './run-steps.ts';
import type { Step } from './steps.ts';

const PASSED = { passed: 1, failed: 0, skipped: 0 };

/** A step that prints its title, waits, and prints it again. */
function slowStep(title: string, lane: Step['lane'], milliseconds = 5): Step {
  return {
    name: title,
    title,
    lane,
    run: async (write) => {
      write?.(`${title} begins\n`);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      write?.(`${title} ends\n`);
      return PASSED;
    },
  };
}

async function run(steps: readonly Step[]): Promise<{ lines: string[]; titles: string[]; failed: number[] }> {
  const lines: string[] = [];
  const outcomes = await runSteps(steps, (text) => lines.push(...text.trim().split('\n')));
  return {
    lines,
    titles: outcomes.map(({ step }) => step.title),
    failed: outcomes.map(({ count }) => count.failed),
  };
}

describe('runSteps', () => {
  it('shows what a step printed whole, though two lanes run at the same time', async () => {
    const { lines } = await run([slowStep('types', 'left'), slowStep('qingdao', 'right')]);

    for (const title of ['types', 'qingdao'])
      expect(lines[lines.indexOf(`${title} begins`) + 1], title).toBe(`${title} ends`);
  });

  it('runs the lanes at the same time, and what looks at sites after both', async () => {
    const { lines } = await run([
      slowStep('browser', 'after'),
      slowStep('types', 'left', 20),
      slowStep('lint', 'left'),
      slowStep('qingdao', 'right'),
    ]);
    const started = lines.filter((line) => line.startsWith('… ') || line.includes('browser ━━'));

    expect(started.map((line) => line.replaceAll(/[…━[\]\d/ ]/g, ''))).toEqual(['types', 'qingdao', 'lint', 'browser']);
  });

  it('gives the outcomes in the order of the steps', async () => {
    const { titles } = await run([
      slowStep('lint', 'left', 20),
      slowStep('qingdao', 'right'),
      slowStep('unit', 'left'),
    ]);

    expect(titles).toEqual(['lint', 'qingdao', 'unit']);
  });

  it('counts a step that breaks as one failure and goes on', async () => {
    const broken: Step = { name: 'x', title: 'x', lane: 'left', run: () => Promise.reject(new Error('broken')) };
    const { failed, lines } = await run([broken, slowStep('lint', 'left'), slowStep('qingdao', 'right')]);

    expect(failed).toEqual([1, 0, 0]);
    expect(lines.join('\n')).toContain('Error: broken');
  });
});
