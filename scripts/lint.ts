/** `npm run lint [-- PATH…]`: eslint; a warning fails too. */
import { ensureAstroTypes } from './processes/astro-types.ts';
import { findPackageProgram, runNode } from './processes/node-process.ts';

const paths = process.argv.slice(2);
const eslint = [findPackageProgram('eslint'), '--max-warnings=0', ...(paths.length === 0 ? ['.'] : paths)];
process.exitCode = (await ensureAstroTypes()) ? await runNode(eslint) : 1;
