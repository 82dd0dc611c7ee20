/** `npm run lint [-- PATH…]`: eslint, where a warning fails too, and without paths knip: what is in the tree and nothing uses. */
import { ensureAstroTypes } from './processes/astro-types.ts';
import { findPackageProgram, runNode } from './processes/node-process.ts';

const paths = process.argv.slice(2);
const eslint = [findPackageProgram('eslint'), '--max-warnings=0', ...(paths.length === 0 ? ['.'] : paths)];
const knip = [findPackageProgram('knip'), '--no-progress', '--no-config-hints'];
process.exitCode = (await ensureAstroTypes()) ? await lint() : 1;

/** Runs both, so that one report tells all. Gives the exit code. */
async function lint(): Promise<number> {
  const codes = [await runNode(eslint), ...(paths.length === 0 ? [await runNode(knip)] : [])];
  return Math.max(...codes);
}
