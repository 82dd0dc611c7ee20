import { buildIssue, type Issue } from '../../issues/issue.ts';
import { findNearest } from '../../lib/nearest.ts';
import { type Body, bodyComponents, type BodyComponent } from '../../reader/body.ts';
import { entryKinds } from '../../schemas/kinds.ts';
import type { Statistic } from '../../schemas/statistic.ts';
import type { ValidatedSite, ValidEntry } from '../../schemas/validate.ts';
import { findObservations } from '../observations.ts';
import { entryPath, SECTION_PATHS } from '../paths.ts';
import { comparedYears, comparisonPath, groupReports } from '../reports.ts';
import { IdSet, type KnownIds } from './known-ids.ts';
import { suggestIds } from './references.ts';

/** What bodies point at exists: sources of facts, observations of statistics, entries of links. */
export function checkBodies(site: ValidatedSite, ids: KnownIds): Issue[] {
  const context: BodyContext = {
    ids,
    statistics: new Map(site.entries.statistics.map(({ id, data }) => [id, data])),
    paths: knownPaths(ids),
  };
  const entries = entryKinds.flatMap((kind) => site.entries[kind] as ValidEntry[]);
  return [...entries, ...site.broken].flatMap((entry) => checkBody(entry, context));
}

interface BodyContext {
  ids: KnownIds;
  statistics: ReadonlyMap<string, Statistic>;
  paths: ReadonlySet<string>;
}

function knownPaths(ids: KnownIds): Set<string> {
  const paths = new Set<string>(SECTION_PATHS);
  for (const kind of [...entryKinds, 'sources'] as const) {
    for (const id of ids[kind] ?? []) paths.add(entryPath(kind, id));
  }
  const years = groupReports([...(ids.reports ?? [])].map((id) => ({ id }))).map(({ year }) => year);
  for (const pair of comparedYears(years)) paths.add(comparisonPath(pair));
  return paths;
}

function checkBody(
  { body, file, bodyFile = file }: { file: string; bodyFile?: string; body: Body },
  context: BodyContext,
): Issue[] {
  const issues: Issue[] = [];
  for (const component of bodyComponents(body.nodes)) {
    const found = CHECKS[component.component]?.(component, context);
    if (found)
      issues.push(
        buildIssue(found.code, {
          file: bodyFile,
          ...component.at,
          path: 'body',
          message: found.message,
          hint: found.hint,
        }),
      );
  }
  for (const { href, at } of body.links) {
    const path = `${href.replace(/[#?].*$/, '').replace(/\/$/, '')}/`;
    if (context.paths.has(path)) continue;
    const nearest = findNearest(path, context.paths);
    issues.push(
      buildIssue('JC302', {
        file: bodyFile,
        ...at,
        path: 'body',
        message: `链接「${href}」指向的页面不存在。`,
        hint:
          nearest.length > 0
            ? `最接近的页面：${nearest.join('、')}。`
            : '改成存在的页面，或用 <Ref to="类别/编号" />。',
      }),
    );
  }
  return issues;
}

type Finding = Pick<Issue, 'code' | 'message' | 'hint'>;

const CHECKS: Readonly<Record<string, (component: BodyComponent, context: BodyContext) => Finding | undefined>> = {
  Chart: ({ props }, { ids }) => {
    const id = props['id'];
    if (!id || !ids.charts || ids.charts.has(id)) return undefined;
    return { code: 'JC301', message: `<Chart> 的图表「${id}」不存在。`, hint: suggestIds(id, ids.charts, 'charts') };
  },
  Fact: ({ props }, { ids }) => {
    const source = props['source'];
    if (!source || !ids.sources || ids.sources.has(source)) return undefined;
    return {
      code: 'JC301',
      message: `<Fact> 的来源编号「${source}」不存在。`,
      hint: suggestIds(source, ids.sources, 'sources'),
    };
  },
  Ref: ({ props }, { ids }) => {
    const to = props['to'];
    if (!to) return undefined;
    const [kind = '', ...rest] = to.split('/');
    const id = rest.join('/');
    const isKind = kind === 'sources' || entryKinds.some((known) => known === kind);
    if (!isKind) {
      return {
        code: 'JC301',
        message: `<Ref> 的「${to}」里没有「${kind}」这一类。`,
        hint: `写成 类别/编号，类别有：${entryKinds.join('、')}。`,
      };
    }
    const known = ids[kind as keyof KnownIds];
    if (!known || known.has(id)) return undefined;
    return { code: 'JC301', message: `<Ref> 引用的「${to}」不存在。`, hint: suggestIds(id, known, kind) };
  },
  Stat: ({ props }, { ids, statistics }) => {
    const { id, at, source } = props;
    if (!id || !at) return undefined;
    if (!ids.statistics?.has(id)) {
      return {
        code: 'JC301',
        message: `<Stat> 的指标「${id}」不存在。`,
        hint: suggestIds(id, ids.statistics ?? new IdSet(), 'statistics'),
      };
    }
    const statistic = statistics.get(id);
    if (!statistic) return undefined;
    const matches = findObservations(statistic, { at, source });
    const displays = new Set(matches.map(({ display }) => display));
    const periods = [...new Set(statistic.observations.map(({ period }) => period))];
    if (matches.length === 0) {
      return {
        code: 'JC506',
        message: `指标「${id}」没有 ${at}${source === undefined ? ' ' : `（来源 ${source}）`}的数字。`,
        hint: `有数字的时期：${periods.join('、')}。`,
      };
    }
    if (displays.size === 1) return undefined;
    return {
      code: 'JC506',
      message: `指标「${id}」在 ${at} 有几个不同的数字：${[...displays].join('、')}，不知道用哪个。`,
      hint: `加上来源，例如 source="${matches[0]?.source ?? ''}"。`,
    };
  },
};
