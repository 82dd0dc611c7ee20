/**
 * Memoizes a function without parameters: it runs at the first call, and every call gives its result. A function that throws runs
 * again at the next call; a promise that is rejected stays rejected.
 */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Memoizes a function of an object: it runs once for each, and keeps the result as long as the object is in use. */
export function oncePer<Key extends WeakKey, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}
