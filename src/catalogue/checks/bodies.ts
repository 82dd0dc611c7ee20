import { buildIssue, type Issue } from '../../issues/issue.ts';
import { findNearest } from '../../lib/nearest.ts';
import { type Body, bodyComponents, type BodyComponent } from '../../reader/body.ts';
import { ENTRY_KINDS, entryKinds } from '../../schemas/kinds.ts';
import type { Statistic } from '../../schemas/statistic.ts';
import type { ValidatedSite, ValidEntry } from '../../schemas/validate.ts';
import { findMovedEntries } from '../aliases.ts';
import { findObservations } from '../observations.ts';
import { entryPath, EXPLORE_PATH, type LinkableKind, SECTION_PATHS } from '../paths.ts';
import { comparedYears, comparisonPath, groupReports } from '../reports.ts';
import type { KnownIds } from './known-ids.ts';
import type { UnknownId } from './unknown-ids.ts';

/** What is wrong with what bodies point at, and the ids in them that lead nowhere. */
export interface BodyFindings {
  issues: Issue[];
  unknown: UnknownId[];
}

/** What bodies point at exists: sources of facts, observations of statistics, entries of links. */
export function checkBodies(site: ValidatedSite, ids: KnownIds): BodyFindings {
  const context: BodyContext = {
    ids,
    statistics: new Map(site.entries.statistics.map(({ id, data }) => [id, data])),
    paths: knownPaths(ids),
    moved: new Map(
      findMovedEntries({ entries: site.entries, sources: site.documents.sources?.data.sources ?? [] }).map(
        ({ from, to }) => [from, to],
      ),
    ),
  };
  const findings: BodyFindings = { issues: [], unknown: [] };
  const entries = entryKinds.flatMap((kind) => site.entries[kind] as ValidEntry[]);
  for (const entry of [...entries, ...site.broken]) checkBody(entry, context, findings);
  return findings;
}

interface BodyContext {
  ids: KnownIds;
  statistics: ReadonlyMap<string, Statistic>;
  paths: ReadonlySet<string>;
  /** Present addresses by former ones. */
  moved: ReadonlyMap<string, string>;
}

function knownPaths(ids: KnownIds): Set<string> {
  const paths = new Set<string>(SECTION_PATHS);
  for (const kind of [...entryKinds, 'sources'] as const) {
    for (const id of ids[kind] ?? []) paths.add(entryPath(kind, id));
  }
  if ((ids.charts?.size ?? 0) > 0) paths.add(EXPLORE_PATH);
  const years = groupReports([...(ids.reports ?? [])].map((id) => ({ id }))).map(({ year }) => year);
  for (const pair of comparedYears(years)) paths.add(comparisonPath(pair));
  return paths;
}

function checkBody(
  { body, file, bodyFile = file }: { file: string; bodyFile?: string; body: Body },
  context: BodyContext,
  { issues, unknown }: BodyFindings,
): void {
  for (const component of bodyComponents(body.nodes)) {
    const found = CHECKS[component.component]?.(component, context);
    if (!found) continue;
    const place = { file: bodyFile, ...component.at, path: 'body' };
    if ('code' in found) issues.push(buildIssue(found.code, { ...place, message: found.message, hint: found.hint }));
    else unknown.push({ ...place, ...found });
  }
  for (const { href, at } of body.links) {
    const path = `${href.replace(/[#?].*$/, '').replace(/\/$/, '')}/`;
    if (context.paths.has(path)) continue;
    issues.push(
      buildIssue('JC302', {
        file: bodyFile,
        ...at,
        path: 'body',
        message: `链接「${readPath(href)}」指向的页面不存在。`,
        hint: suggestPath(path, context),
      }),
    );
  }
}

/** Where a link that leads nowhere was meant to lead: the address of what it names, the present one of a former one, or the nearest. */
function suggestPath(path: string, { ids, paths, moved }: BodyContext): string {
  const present = moved.get(path);
  if (present !== undefined) return `这是曾用的网址，现在的是 ${present}，改成现在的。`;
  const [, kind = '', ...rest] = readPath(path).split('/');
  const meant = isLinkable(kind) ? (ids[kind]?.findByName(rest.join('/').replace(/\/$/, '')) ?? []) : [];
  if (isLinkable(kind) && meant.length > 0) return `改成 ${meant.map((id) => entryPath(kind, id)).join(' 或 ')}。`;
  const nearest = findNearest(path, paths);
  return nearest.length > 0 ? `最接近的页面：${nearest.join('、')}。` : '改成存在的页面，或用 <Ref to="类别/编号" />。';
}

/** A path as people read it; addresses that were copied from a browser have their Chinese characters encoded. */
function readPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const LINKABLE: readonly LinkableKind[] = [...entryKinds, 'sources'];

function isLinkable(kind: string): kind is LinkableKind {
  return LINKABLE.some((known) => known === kind);
}

type Finding = Pick<Issue, 'code' | 'message' | 'hint'> | Pick<UnknownId, 'kind' | 'id' | 'message'>;

const CHECKS: Readonly<Record<string, (component: BodyComponent, context: BodyContext) => Finding | undefined>> = {
  Chart: ({ props }, { ids }) => findUnknown('charts', props['id'], ids, (id) => `<Chart> 的图表「${id}」不存在`),
  Fact: ({ props }, { ids }) =>
    findUnknown('sources', props['source'], ids, (id) => `<Fact> 的来源编号「${id}」不存在`),
  Ref: ({ props }, { ids }) => {
    const to = props['to'];
    if (!to) return undefined;
    const [kind = '', ...rest] = to.split('/');
    if (isLinkable(kind)) return findUnknown(kind, rest.join('/'), ids, () => `<Ref> 引用的「${to}」不存在`);
    return {
      code: 'JC301',
      message: rest.length === 0 ? `<Ref> 的「${to}」没有写类别。` : `<Ref> 的「${to}」里没有「${kind}」这一类。`,
      hint: suggestTarget(kind, rest.join('/'), ids),
    };
  },
  Stat: ({ props }, { ids, statistics }) => {
    const { id, at, source } = props;
    if (!id || !at) return undefined;
    const unknown = findUnknown('statistics', id, ids, () => `<Stat> 的指标「${id}」不存在`);
    if (unknown) return unknown;
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

function findUnknown(
  kind: LinkableKind,
  id: string | undefined,
  ids: KnownIds,
  describe: (id: string) => string,
): Finding | undefined {
  const known = ids[kind];
  return id === undefined || id === '' || !known || known.has(id) ? undefined : { kind, id, message: describe(id) };
}

/** `类别/编号` for what was written without its kind, or with its kind in Chinese: 许振超, 工匠/许振超. */
function suggestTarget(kind: string, rest: string, ids: KnownIds): string {
  const labelled = entryKinds.filter((known) => ENTRY_KINDS[known].label === kind);
  const [kinds, name] = rest === '' ? [LINKABLE, kind] : [labelled, rest];
  const meant = kinds.flatMap((each) => {
    const known = ids[each];
    return (known?.has(name) ? [name] : (known?.findByName(name) ?? [])).map((id) => `${each}/${id}`);
  });
  return meant.length > 0 ? `写成 ${meant.join(' 或 ')}。` : `写成 类别/编号，类别有：${entryKinds.join('、')}。`;
}
