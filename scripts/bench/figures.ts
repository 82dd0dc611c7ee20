/** The middle of several measurements; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  if (low === undefined || high === undefined) throw new Error('No measurements.');
  return (low + high) / 2;
}

/** `12.3 秒` */
export function formatSeconds(seconds: number): string {
  return `${seconds.toFixed(1)} 秒`;
}

/** `1180 MB`; memory that could not be measured says so. */
export function formatMemory(bytes: number | undefined): string {
  return bytes === undefined ? '未测' : `${String(Math.round(bytes / 1e6))} MB`;
}

/** `27.1 kB` */
export function formatSize(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
