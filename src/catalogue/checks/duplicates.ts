import { buildIssue, type Issue } from '../../issues/issue.ts';
import type { FieldPath, Locator } from '../../reader/located.ts';
import type { ValidatedSite } from '../../schemas/validate.ts';

/** No two items of a list share an id. (Entries of a folder cannot: the file name is the id.) */
export function checkDuplicateIds({ documents }: ValidatedSite): Issue[] {
  const { honours, organizations, publish, sources, taxonomy } = documents;
  const lists: [{ file: string; locator: Locator } | undefined, string, readonly { id: string }[] | undefined][] = [
    [honours, 'honours', honours?.data.honours],
    [honours, 'ladders', honours?.data.ladders],
    [organizations, 'organizations', organizations?.data.organizations],
    [publish, 'targets', publish?.data.targets],
    [sources, 'sources', sources?.data.sources],
    [taxonomy, 'trades', taxonomy?.data.trades],
    [taxonomy, 'industries', taxonomy?.data.industries],
    [taxonomy, 'themes', taxonomy?.data.themes],
  ];
  return lists.flatMap(([document, name, items]) => (document && items ? findRepeats(document, name, items) : []));
}

function findRepeats(
  document: { file: string; locator: Locator },
  name: string,
  items: readonly { id: string }[],
): Issue[] {
  const first = new Map<string, number>();
  const issues: Issue[] = [];
  items.forEach(({ id }, at) => {
    const path: FieldPath = [name, at, 'id'];
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, at);
      return;
    }
    const firstLine = document.locator.valueAt([name, earlier, 'id']).line;
    issues.push(
      buildIssue('JC106', {
        file: document.file,
        ...document.locator.valueAt(path),
        path: path.join('.'),
        message: `编号「${id}」重复了，第 ${String(firstLine)} 行已经用过。`,
        hint: '给其中一个换编号；如果是同一条内容，删掉一条。',
      }),
    );
  });
  return issues;
}
