import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runStep } from './step.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiangce-step-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeStep(name: string, body: string): URL {
  const file = join(folder, `${name}.mjs`);
  const step = new URL('step.ts', import.meta.url).href;
  writeFileSync(file, `import { answerRequest } from '${step}';\n${body}`);
  return pathToFileURL(file);
}

test('a step gives its answer', async () => {
  const step = writeStep('sum', 'answerRequest(async ({ numbers }) => ({ sum: numbers.reduce((a, b) => a + b, 0) }));');
  expect(await runStep(step, { numbers: [1, 2, 3] })).toEqual({ sum: 6 });
});

test('what a step throws is thrown here, with the place where it was', async () => {
  const step = writeStep('full', "answerRequest(async () => { throw new Error('No room'); });");
  const error: unknown = await runStep(step, {}).catch((thrown: unknown) => thrown);
  expect((error as Error).message).toBe('No room');
  expect((error as Error).stack).toContain('full.mjs');
});

test('a step that ends otherwise has failed', async () => {
  await expect(runStep(writeStep('gone', 'process.exit(0);'), {})).rejects.toThrow('without an answer');
});
