import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder, absolute. */
export const projectRoot = join(import.meta.dirname, '..', '..');

const running = new Set<ChildProcess>();

/** Ends every child with the parent; Ctrl-C reaches children on its own, a signal sent to the parent alone does not. */
function stopChildren(signal: NodeJS.Signals): void {
  for (const child of running) child.kill(signal);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

let handlesSignals = false;
function handleSignalsOnce(): void {
  if (handlesSignals) return;
  handlesSignals = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopChildren(signal);
    });
  }
}

/**
 * Runs a Node program with this process's Node and terminal, and gives its exit code. A program ended by a signal
 * counts as 1.
 *
 * @param args script path and its arguments, for example ['scripts/build.ts']
 * @param env variables added to the current environment
 * @param write takes what the program prints, both streams together, instead of the terminal
 */
export function runNode(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  write?: (text: string) => void,
): Promise<number> {
  handleSignalsOnce();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      stdio: write ? ['inherit', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env },
    });
    if (write) for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', write);
    running.add(child);
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/**
 * Path of the program that an installed package declares, without the shell wrappers of node_modules/.bin.
 *
 * @param packageName for example 'eslint'
 * @param command the program's name where it differs from the package's
 */
export function findPackageProgram(packageName: string, command = packageName): string {
  const manifestPath = join(projectRoot, 'node_modules', packageName, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifestPath, 'utf8')) as { bin?: string | Record<string, string> };
  const program = typeof bin === 'string' ? bin : bin?.[command];
  if (program === undefined) throw new Error(`package ${packageName} declares no program named ${command}`);
  return join(dirname(manifestPath), program);
}
