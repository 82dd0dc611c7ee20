/** Command letters as they stand in outlines of whole units: absolute, M L Q C Z. */
const COMMAND = /([MLQCZ])([^MLQCZ]*)/g;

/**
 * An SVG path of absolute M, L, Q, C and Z with whole numbers as the same path in relative commands: `M10 20L30 20L30 50Z` →
 * `m10 20h20v30z`. Its numbers are small and alike, so that many outlines on one page pack to two thirds.
 */
export function toRelativePath(path: string): string {
  let x = 0;
  let y = 0;
  let start: [number, number] = [0, 0];
  let previous = '';
  let relative = '';
  for (const [, command = '', numbers = ''] of path.matchAll(COMMAND)) {
    if (command === 'Z') {
      relative += 'z';
      previous = 'z';
      [x, y] = start;
      continue;
    }
    const absolute = (numbers.match(/-?\d+/g) ?? []).map(Number);
    const steps = absolute.map((value, at) => value - (at % 2 === 0 ? x : y));
    [x, y] = absolute.slice(-2) as [number, number];
    if (command === 'M') start = [x, y];
    const [letter, values] = chooseCommand(command, steps);
    if (values.length === 0) continue;
    // A letter is said once for a run of the same; moves are followed by lines and keep theirs.
    relative +=
      letter === previous && letter !== 'm' ? joinNumbers(values, true) : `${letter}${joinNumbers(values, false)}`;
    previous = letter;
  }
  return relative;
}

/** A closed outline through points of whole numbers, in the same form but for its absolute beginning. */
export function toRelativePolygon(points: readonly (readonly [x: number, y: number])[]): string {
  let [x, y] = points[0] ?? [0, 0];
  const path = [`M${String(x)} ${String(y)}`];
  let previous = '';
  for (const [nextX, nextY] of points.slice(1)) {
    const [letter, values] = chooseCommand('L', [nextX - x, nextY - y]);
    [x, y] = [nextX, nextY];
    if (values.length === 0) continue;
    path.push(letter === previous ? joinNumbers(values, true) : `${letter}${joinNumbers(values, false)}`);
    previous = letter;
  }
  // Joined at the end: a text that grows by small pieces is kept as all of them, and a site has ten thousand outlines.
  return `${path.join('')}z`;
}

/** A line along one axis has a shorter command; one that goes nowhere has none. */
function chooseCommand(command: string, steps: readonly number[]): [letter: string, values: readonly number[]] {
  if (command !== 'L') return [command.toLowerCase(), steps];
  const [dx = 0, dy = 0] = steps;
  if (dx === 0) return ['v', dy === 0 ? [] : [dy]];
  return dy === 0 ? ['h', [dx]] : ['l', steps];
}

/** A minus parts numbers as well as a space does. */
function joinNumbers(values: readonly number[], isContinued: boolean): string {
  let text = '';
  for (const value of values) text += value < 0 || (text === '' && !isContinued) ? String(value) : ` ${String(value)}`;
  return text;
}
