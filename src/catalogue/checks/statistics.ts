import { buildIssue, type Issue } from '../../issues/issue.ts';
import { isAfter } from '../../lib/partial-date.ts';
import { parseQuantity } from '../../lib/quantity.ts';
import { adviseQuantity } from '../../lib/quantity-advice.ts';
import type { FieldPath } from '../../reader/located.ts';
import type { Qualifier } from '../../schemas/statistic.ts';
import type { ValidatedSite, ValidEntry } from '../../schemas/validate.ts';

const QUALIFIER_WORDS: Readonly<Record<Qualifier, string>> = {
  exact: '没有限定词',
  over: '余、多、超、逾、突破',
  about: '近、约',
  'at-least': '以上',
};

/** Figures agree with their printed form, with their date, and with each other or say why not. */
export function checkStatistics(site: ValidatedSite, today: string): Issue[] {
  return site.entries.statistics.flatMap((entry) => [
    ...checkDisplays(entry),
    ...checkDates(entry, today),
    ...checkConflicts(entry),
  ]);
}

type StatisticEntry = ValidEntry<'statistics'>;

function issueAt(
  entry: StatisticEntry,
  code: 'JC503' | 'JC504' | 'JC505',
  path: FieldPath,
  texts: { message: string; hint: string },
): Issue {
  return buildIssue(code, { file: entry.file, ...entry.locator.valueAt(path), path: path.join('.'), ...texts });
}

/** The printed form (`5000余`) and the stored value and qualifier are two statements of one figure. */
function checkDisplays(entry: StatisticEntry): Issue[] {
  return entry.data.observations.flatMap(({ display, value, qualifier }, at) => {
    const printed = parseQuantity(display);
    const path = ['observations', at, 'display'];
    const sign = /[%％‰]/.exec(display)?.[0].replace('％', '%');
    if (printed && sign !== undefined && sign !== entry.data.unit) {
      return issueAt(entry, 'JC503', path, {
        message: `原文写法「${display}」带着 ${sign}，这个指标的单位是「${entry.data.unit}」。`,
        hint: `说的是百分数或千分数时，unit 写「${sign}」；不是的话，把 ${sign} 从原文写法里去掉。`,
      });
    }
    if (!printed) {
      return issueAt(entry, 'JC503', path, {
        message: `原文写法「${display}」读不出数字。`,
        hint: adviseQuantity(display),
      });
    }
    if (Math.abs(printed.value - value) > Math.abs(value) * 1e-9) {
      return issueAt(entry, 'JC503', path, {
        message: `原文写法「${display}」是 ${String(printed.value)}，value 写的是 ${String(value)}。`,
        hint:
          printed.value === -value && /[降减滑落]/.test(display)
            ? `指标数的是增减时，value 写 ${String(printed.value)}；数的就是降了多少时，display 只写数字。`
            : '对照来源，改正其中一个；value 用基本单位。',
      });
    }
    if (printed.qualifier === qualifier) return [];
    return issueAt(entry, 'JC503', ['observations', at, 'qualifier'], {
      message: `原文写法「${display}」的限定与 qualifier「${qualifier}」不一致。`,
      hint: `「${display}」应当写 ${printed.qualifier}（${QUALIFIER_WORDS[printed.qualifier]}）。`,
    });
  });
}

function checkDates(entry: StatisticEntry, today: string): Issue[] {
  return entry.data.observations.flatMap(({ asOf, period }, at) => {
    const [start = ''] = period.split('/');
    if (isAfter(start, asOf)) {
      return issueAt(entry, 'JC505', ['observations', at, 'period'], {
        message: `时期「${period}」在发布时间（asOf）「${asOf}」之后：还没有到的时期没有数字。`,
        hint: '多半是照上一次抄了一行，忘了改其中一个；对照来源改正。',
      });
    }
    return isAfter(asOf, today)
      ? issueAt(entry, 'JC505', ['observations', at, 'asOf'], {
          message: `asOf「${asOf}」在今天（${today}）之后。`,
          hint: '这里写数字是什么时候说的，不会晚于今天；目标和计划不放进统计。',
        })
      : [];
  });
}

/** Two values for one period need a note that says how they differ. */
function checkConflicts(entry: StatisticEntry): Issue[] {
  const { observations } = entry.data;
  return observations.flatMap((observation, at) => {
    const earlier = observations
      .slice(0, at)
      .find(({ period, value }) => period === observation.period && value !== observation.value);
    if (!earlier || earlier.note !== undefined || observation.note !== undefined) return [];
    return issueAt(entry, 'JC504', ['observations', at, 'value'], {
      message: `同一时期 ${observation.period} 有两个数字：${earlier.display} 和 ${observation.display}，没有说明为什么不同。`,
      hint: '用 note 写清口径或来源的差别；如果数的不是一回事，另建一个指标。',
    });
  });
}
