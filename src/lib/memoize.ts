/**
 * `compute` of the same objects is run once. Values are dropped together with the objects they were computed for, so a site that is
 * built anew is computed anew. Objects are told apart by identity, not by what they hold.
 */
export function memoizeByObjects<Keys extends readonly [object, ...object[]], Value>(
  compute: (...keys: Keys) => Value,
): (...keys: Keys) => Value {
  interface Node {
    next: WeakMap<object, Node>;
    known?: { value: Value };
  }
  const root: Node = { next: new WeakMap() };
  return (...keys) => {
    let node = root;
    for (const key of keys) {
      let next = node.next.get(key);
      if (!next) node.next.set(key, (next = { next: new WeakMap() }));
      node = next;
    }
    node.known ??= { value: compute(...keys) };
    return node.known.value;
  };
}

/** The answer that `known` holds under `key`, or that of `make`, which is then held there. A failed answer is forgotten, so it can be asked for again. */
export function memoizeInMap<Value>(
  known: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const found = known.get(key);
  if (found) return found;
  const made = make();
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

/** Runs `make` at the first call and gives its answer to all; again only after it failed. */
export function onceResolved<Value>(make: () => Promise<Value>): () => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return () => memoizeInMap(known, '', make);
}

/**
 * Memoizes a function without parameters: it runs at the first call, and every call gives its result. A function that throws runs
 * again at the next call; a promise that is rejected stays rejected.
 */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
