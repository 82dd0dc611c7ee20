import type { IssueCode } from '../../issues/codes.ts';
import { buildIssue, type Issue } from '../../issues/issue.ts';
import { findNearest } from '../../lib/nearest.ts';
import { type BodyComponent, bodyComponents, type BodyNode } from '../../reader/body.ts';
import { entryKinds } from '../../schemas/kinds.ts';
import type { ValidatedSite, ValidEntry } from '../../schemas/validate.ts';
import { findLabelled } from '../labels.ts';
import { parseChapterId } from '../chapter-id.ts';
import { groupReports } from '../reports.ts';

/** Tables, charts and notes have ids of their own, and what points at them finds them. A report's chapters share their ids. */
export function checkLabels({ entries, brokenIds }: ValidatedSite): Issue[] {
  const reports = groupReports(entries.reports).map(({ year, cover, chapters }) => ({
    texts: cover ? [cover, ...chapters] : chapters,
    // A chapter that is wrong in itself still holds its labels; which, nobody can say.
    isWhole: !(brokenIds.reports ?? []).some((id) => parseChapterId(id).year === year),
  }));
  const others = entryKinds
    .filter((kind) => kind !== 'reports')
    .flatMap((kind) => (entries[kind] as ValidEntry[]).map((entry) => ({ texts: [entry], isWhole: true })));
  return [...reports, ...others].flatMap(checkScope);
}

function checkScope({ texts, isWhole }: { texts: readonly ValidEntry[]; isWhole: boolean }): Issue[] {
  const issues: Issue[] = [];
  const places = new Map<string, string>();
  for (const { kind, id, file } of texts) if (kind === 'reports') places.set(parseChapterId(id).slug, file);
  for (const entry of texts) {
    for (const { id, component } of findLabelled(entry.body.nodes)) {
      const earlier = places.get(id);
      const where = `${entry.bodyFile} 第 ${String(component.at.line)} 行`;
      if (earlier === undefined) places.set(id, where);
      else {
        const message = `<${component.component}> 的编号「${id}」已经用过，在 ${earlier}。`;
        issues.push(
          issueAt(
            entry,
            component,
            'JC812',
            message,
            component.component === 'Chart' ? '同一张图一份报告里只放一次，别处用 <See> 指向它。' : '换一个编号。',
          ),
        );
      }
    }
  }
  for (const entry of texts) {
    for (const component of bodyComponents(entry.body.nodes)) {
      const id = component.props['id'] ?? '';
      if (component.component === 'See' && isWhole && id !== '' && !places.has(id)) {
        const nearest = findNearest(id, places.keys());
        const hint =
          nearest.length > 0
            ? `最接近的编号：${nearest.join('、')}。`
            : '可以指向同一份报告里的 <Table>、<Chart> 和章。';
        issues.push(issueAt(entry, component, 'JC811', `<See> 指向的「${id}」不存在。`, hint));
      }
      if (component.component === 'Table' && !component.children.some(isTable)) {
        issues.push(
          issueAt(
            entry,
            component,
            'JC815',
            `<Table id="${id}"> 里没有表格。`,
            '在两行标签之间写 Markdown 表格，表格上下各空一行。',
          ),
        );
      }
    }
    issues.push(...checkNotes(entry));
  }
  return issues;
}

function checkNotes(entry: ValidEntry): Issue[] {
  const issues: Issue[] = [];
  const notes = bodyComponents(entry.body.nodes).filter(({ component }) => component === 'Note');
  const written = new Map<string, BodyComponent>();
  for (const note of notes.filter(({ children }) => children.length > 0)) {
    const id = note.props['id'];
    if (id === undefined) continue;
    const earlier = written.get(id);
    if (!earlier) written.set(id, note);
    else {
      const message = `编号为「${id}」的注第 ${String(earlier.at.line)} 行已经写过。`;
      issues.push(issueAt(entry, note, 'JC814', message, `换一个编号；要再次指向它，写 <Note id="${id}" />。`));
    }
  }
  for (const note of notes.filter(({ children }) => children.length === 0)) {
    const id = note.props['id'] ?? '';
    if (written.has(id)) continue;
    const nearest = findNearest(id, written.keys());
    const message = id === '' ? '<Note> 里没有文字，也没有写指向哪一条注。' : `这一章里没有编号为「${id}」的注。`;
    const hint =
      nearest.length > 0
        ? `最接近的编号：${nearest.join('、')}。`
        : `先在用到它的地方写 <Note id="${id || '编号'}">注的文字</Note>。`;
    issues.push(issueAt(entry, note, 'JC813', message, hint));
  }
  return issues;
}

function isTable(node: BodyNode): boolean {
  return typeof node !== 'string' && 'tag' in node && node.tag === 'table';
}

function issueAt(entry: ValidEntry, { at }: BodyComponent, code: IssueCode, message: string, hint: string): Issue {
  return buildIssue(code, { file: entry.bodyFile, ...at, path: 'body', message, hint });
}
