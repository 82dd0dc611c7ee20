/**
 * Does something with each item, so many at once, in their order. After the first fault, or when the signal says so, nothing more
 * is begun; what had begun is waited for.
 */
export async function forEachAtOnce<Item>(
  items: readonly Item[],
  atOnce: number,
  act: (item: Item) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  let next = 0;
  const faults: unknown[] = [];
  const work = async (): Promise<void> => {
    while (next < items.length && faults.length === 0 && signal?.aborted !== true) {
      const item = items[next] as Item;
      next += 1;
      try {
        await act(item);
      } catch (error) {
        faults.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  if (faults.length > 0) throw faults[0];
  signal?.throwIfAborted();
}
