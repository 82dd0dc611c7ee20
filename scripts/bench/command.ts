import path from 'node:path';
import { projectRoot } from '../processes/node-process.ts';
import type { ProcessRequest } from './measure-process.ts';

/** One of the project's own commands, to be measured as it is typed. */
export function command(name: string, ...args: readonly string[]): ProcessRequest {
  return { command: [process.execPath, path.join(projectRoot, 'scripts', `${name}.ts`), ...args], cwd: projectRoot };
}
