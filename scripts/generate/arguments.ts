/** A whole number from the command line, at least 1. Throws with what to write instead. */
export function parseCount(name: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new Error(`${name} 要写不小于 1 的整数，这里写的是「${text}」。`);
  return count;
}
