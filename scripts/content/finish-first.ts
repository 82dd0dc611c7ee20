import { finishInterrupted } from '../../src/authoring/writing/commit-files.ts';
import { describeFinished } from '../../src/authoring/writing/describe-finished.ts';

/**
 * Completes what an interrupted command left in a content folder, and says so: what a command that writes does first.
 *
 * @param by the command, for the words to others who want to write meanwhile
 * @returns whether there was anything
 * @throws CommitFailure
 */
export async function finishFirst(folder: string, by: string): Promise<boolean> {
  const finished = await finishInterrupted(folder, { by });
  if (finished) process.stdout.write(`${describeFinished(finished)}\n`);
  return finished !== undefined;
}
