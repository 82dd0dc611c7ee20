import { formatFigure } from '../lib/figure-format.ts';
import { findQuantities } from '../lib/quantity.ts';
import type { Chart } from '../schemas/chart.ts';
import type { Observation } from '../schemas/statistic.ts';
import { findChange } from './change.ts';
import type { ChartContext, ChartFinding } from './chart-context.ts';
import { headlineLength, LONGEST_HEADLINE } from './headline.ts';
import { type SelectedSeries, selectFigures } from './select-figures.ts';

/** Words that may stand for a unit: 9000余名 says what 9000余人 says. */
const SAME_UNITS: Readonly<Record<string, readonly string[]>> = { 人: ['人', '名', '位'] };
/** What belongs to a number before it: its qualifier, or that it is below zero. */
const BEFORE = /(?:超过|突破|将近|大约|至少|不少于|逾|超|约|近|[-－−])$/;
const AFTER = /^[余多]?[十百千万亿]*[余多]?/;
/** Behind a unit: 1万人次以上. */
const AT_LEAST = /^\p{Script=Han}{0,3}以上/u;
/** What makes another figure of a number: 「1万余」 is no 「1万」. */
const QUALIFIED = /[余多]|以上/;

/**
 * What is wrong with a headline that an editor wrote: a number that the chart does not have in these words, qualifier included, or more
 * than a headline holds.
 */
export function findHeadlineFaults(chart: Chart, context: ChartContext): ChartFinding[] {
  const { headline } = chart;
  if (headline === undefined) return [];
  const { series, whole } = selectFigures(chart, context);
  const all = [...series, ...(whole ? [whole] : [])];
  const known = listKnown(all);
  // 「1万人次以上」: its unit stands between.
  const displays = all.flatMap(({ figures }) => figures.map(({ display }) => display));
  const usual = known.filter((one) => !/[名位]$/.test(one));
  let read = 0;
  const faults = findQuantities(headline).flatMap(({ index, text }): ChartFinding[] => {
    // 「万余人次」 of 74.4万余人次 is found too.
    if (index < read) return [];
    const { written, end } = widen(headline, index, text);
    read = end;
    if (known.some((one) => saysSame(written, one)) || displays.includes(written)) return [];
    return [
      {
        code: 'JC714',
        path: ['headline'],
        message: `标题句里的「${written}」，这张图的数据里没有。`,
        hint: `连同「余」「近」等字照图里的写法写：${usual.join('、')}。`,
      },
    ];
  });
  const length = headlineLength(headline);
  if (length <= LONGEST_HEADLINE) return faults;
  const tooLong: ChartFinding = {
    code: 'JC714',
    path: ['headline'],
    message: `标题句有 ${String(Math.ceil(length))} 个字宽，最多 ${String(LONGEST_HEADLINE)} 个。`,
    hint: '只说最要紧的一两件事，其余的数在数据表里。',
  };
  return [...faults, tooLong];
}

/** The quantity with its qualifier, as far as one can be told from the words around it, and where its number ends. */
function widen(sentence: string, index: number, text: string): { written: string; end: number } {
  const before = BEFORE.exec(sentence.slice(0, index))?.[0] ?? '';
  const after = AFTER.exec(sentence.slice(index + text.length))?.[0] ?? '';
  const end = index + text.length + after.length;
  const atLeast = AT_LEAST.test(sentence.slice(end)) ? '以上' : '';
  return { written: `${before}${text}${after}${atLeast}`, end };
}

/** All that the chart's figures let a sentence say: the figures, and what changed between the first and the last of each. */
function listKnown(series: readonly SelectedSeries[]): string[] {
  const known = series.flatMap(({ figures, statistic: { unit } }) => {
    const [from, to] = [figures[0], figures.at(-1)];
    const change = from && to && from !== to ? findChange(from, to, unit) : undefined;
    return [
      ...figures.flatMap((figure) => spellings(figure, unit)),
      ...(change && change.direction !== 'none'
        ? [change.size, ...(change.growth === undefined ? [] : [change.growth])]
        : []),
    ];
  });
  return [...new Set(known)];
}

function spellings({ display }: Observation, unit: string): string[] {
  return (SAME_UNITS[unit] ?? [unit]).map((one) => formatFigure(display, one));
}

/** Whether words say a known figure: the same, or the same without its unit. */
function saysSame(written: string, known: string): boolean {
  const normal = (text: string): string => text.replaceAll(/[,，\s]/g, '').replace(/[-－−]/, '-');
  const [a, b] = [normal(written), normal(known)];
  if (a === b) return true;
  // 「58.15万」 of 58.15万人, but not 「1万」 of 1万余人.
  return b.startsWith(a) && !/^[\d.余多十百千万亿]/.test(b.slice(a.length)) && !QUALIFIED.test(b.slice(a.length));
}
