import type { ChartFinding, ChartLadder } from './chart-context.ts';
import { findLevelRank } from './level-rank.ts';
import type { SelectedSeries } from './select-figures.ts';

/** Rungs are written from the lowest up: by the levels of the indicators, and by the ladders of honours.json. */
export function findOrderFaults(series: readonly SelectedSeries[], ladders: readonly ChartLadder[]): ChartFinding[] {
  const findings: ChartFinding[] = [];
  for (const [at, upper] of series.entries()) {
    const lower = series[at - 1];
    if (!lower) continue;
    const ranks = [findLevelRank(lower.statistic.level), findLevelRank(upper.statistic.level)] as const;
    const isLowerLevel = ranks[0] !== undefined && ranks[1] !== undefined && ranks[1] < ranks[0];
    const ladder = ladders.find(
      ({ rungs }) => rungOf(rungs, upper) !== -1 && rungOf(rungs, upper) < rungOf(rungs, lower),
    );
    if (!isLowerLevel && !ladder) continue;
    findings.push({
      code: 'JC708',
      path: upper.path,
      message: ladder
        ? `按 honours.json 里的「${ladder.title}」，「${upper.label}」在「${lower.label}」下面，这里写反了。`
        : `「${upper.label}」的级别是「${upper.statistic.level}」，不会比「${lower.label}」的「${lower.statistic.level}」高，这里写反了。`,
      hint: '阶梯图的 series 从最低一级写起，最高一级写在最后。',
    });
  }
  return findings;
}

function rungOf(rungs: ChartLadder['rungs'], { indicator }: SelectedSeries): number {
  return rungs.findIndex(({ statistics }) => statistics.includes(indicator));
}
