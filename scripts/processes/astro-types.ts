import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findPackageProgram, projectRoot, runNode } from './node-process.ts';

/**
 * Lets Astro generate the types of this project if they are missing, as on a fresh clone: without them everything
 * from astro:content looks unsafe to eslint.
 *
 * @returns whether the types are there
 */
export async function ensureAstroTypes(): Promise<boolean> {
  if (existsSync(join(projectRoot, '.astro', 'types.d.ts'))) return true;
  return (await runNode([findPackageProgram('astro'), 'sync'])) === 0;
}
