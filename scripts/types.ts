/** `npm run types`: type-checks every .ts and .astro file; a warning fails too. */
import { findPackageProgram, runNode } from './processes/node-process.ts';

process.exitCode = await runNode([
  findPackageProgram('astro'),
  'check',
  '--minimumFailingSeverity=warning',
  ...process.argv.slice(2),
]);
