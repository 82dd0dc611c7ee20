/** Values kept for the next pages that need them. In the development server, which never ends, old ones have to go. */
const MOST_KEPT = 50;

/** Makes a value once for the same input, as long as it is among the latest. */
export function keepRecent<Input extends object, Value>(make: (input: Input) => Promise<Value>): typeof make {
  const kept = new Map<string, Promise<Value>>();
  return (input) => {
    const key = JSON.stringify(input);
    const known = kept.get(key);
    if (known) return known;
    const value = make(input);
    kept.set(key, value);
    for (const [oldest] of kept) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    return value;
  };
}
