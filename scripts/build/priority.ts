import { constants, setPriority } from 'node:os';

/**
 * What waits for what: everything for the check, then the end for the pages; what is made beside the pages takes what they leave.
 * Of two processors the check of a large site would else share one with Astro, which has time.
 */
const PRIORITIES = {
  pages: constants.priority.PRIORITY_BELOW_NORMAL,
  beside: constants.priority.PRIORITY_LOW,
} as const;

/** Lets a process just started, and all its threads, stand back behind others of a build. */
export function lowerPriority(pid: number | undefined, part: keyof typeof PRIORITIES): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, PRIORITIES[part]);
  } catch {
    // Gone already, or not allowed: then it takes its share of the processor like any other.
  }
}
