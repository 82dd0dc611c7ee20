import { buildIssue, type Issue } from '../../issues/issue.ts';
import { findQuantities } from '../../lib/quantity.ts';
import type { FieldPath } from '../../reader/located.ts';
import type { ValidatedSite, ValidEntry } from '../../schemas/validate.ts';
import { findObservations } from '../observations.ts';

/** Editions agree with their file names, take their figures from the statistics, and one of them is the home page's. */
export function checkEditions(site: ValidatedSite): Issue[] {
  const statistics = new Map(site.entries.statistics.map(({ id, data }) => [id, data]));
  return [
    ...site.entries.editions.flatMap((entry) => [
      ...checkYear(entry),
      ...checkFigures(entry, statistics),
      ...checkTexts(entry, entry.data, []),
    ]),
    ...site.entries.reports.flatMap((entry) => checkTexts(entry, entry.data, [])),
    ...checkHomeEdition(site),
  ];
}

function checkYear({ id, data, file, locator }: ValidEntry<'editions'>): Issue[] {
  if (String(data.year) === id) return [];
  return [
    buildIssue('JC205', {
      file,
      ...locator.valueAt(['year']),
      path: 'year',
      message: `年份写的是 ${String(data.year)}，文件名是 ${id}。`,
      hint: '让两者一致。',
    }),
  ];
}

function checkHomeEdition({ entries, documents, brokenIds }: ValidatedSite): Issue[] {
  const { site } = documents;
  const years = [...entries.editions.map(({ id }) => id), ...(brokenIds.editions ?? [])];
  if (!site || years.includes(String(site.data.edition))) return [];
  return [
    buildIssue('JC301', {
      file: site.file,
      ...site.locator.valueAt(['edition']),
      path: 'edition',
      message: `editions 文件夹里没有 ${String(site.data.edition)} 年。`,
      hint: `有的年份：${years.join('、') || '还没有'}。`,
    }),
  ];
}

type Statistics = ReadonlyMap<string, ValidatedSite['entries']['statistics'][number]['data']>;

/** Each figure is one that its indicator states for that period. */
function checkFigures(entry: ValidEntry<'editions'>, statistics: Statistics): Issue[] {
  return [...findFigures(entry.data, [])].flatMap(({ path, statistic: id, at, source }) => {
    const statistic = statistics.get(id);
    // An unknown indicator is reported as a reference.
    if (!statistic) return [];
    const matches = findObservations(statistic, { at, source });
    const displays = new Set(matches.map(({ display }) => display));
    if (displays.size === 1) return [];
    const periods = [...new Set(statistic.observations.map(({ period }) => period))];
    return [
      buildIssue('JC506', {
        file: entry.file,
        ...entry.locator.valueAt([...path, 'at']),
        path: [...path, 'at'].join('.'),
        message:
          displays.size === 0
            ? `指标「${id}」没有 ${at}${source === undefined ? ' ' : `（来源 ${source}）`}的数字。`
            : `指标「${id}」在 ${at} 有几个不同的数字：${[...displays].join('、')}，不知道用哪个。`,
        hint:
          displays.size === 0
            ? `有数字的时期：${periods.join('、')}。`
            : `加上来源，例如 "source": "${matches[0]?.source ?? ''}"。`,
      }),
    ];
  });
}

interface FoundFigure {
  path: FieldPath;
  statistic: string;
  at: string;
  source: string | undefined;
}

function* findFigures(value: unknown, path: FieldPath): Generator<FoundFigure> {
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) yield* findFigures(item, [...path, at]);
  } else if (isRecord(value)) {
    const { statistic, at, source } = value;
    if (typeof statistic === 'string' && typeof at === 'string') {
      yield { path, statistic, at, source: typeof source === 'string' ? source : undefined };
    }
    for (const [key, item] of Object.entries(value)) yield* findFigures(item, [...path, key]);
  }
}

/** Fields that are no prose: places in sources, whose titles may hold numbers, and the chapter's or day's own name. */
const NO_PROSE = new Set(['citations', 'title', 'theme', 'href', 'at']);

/** A quantity in a field has no source; it belongs into the figures or the text. */
function checkTexts(entry: ValidEntry, value: unknown, path: FieldPath): Issue[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => checkTexts(entry, item, [...path, at]));
  if (isRecord(value)) {
    return Object.entries(value)
      .filter(([key]) => !NO_PROSE.has(key))
      .flatMap(([key, item]) => checkTexts(entry, item, [...path, key]));
  }
  if (typeof value !== 'string') return [];
  return findQuantities(value).map(({ text }) =>
    buildIssue('JC501', {
      file: entry.file,
      ...entry.locator.valueAt(path),
      path: path.join('.'),
      message: `数量「${text}」没有写来源。`,
      hint:
        entry.kind === 'editions'
          ? '写进 figures（指标编号和时期），或写在同名的 .mdx 正文里，用 <Stat> 或 <Fact>。'
          : '写进正文，用 <Stat> 或 <Fact>。',
    }),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
