import { createHash } from 'node:crypto';
import { hostname } from 'node:os';

/** Machines may share a project's folder; the number of a process says nothing on another one. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const OWNED = /-(\d+)-([0-9a-f]{8})(?:-\w+)?$/;
/** No build takes that long; by then the number of its process may be another program's. */
const LONGEST_BUILD_MS = 24 * 60 * 60 * 1000;

/** A name that says whose it is, so that the next build knows what a killed one left: `build` → `build-4711-0a1b2c3d`. */
export function ownName(stem: string, pid = process.pid, machine = MACHINE): string {
  return `${stem}-${String(pid)}-${machine}`;
}

/**
 * Whether nobody works any more in the folder or file of this name, which was last changed so long ago. Of another machine's
 * only its age tells.
 */
export function isAbandoned(name: string, ageMs: number, isRunning: (pid: number) => boolean = isProcess): boolean {
  const [, pid, machine] = OWNED.exec(name) ?? [];
  if (pid === undefined) return false;
  return ageMs > LONGEST_BUILD_MS || (machine === MACHINE && !isRunning(Number(pid)));
}

function isProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of someone else may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
