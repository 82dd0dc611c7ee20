import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const argumentsFile = join(import.meta.dirname, 'arguments.ts').replaceAll('\\', '/');
/** Prints more than any pipe holds, in pieces, and does something afterwards. */
const COMMAND = `
  import { runCommand } from 'file://${argumentsFile.startsWith('/') ? '' : '/'}${argumentsFile}';
  await runCommand('', async () => {
    for (let piece = 0; piece < 100; piece += 1) {
      process.stdout.write('字'.repeat(10_000) + '\\n');
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    process.stderr.write('done');
    return 3;
  });`;

it('a command whose reader goes away does its work to the end, without a word of it', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', COMMAND], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));

  expect({ code, errors }).toEqual({ code: 3, errors: 'done' });
});
