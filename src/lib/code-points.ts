/** Compares by code point, as UTF-8 and Pagefind sort. JavaScript compares UTF-16 units, which puts surrogates too early. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (left === right) continue;
    const isLeftRare = left >= 0xd800 && left < 0xe000;
    const isRightRare = right >= 0xd800 && right < 0xe000;
    return isLeftRare === isRightRare ? left - right : isLeftRare ? 1 : -1;
  }
  return a.length - b.length;
}
