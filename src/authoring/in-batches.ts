const BATCH = 64;

/** Runs `work` for every item, 64 at a time: enough to keep a disk busy, and well below the limit of open files. */
export async function inBatches<Item>(
  items: readonly Item[],
  work: (item: Item, at: number) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += BATCH) {
    await Promise.all(items.slice(start, start + BATCH).map((item, at) => work(item, start + at)));
  }
}
