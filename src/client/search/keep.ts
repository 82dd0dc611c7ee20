/** An answer by its key: made once, and again only if that failed. */
export function keep<Value>(
  kept: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const known = kept.get(key);
  if (known) return known;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

/** The same of a single answer. */
export function keepOne<Value>(make: () => Promise<Value>): () => Promise<Value> {
  const kept = new Map<string, Promise<Value>>();
  return () => keep(kept, '', make);
}
