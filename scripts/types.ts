/** `npm run types`: type-checks every .ts and .astro file. */
import { findPackageProgram, runNode } from './processes/node-process.ts';

process.exitCode = await runNode([findPackageProgram('astro'), 'check', ...process.argv.slice(2)]);
