import type { Chart } from '../schemas/chart.ts';
import { CHART_KIND_LABELS, type ChartKind } from '../schemas/chart-kinds.ts';
import type { ChartFinding } from './chart-context.ts';
import type { SelectedSeries } from './select-figures.ts';

/** Kinds that show parts of a whole. */
export function isShareKind(kind: ChartKind): boolean {
  return kind === 'doughnut' || kind === 'stacked-column';
}

/** True where the parts are given in per cent, so that they are shares of the whole already. */
export function isPercent(series: readonly SelectedSeries[]): boolean {
  return series.length > 0 && series.every(({ statistic }) => statistic.unit === '%');
}

/** Shares are of one whole, known exactly, and not more than it. */
export function findShareFaults(
  chart: Chart,
  series: readonly SelectedSeries[],
  whole: SelectedSeries | undefined,
): ChartFinding[] {
  const kind = CHART_KIND_LABELS[chart.kind];
  if (!whole) {
    if (chart.whole !== undefined) return [];
    return [
      {
        code: 'JC706',
        path: ['kind'],
        message: `${kind}画的是整体的份额，这里没有写整体是哪个指标。`,
        hint: '用 whole 写出整体的指标编号；这些数不是一个整体的各部分时，改用 bar。',
      },
    ];
  }
  const isShare = isPercent(series);
  const bounded = [...series, ...(isShare ? [] : [whole])].filter(({ figures }) =>
    figures.some(({ qualifier }) => qualifier !== 'exact'),
  );
  const findings: ChartFinding[] = bounded.map(({ label, figures, path }) => ({
    code: 'JC707',
    path,
    message: `「${label}」是「${figures.find(({ qualifier }) => qualifier !== 'exact')?.display ?? ''}」，不是确数，算不出份额。`,
    hint: `改用 bar，并排画出来；${kind}只画确数。`,
  }));
  if (findings.length > 0) return findings;
  for (const { period, value } of whole.figures) {
    const limit = isShare ? 100 : value;
    if (limit === 0) {
      findings.push({
        code: 'JC706',
        path: ['whole'],
        message: `整体「${whole.label}」${period} 是 0，分不出份额。`,
        hint: '用 periods 选别的时期，或者改用 column。',
      });
      continue;
    }
    const sum = series.reduce(
      (total, { figures }) => total + (figures.find((figure) => figure.period === period)?.value ?? 0),
      0,
    );
    if (sum <= limit * (1 + 1e-9)) continue;
    findings.push({
      code: 'JC706',
      path: ['whole'],
      message: `${period} 的各部分加起来是 ${String(sum)}，比整体「${whole.label}」的 ${String(limit)} 还多，它们不是这个整体的份额。`,
      hint: '检查 whole 和 series；各部分有重合时，改用 bar。',
    });
  }
  return findings;
}
