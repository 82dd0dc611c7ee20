import { formatPartialDate } from '../../lib/partial-date.ts';
import { CHART_KIND_LABELS, type ChartKind } from '../../schemas/chart-kinds.ts';
import { findAdditionRefusal, findPeriodGap, listRefusals } from './answer.ts';
import { type Choice, isMomentKind, KINDS, withKind } from './choice.ts';
import { titleOfOne } from './define-chart.ts';
import type { Explore } from './explore-data.ts';
import { allPeriods, drawnPeriods } from './periods.ts';

/** Something to choose. */
export interface Option {
  id: string;
  isChosen: boolean;
  /** Why it cannot be chosen beside what is chosen already. */
  reason: string | undefined;
}

export interface LabelledOption extends Option {
  label: string;
}

/** How everything that can be chosen stands to what is chosen. */
export interface Panel {
  /** What is in the chart, in the order in which it was chosen. */
  chosen: { id: string; title: string }[];
  indicators: Option[];
  periods: LabelledOption[];
  /** One period at a time. */
  isMoment: boolean;
  kinds: LabelledOption[];
}

/** What the form shows beside a chart. */
export function buildPanel(choice: Choice, explore: Explore): Panel {
  const drawn = drawnPeriods(choice, explore);
  const known = listRefusals(choice, explore);
  return {
    chosen: choice.indicators.map((id) => ({ id, title: titleOfOne(id, explore) })),
    indicators: explore.data.statistics.map(({ id }) => {
      const isChosen = choice.indicators.includes(id);
      return { id, isChosen, reason: isChosen ? undefined : findAdditionRefusal(choice, id, explore, known)?.short };
    }),
    periods: allPeriods(choice, explore).map((period) => {
      const isChosen = drawn.includes(period);
      const reason = isChosen ? undefined : findPeriodGap(choice, period, explore);
      return { id: period, label: formatPartialDate(period), isChosen, reason };
    }),
    isMoment: isMomentKind(choice.kind),
    kinds: shortenRepeated(
      KINDS.map((kind) => {
        const isChosen = kind === choice.kind;
        const reason = isChosen ? undefined : findKindRefusal(choice, kind, explore);
        return { id: kind, label: CHART_KIND_LABELS[kind], isChosen, reason };
      }),
    ),
  };
}

/** A reason is said once in a list; whoever has the same names the first. */
function shortenRepeated(options: readonly LabelledOption[]): LabelledOption[] {
  return options.map((option) => {
    const first = options.find(({ reason }) => reason === option.reason);
    return option.reason === undefined || !first || first === option
      ? option
      : { ...option, reason: `原因同${first.label}` };
  });
}

/** Why what is chosen may not be drawn in another way; none while nothing is chosen. */
function findKindRefusal(choice: Choice, kind: ChartKind, explore: Explore): string | undefined {
  return choice.indicators.length === 0 ? undefined : listRefusals(withKind(choice, kind), explore)[0];
}
