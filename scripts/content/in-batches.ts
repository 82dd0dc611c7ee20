const BATCH = 64;

/** Does something with every item, some at a time: enough to keep a disk busy, few enough for the limit of open files. */
export async function inBatches<Item>(
  items: readonly Item[],
  work: (item: Item, at: number) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += BATCH) {
    await Promise.all(items.slice(start, start + BATCH).map((item, at) => work(item, start + at)));
  }
}
