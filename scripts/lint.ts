/** `npm run lint [-- PATH…]`: eslint, any warning counts as an error. */
import { findPackageProgram, runNode } from './processes/node-process.ts';

const paths = process.argv.slice(2);
process.exitCode = await runNode([
  findPackageProgram('eslint'),
  '--max-warnings=0',
  ...(paths.length === 0 ? ['.'] : paths),
]);
