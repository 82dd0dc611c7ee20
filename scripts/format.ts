/** `npm run format [-- PATH…]`: rewrites files as prettier and eslint's automatic fixes would have them. */
import { findPackageProgram, runNode } from './processes/node-process.ts';

const paths = process.argv.slice(2);
const targets = paths.length === 0 ? ['.'] : paths;
const fixed = await runNode([findPackageProgram('eslint'), '--fix', ...targets]);
const formatted = await runNode([findPackageProgram('prettier'), '--write', '--log-level=warn', ...targets]);
process.exitCode = fixed === 0 && formatted === 0 ? 0 : 1;
