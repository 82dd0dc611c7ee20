import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CommitFailure } from '../../src/authoring/writing/commit-failure.ts';
import { describeRefusal } from './refusals.ts';

/** Something that the person at the keyboard typed wrong. The message is for them, in Chinese. */
export class UsageError extends Error {}

/**
 * `parseArgs` of Node.js with its errors in Chinese.
 *
 * @throws UsageError for a flag that is not in `options`, a flag without its value, or words where none may stand
 */
export function parseCommandLine<Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const option = error instanceof Error ? /'(--?[^'\s]+)/.exec(error.message)?.[1] : undefined;
    throw new UsageError(option === undefined ? '参数写得不对。' : `参数 ${option} 写得不对，或者没有这个参数。`);
  }
}

/**
 * A whole number from the command line.
 *
 * @param flag as it was typed: `--runs`
 * @throws UsageError unless it is at least 1
 */
export function parseCount(flag: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new UsageError(`${flag} 要写不小于 1 的整数，这里写的是「${text}」。`);
  return count;
}

/**
 * Runs a command and sets the exit code that it gives. What was typed wrong is printed in a sentence with the usage below it, and
 * the exit code is 2; a change that cannot be made, or a file that the system refuses, is a sentence and 1; any other error is a defect and keeps its stack.
 *
 * @param usage how the command is called, one line or more
 */
export async function runCommand(usage: string, command: () => Promise<number>): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreLeftReader);
  try {
    process.exitCode = await command();
  } catch (error) {
    const refusal = error instanceof CommitFailure ? error.message : describeRefusal(error);
    if (refusal !== undefined) {
      process.stderr.write(`${refusal}\n`);
      process.exitCode = 1;
      return;
    }
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n${usage}\n`);
    process.exitCode = 2;
  }
}

/** Who reads with `head` or `less` may go away early. The command goes on: what it writes must not be left half done. */
function ignoreLeftReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
