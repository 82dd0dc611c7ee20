/** Adds all items to the end of a list. Not spread into one push: a call takes some hundred thousand arguments at most. */
export function appendAll<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}
