import type { BenchTable } from './bench.ts';

/** A table as lines of a terminal, in which Han characters take two columns. */
export function formatTable({ title, columns, rows, notes }: BenchTable): string {
  const widths = columns.map((column, at) =>
    Math.max(...[column, ...rows.map((row) => row[at] ?? '')].map(displayWidth)),
  );
  const toLine = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => {
        const padding = ' '.repeat(Math.max(0, (widths[at] ?? 0) - displayWidth(cell)));
        return at === 0 ? cell + padding : padding + cell;
      })
      .join('  ')
      .trimEnd();
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  return [title, rule, toLine(columns), rule, ...rows.map(toLine), rule, ...notes].join('\n');
}

/** Columns a text takes: wide characters and full-width signs take two. */
function displayWidth(text: string): number {
  return [...text].reduce(
    (width, character) => width + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]/.test(character) ? 2 : 1),
    0,
  );
}
