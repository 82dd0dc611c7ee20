import { buildIssue, type Issue } from '../../issues/issue.ts';
import type { Position } from '../../lib/line-index.ts';
import { findNearest } from '../../lib/nearest.ts';
import { ID_PATTERN } from '../../schemas/common.ts';
import { ENTRY_KINDS, type EntryKind, isEntryKind } from '../../schemas/kinds.ts';
import { IdSet, type KnownIds, PLACE_OF_KIND } from './known-ids.ts';

/** A place that names an entry which is not there. */
export interface UnknownId extends Position {
  kind: string;
  id: string;
  file: string;
  /** The field's path, or `body`. */
  path: string;
  /** What is said of it there, without its full stop: 「employer」引用的编号「x」不存在. */
  message: string;
}

const MOST_PLACES = 20;

/**
 * An id that is missing is one issue, at the first place that names it; the other places stand in what to do. What can be no id
 * (a name, letters that only look right) was never there: it is a slip of each place, and is told at each.
 */
export function describeUnknownIds(found: readonly UnknownId[], ids: KnownIds): Issue[] {
  const groups = Map.groupBy(found, ({ kind, id, file, line, column }) =>
    ID_PATTERN.test(id) ? `${kind}/${id}` : JSON.stringify([kind, id, file, line, column]),
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { kind, message, file, line, column, path } = first;
    const known = ids[kind as keyof KnownIds] ?? new IdSet();
    const count = others.length === 0 ? '' : `，共 ${String(others.length + 1)} 处用到它`;
    const hint = `${advise(first, known, others.length)}${listPlaces(others)}`;
    return buildIssue('JC301', { file, line, column, path, message: `${message}${count}。`, hint });
  });
}

function listPlaces(others: readonly UnknownId[]): string {
  if (others.length === 0) return '';
  const shown = others.slice(0, MOST_PLACES).map(({ file, line }) => `${file} 第 ${String(line)} 行`);
  const rest = others.length > MOST_PLACES ? `，还有 ${String(others.length - MOST_PLACES)} 处` : '';
  return `另外 ${String(others.length)} 处：${shown.join('、')}${rest}。`;
}

/** What to do about an id that is missing: what was certainly meant, else the nearest ids, and the way out where its file is gone. */
function advise({ kind, id }: UnknownId, known: IdSet, others: number): string {
  const meant = findMeant(id, known, kind);
  if (meant !== undefined) return meant;
  const place = PLACE_OF_KIND[kind] ?? `${kind} 文件夹`;
  const nearest = findNearest(id, known);
  const near = nearest.length > 0 ? `最接近的编号：${nearest.join('、')}。` : '';
  // Several places hardly share a slip: the entry was there once.
  if (others > 0 && isEntryKind(kind)) return `${near}${adviseOnRemoved(kind, id)}`;
  return near === '' ? `编号见 ${place}；还没有的先加上。` : `${near}全部编号见 ${place}。`;
}

/** The present id of a former one, or the id that a name means. */
function findMeant(id: string, known: IdSet, kind: string): string | undefined {
  const present = known.formerly.get(id);
  if (present !== undefined) return `它是曾用编号，现在的编号是「${present}」，改成现在的。`;
  const named = known.findByName(id);
  if (named.length === 1) return `「${id}」的编号是 ${named.join('')}，改成 ${named.join('')}。`;
  if (named.length === 0) return undefined;
  return `叫「${id}」的有 ${String(named.length)} 个，写明是哪一个的编号：${named.join('、')}（见 ${PLACE_OF_KIND[kind] ?? `${kind} 文件夹`}）。`;
}

/** For an entry whose file was deleted or given another name by hand. */
function adviseOnRemoved(kind: EntryKind, id: string): string {
  const file = `${kind}/${id}.${ENTRY_KINDS[kind].format}`;
  const withdrawal =
    kind === 'craftsmen' ? '要撤下这个人，把文件放回来，写上 withdrawn: true，各处都不用改' : '还要用它，把文件放回来';
  return `刚删掉了 ${file}？${withdrawal}；给文件改了名，在新文件的 aliases 里写上 ${id}，再把各处改成新编号；真的不要了，从各处删掉它。`;
}
