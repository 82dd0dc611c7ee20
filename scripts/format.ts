/** `npm run format [-- PATH…]`: rewrites files as eslint's automatic fixes and prettier would have them. */
import { ensureAstroTypes } from './processes/astro-types.ts';
import { findPackageProgram, runNode } from './processes/node-process.ts';

const paths = process.argv.slice(2);
const targets = paths.length === 0 ? ['.'] : paths;
const fixed = (await ensureAstroTypes()) ? await runNode([findPackageProgram('eslint'), '--fix', ...targets]) : 1;
const formatted = await runNode([findPackageProgram('prettier'), '--write', '--log-level=warn', ...targets]);
process.exitCode = fixed === 0 && formatted === 0 ? 0 : 1;
