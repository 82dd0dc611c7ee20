/** A path for an editor, counted from one: `observations.0.display` → `observations 第1项的 display`. */
export function formatFieldPath(path: readonly (string | number)[]): string {
  return path
    .map((part, at) => {
      if (typeof part === 'number') return `第${String(part + 1)}项`;
      return at === 0 ? part : `的 ${part}`;
    })
    .join(' ')
    .replaceAll('项 的', '项的');
}
