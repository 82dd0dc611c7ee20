import { getById } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { findLabelled } from '../catalogue/labels.ts';
import { entryPath } from '../catalogue/paths.ts';
import { parseChapterId } from '../catalogue/chapter-id.ts';
import { groupReports } from '../catalogue/reports.ts';
import { formatHanNumber } from '../lib/han-number.ts';
import type { ViewContext } from './context.ts';

/** A numbered thing as it is called and found: 「表3-1」. */
export interface Label {
  kind: 'chapter' | 'figure' | 'table';
  id: string;
  /** 第三章, 图3-2, 表3-1; on a page that is no chapter 图2, 表1. */
  text: string;
  title: string;
  /** Id of the text it stands in. */
  entry: string;
  /** Site path of that text. */
  path: string;
  /** Id of the element; empty for a chapter, which is the page. */
  anchor: string;
}
export type Labels = ReadonlyMap<string, Label>;

const WORDS = { figure: '图', table: '表' } as const;

/**
 * The first of two passes over a text: everything that has a number gets it, so that the second pass can print references to
 * what comes later. Chapters of a report share one numbering, each with its own count of tables and figures.
 */
export function buildLabels(
  texts: readonly Pick<Entry, 'kind' | 'id' | 'data' | 'body'>[],
  context: ViewContext,
): Labels {
  const labels = new Map<string, Label>();
  for (const { kind, id, data, body } of texts) {
    const path = entryPath(kind, id);
    const chapter = kind === 'reports' ? parseChapterId(id) : undefined;
    const place = { entry: id, path };
    if (chapter && chapter.number > 0 && 'title' in data) {
      const text = `第${formatHanNumber(chapter.number)}章`;
      labels.set(chapter.slug, { kind: 'chapter', id: chapter.slug, text, title: data.title, anchor: '', ...place });
    }
    const counts = { figure: 0, table: 0 };
    for (const labelled of findLabelled(body.nodes)) {
      counts[labelled.kind] += 1;
      const number = `${chapter && chapter.number > 0 ? `${String(chapter.number)}-` : ''}${String(counts[labelled.kind])}`;
      labels.set(labelled.id, {
        kind: labelled.kind,
        id: labelled.id,
        text: `${WORDS[labelled.kind]}${number}`,
        title: labelled.component.props['caption'] ?? getById(context.catalogue.entries.charts, labelled.id).data.title,
        anchor: `${labelled.kind}-${labelled.id}`,
        ...place,
      });
    }
  }
  return labels;
}

/** The texts that share ids with an entry: the chapters of its report, or the entry alone. */
export function findScope(entry: Entry, { catalogue }: ViewContext): Entry[] {
  if (entry.kind !== 'reports') return [entry];
  const { year } = parseChapterId(entry.id);
  const group = groupReports(catalogue.entries.reports.values()).find((report) => report.year === year);
  return group ? [...(group.cover ? [group.cover] : []), ...group.chapters] : [entry];
}
