/** How Astro's process tells which files it has written: each by a line of its output. */
const MARK = 'jiangce wrote ';

/** @param file path in the site */
export function announceWritten(file: string): void {
  process.stdout.write(`${MARK}${file}\n`);
}

/** The file a line of output tells of. What Astro says itself may stand before it. */
export function findWritten(line: string): string | undefined {
  const at = line.indexOf(MARK);
  return at === -1 ? undefined : line.slice(at + MARK.length);
}
