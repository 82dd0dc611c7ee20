import { buildIssue, type Issue } from '../issues/issue.ts';
import { toSyllables } from '../lib/pinyin.ts';
import type { FieldPath, Locator } from '../reader/located.ts';
import { DOCUMENT_LISTS, documentKinds, entryKinds } from '../schemas/kinds.ts';
import type { ValidatedSite } from '../schemas/validate.ts';
import { findText, isAddress, isNamedInAddress, redactText, type WithdrawnName } from './withdrawn-names.ts';

/** Ids of what stays, and web addresses in it, that hold the name of a withdrawn person: nothing can be cut out of either. */
export function checkAddresses(
  site: ValidatedSite,
  names: readonly WithdrawnName[],
  removed: ReadonlySet<string>,
): Issue[] {
  const issues: Issue[] = [];
  for (const kind of documentKinds) {
    const document = site.documents[kind];
    if (document) issues.push(...checkTexts(document, names));
  }
  for (const { document, list } of DOCUMENT_LISTS) {
    const holder = site.documents[document];
    const items = (holder?.data as Record<string, NamedItem[]> | undefined)?.[list] ?? [];
    items.forEach((item, at) => {
      if (holder) issues.push(...checkItem(item, { ...holder, path: [list, at], names }));
    });
  }
  for (const kind of entryKinds) {
    for (const entry of site.entries[kind]) {
      if (removed.has(`${kind}/${entry.id}`)) continue;
      issues.push(...checkTexts(entry, names));
      const named = names.find((name) => isNamedInId(entry.id, entry.data, name));
      // Another person's id is made of their own name.
      if (named && kind !== 'craftsmen') issues.push(describe(entry, named, 'id'));
    }
  }
  return issues;
}

interface NamedItem {
  id: string;
  aliases?: readonly string[];
}

function checkItem(
  item: NamedItem,
  { file, locator, path, names }: { file: string; locator: Locator; path: FieldPath; names: readonly WithdrawnName[] },
): Issue[] {
  const named = names.find((name) => isNamedInId(item.id, item, name));
  return named ? [describe({ file, locator, path: [...path, 'id'] }, named, 'item')] : [];
}

/** An id that is the pinyin of what the entry is called names nobody: hai-cheng-xin-chang of 海城新厂 is not about 程新. */
function isNamedInId(id: string, data: object, name: WithdrawnName): boolean {
  if (!isNamedInAddress(id, name)) return false;
  const own = ['title', 'name', 'label'].flatMap((key) => (data as Record<string, unknown>)[key] ?? []).map(String);
  const letters = id.replaceAll('-', '');
  return !own.some((text) =>
    letters.includes(
      toSyllables(redactText(text, [name]))
        .join('')
        .toLowerCase(),
    ),
  );
}

function checkTexts(
  { file, data, locator }: { file: string; data: unknown; locator: Locator },
  names: readonly WithdrawnName[],
): Issue[] {
  return names.flatMap((name) => {
    const path = findText(data, (text) => isAddress(text) && isNamedInAddress(text, name));
    return path ? [describe({ file, locator, path }, name, 'address')] : [];
  });
}

const WHAT = {
  id: { what: '这个文件的编号', hint: '给文件换一个没有姓名的编号，不要写进 aliases；引用它的地方一起改。' },
  item: { what: '这个编号', hint: '换一个没有姓名的编号，不要写进 aliases；引用它的地方一起改。' },
  address: { what: '这个地址', hint: '换成没有姓名的地址，或者去掉这一项。' },
} as const;

function describe(
  { file, locator, path }: { file: string; locator: Locator; path?: FieldPath },
  { name }: WithdrawnName,
  kind: keyof typeof WHAT,
): Issue {
  const { what, hint } = WHAT[kind];
  return buildIssue('JC613', {
    file,
    ...(path && { path: path.join('.'), ...locator.valueAt(path) }),
    message: `「${name}」已撤下，${what}里还有这个姓名，网站上看得到。`,
    hint,
  });
}
