/**
 * Tops of blocks of text one below the other: each where it is wanted, as far as those above and below leave it room before `bottom`.
 * Blocks for which there is no room at all run beyond it.
 */
export function spreadDown(
  blocks: readonly { wanted: number; height: number }[],
  { top, bottom, gap }: { top: number; bottom: number; gap: number },
): number[] {
  let left = blocks.reduce((sum, { height }) => sum + height, 0) + (blocks.length - 1) * gap;
  let floor = top;
  return blocks.map(({ wanted, height }) => {
    const y = Math.max(floor, Math.min(wanted, bottom - left));
    left -= height + gap;
    floor = y + height + gap;
    return y;
  });
}

/** Middles of blocks of text one above the other: each where it is wanted, or as much higher as those below it push it. */
export function stackUp(
  blocks: readonly { wanted: number; height: number }[],
  { base, gap }: { base: number; gap: number },
): number[] {
  let floor = base;
  return blocks.map(({ wanted, height }) => {
    const middle = Math.min(wanted, floor - height / 2);
    floor = middle - height / 2 - gap;
    return middle;
  });
}
