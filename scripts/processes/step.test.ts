import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runStep, StepProcess } from './step.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiangce-step-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeStep(name: string, body: string): URL {
  const file = join(folder, `${name}.mjs`);
  const step = new URL('step.ts', import.meta.url).href;
  writeFileSync(file, `import { answerRequests } from '${step}';\n${body}`);
  return pathToFileURL(file);
}

test('a step gives its answer', async () => {
  const step = writeStep(
    'sum',
    'answerRequests(async ({ numbers }) => ({ sum: numbers.reduce((a, b) => a + b, 0) }));',
  );
  expect(await runStep(step, { numbers: [1, 2, 3] })).toEqual({ sum: 6 });
});

test('what a step throws is thrown here, with the place where it was', async () => {
  const step = writeStep('full', "answerRequests(async () => { throw new Error('No room'); });");
  const error: unknown = await runStep(step, {}).catch((thrown: unknown) => thrown);
  expect((error as Error).message).toBe('No room');
  expect((error as Error).stack).toContain('full.mjs');
});

test('a step that ends otherwise has failed', async () => {
  await expect(runStep(writeStep('gone', 'process.exit(0);'), {})).rejects.toThrow('without an answer');
});

test('a step answers one request after the other, in order', async () => {
  const slow = writeStep(
    'slow',
    'answerRequests(({ ms }) => new Promise((resolve) => setTimeout(() => resolve(ms), ms)));',
  );
  const step = new StepProcess<{ ms: number }, number>(slow, { isPatient: true });

  expect(await Promise.all([60, 1].map((ms) => step.ask({ ms })))).toEqual([60, 1]);
  await step.stop();
  await expect(step.ask({ ms: 1 })).rejects.toThrow('without an answer');
});

test('a step is ended before its answer', async () => {
  const endless = writeStep('endless', 'answerRequests(() => new Promise(() => setInterval(() => {}, 1000)));');
  const end = new AbortController();
  const running = runStep(endless, {}, { signal: end.signal });
  end.abort();

  await expect(running).rejects.toThrow('without an answer');
  await expect(runStep(endless, {}, { signal: end.signal })).rejects.toThrow('aborted');
});
