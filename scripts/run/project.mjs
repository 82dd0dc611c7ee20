/** Shared by the entry of all npm scripts and its parts: paths, exit with a message, forwarding of signals. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const MODULES = join(ROOT, 'node_modules');
export const IS_WINDOWS = process.platform === 'win32';
export const PINNED_NODE = join(MODULES, 'node', 'bin', IS_WINDOWS ? 'node.exe' : 'node');

/**
 * Ends the process with a message.
 *
 * @param {string[]} lines
 * @returns {never}
 */
export function fail(...lines) {
  console.error(['', ...lines, ''].join('\n'));
  process.exit(1);
}

/** @param {string} version for example 20.20.2 */
export const majorOf = (version) => Number.parseInt(version, 10);

/**
 * Forwards termination to the child. Ctrl-C goes to every process of the terminal, so then the parent only has to
 * wait for the child.
 * @param {import('node:child_process').ChildProcess} child
 */
export function forwardSignals(child) {
  /** @type {[NodeJS.Signals, () => void][]} */
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => {
    const signal = /** @type {NodeJS.Signals} */ (name);
    const handler = () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    process.on(signal, handler);
    return [signal, handler];
  });
  return () => handlers.forEach(([signal, handler]) => process.off(signal, handler));
}
