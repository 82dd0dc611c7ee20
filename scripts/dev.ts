/** `npm run dev`: live editing of the site that SITE chooses. */
import { findPackageProgram, runNode } from './processes/node-process.ts';

process.exitCode = await runNode([findPackageProgram('astro'), 'dev', ...process.argv.slice(2)]);
