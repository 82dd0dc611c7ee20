import { formatPartialDate } from '../../lib/partial-date.ts';
import { CHART_KIND_LABELS, type ChartKind } from '../../schemas/chart-kinds.ts';
import { toChartJs } from '../chart-js.ts';
import { answerChoice, choiceOfChart, listRefusals } from './answer.ts';
import { type Choice, findKind, MOST_INDICATORS, parseChoice } from './choice.ts';
import type { Explore } from './explore-data.ts';
import { allPeriods } from './periods.ts';

/** What is shown for an address, and what is to be said about it. */
export interface AskedAnswer {
  choice: Choice;
  /** What of the address is not as it was asked for, in whole sentences. */
  remarks: string[];
}

/** Reads the choice of an address. What there is no more, or never was, is left out and told. */
export function readAskedChoice(search: string, explore: Explore): AskedAnswer {
  const asked = parseChoice(search);
  if (asked.indicators.length === 0) return { choice: firstChoice(explore), remarks: [] };
  const { indicators, remarks } = readIndicators(asked.indicators, explore);
  if (indicators.length === 0)
    return { choice: firstChoice(explore), remarks: [...remarks, '网址里的指标一项也没有，先画一张现成的。'] };
  const kind = readKind(asked.kind, indicators, explore);
  const known = allPeriods({ indicators, kind: kind.kind }, explore);
  const unknown = (asked.periods ?? []).filter((period) => !known.includes(period));
  const periods = asked.periods?.filter((period) => known.includes(period)).sort();
  return {
    choice: { indicators, kind: kind.kind, ...(periods !== undefined && periods.length > 0 && { periods }) },
    remarks: [
      ...remarks,
      ...(kind.remark === undefined ? [] : [kind.remark]),
      ...(unknown.length === 0 ? [] : [`选的指标没有${unknown.map(wordPeriod).join('、')}的数字，略去了。`]),
    ],
  };
}

/** A period as readers know it, or as it stands in the address where it is none. */
function wordPeriod(period: string): string {
  return /^\d{4}(?:-\d\d){0,2}(?:\/\d{4}(?:-\d\d){0,2})?$/.test(period) ? formatPartialDate(period) : `「${period}」`;
}

function readIndicators(
  asked: readonly string[],
  { data: { statistics } }: Explore,
): { indicators: string[]; remarks: string[] } {
  const remarks: string[] = [];
  const indicators = new Set<string>();
  for (const id of asked) {
    const found = statistics.find((one) => one.id === id) ?? statistics.find(({ aliases }) => aliases?.includes(id));
    if (!found) remarks.push(`没有编号是「${id}」的指标，略去了。`);
    else if (indicators.size === MOST_INDICATORS && !indicators.has(found.id))
      remarks.push(`一张图最多放${String(MOST_INDICATORS)}项指标，「${found.title}」没有放进来。`);
    else indicators.add(found.id);
    if (found && found.id !== id) remarks.push(`「${id}」是「${found.title}」的旧编号，网址换成了新的。`);
  }
  return { indicators: [...indicators], remarks };
}

function readKind(
  asked: string | undefined,
  indicators: readonly string[],
  explore: Explore,
): { kind: ChartKind; remark?: string } {
  const found = findKind(asked);
  if (found !== undefined) return { kind: found };
  const kind =
    (['column', 'bar', 'multiples'] as const).find(
      (one) => listRefusals({ indicators, kind: one }, explore).length === 0,
    ) ?? 'column';
  return asked === undefined
    ? { kind }
    : { kind, remark: `没有叫「${asked}」的画法，先用${CHART_KIND_LABELS[kind]}。` };
}

/** What is there on opening: the first chart of the site that is drawn live, or any first indicator that can be drawn. */
export function firstChoice(explore: Explore): Choice {
  const ready = explore.data.charts.flatMap((chart) => choiceOfChart(chart, explore) ?? []);
  const isLive = (choice: Choice): boolean => {
    const { spec } = answerChoice(choice, explore);
    return spec !== undefined && toChartJs(spec).length > 0;
  };
  const single = explore.data.statistics.map(({ id }): Choice => ({ indicators: [id], kind: 'column' }));
  return ready.find(isLive) ?? single.find(isLive) ?? single[0] ?? { indicators: [], kind: 'column' };
}
