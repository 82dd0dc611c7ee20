import { createHash } from 'node:crypto';
import { hostname, uptime } from 'node:os';

/** Machines may share a project's folder; the number of a process says nothing on another one. */
export const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const OWNED = /-(\d+)-([0-9a-f]{8})(?:-\w+)?$/;
/** Nothing takes that long; by then the number of its process may be another program's. */
const LONGEST_WORK_MS = 24 * 60 * 60 * 1000;

/** A name that says whose it is, so that the next process knows what a killed one left: `build` → `build-4711-0a1b2c3d`. */
export function ownName(stem: string, pid = process.pid, machine = MACHINE): string {
  return `${stem}-${String(pid)}-${machine}`;
}

/**
 * Whether nobody works any more in the folder or file of this name, which was last changed so long ago. Of another machine's
 * only its age tells. On this one nothing outlives a start of the machine.
 */
export function isAbandoned(
  name: string,
  ageMs: number,
  isRunning: (pid: number) => boolean = isProcess,
  upMs: number = uptime() * 1000,
): boolean {
  const [, pid, machine] = OWNED.exec(name) ?? [];
  if (pid === undefined) return false;
  if (ageMs > LONGEST_WORK_MS) return true;
  return machine === MACHINE && (ageMs > upMs || !isRunning(Number(pid)));
}

function isProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of someone else may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
