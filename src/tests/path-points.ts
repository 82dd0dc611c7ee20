const ARITY: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, q: 4, c: 6 };

/**
 * The points of an SVG path in order, curves' handles among them, wherever its commands say them from: of M L H V Q C Z, absolute
 * or relative, with whole numbers.
 */
export function pathPoints(path: string): [x: number, y: number][] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  let start: readonly [number, number] = [0, 0];
  for (const [, letter = '', rest = ''] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const command = letter.toLowerCase();
    const [baseX, baseY] = letter === command ? [1, 1] : [0, 0];
    if (command === 'z') [x, y] = start;
    const values = (rest.match(/-?\d+/g) ?? []).map(Number);
    for (let at = 0; at < values.length; at += ARITY[command] ?? 1) {
      const [first = 0] = values.slice(at);
      const step =
        command === 'h' ? [first, 0] : command === 'v' ? [0, first] : values.slice(at, at + (ARITY[command] ?? 1));
      const ends = step.map((value, index) => value + (index % 2 === 0 ? x * baseX : y * baseY));
      for (let end = 0; end < ends.length; end += 2) points.push([ends[end] ?? 0, ends[end + 1] ?? 0]);
      [x = 0, y = 0] = ends.slice(-2);
      if (command === 'm') start = [x, y];
    }
  }
  return points;
}
