import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Something the person at the keyboard typed wrong. */
export class UsageError extends Error {}

/** parseArgs whose complaints are in Chinese. */
export function parseCommandLine<Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const option = error instanceof Error ? /'(--?[^'\s]+)/.exec(error.message)?.[1] : undefined;
    throw new UsageError(option === undefined ? '参数写得不对。' : `参数 ${option} 写得不对，或者没有这个参数。`);
  }
}

/** Runs a command: what its user did wrong is said in a line with the usage, a defect keeps its stack. */
export async function runCommand(usage: string, command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n${usage}\n`);
    process.exitCode = 2;
  }
}
