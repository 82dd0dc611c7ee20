import { hasErrors } from '../issues/issue.ts';
import { SITE_LAYOUT } from '../schemas/kinds.ts';
import { noteFormerIdInFrontmatter, noteFormerIdInJson } from './edit-former-ids.ts';
import type { EditableSite } from './editable-site.ts';
import { fieldRange, findMentions, type Mention, pathOf } from './find-mentions.ts';
import { findTarget, listIds, type Target } from './find-target.ts';
import { findAddedIssues, formatPlace, type PlannedEdit } from './planned-edit.ts';
import { applyRanges, type RangeEdit } from './text-ranges.ts';
import type { FileChange } from './writing/file-change.ts';

/**
 * Plans to give an entry another id: its file, every place that names it, and pictures that are named after it. What else stands in
 * these files stays as it is, to the byte. The id that it had becomes a former one, so that old addresses lead on.
 *
 * @param word the entry: `craftsmen/lin-mo`
 */
export async function planRename(site: EditableSite, word: string, newId: string): Promise<PlannedEdit> {
  const target = findTarget(site.validated, word);
  if ('refused' in target) return { type: 'refused', reasons: [target.refused] };
  const reasons = findObstacles(site, target, newId);
  if (reasons.length > 0) return { type: 'refused', reasons };
  const mentions = findMentions(site.validated, target);
  const pictures = findPictures(site, target, newId);
  const rewritten = await rewriteFiles(site, {
    target,
    newId,
    mentions: [...mentions, ...pictures.map((each) => each.mention)],
  });
  if ('refused' in rewritten) return { type: 'refused', reasons: rewritten.refused };
  const { files } = rewritten;
  const changes = [...toChanges(site, { target, newId, files }), ...(await movePictures(site, pictures))];
  const added = await findAddedIssues(site.place, site.issues, changes);
  if (hasErrors(added)) {
    const errors = added.filter(({ severity }) => severity === 'error');
    const reasons = errors.map((issue) => `${formatPlace(issue)} ${issue.message}`);
    return { type: 'refused', reasons: ['这样改了以后内容会有错误，没有改：', ...reasons] };
  }
  return { type: 'ready', changes, notes: describe(site, { target, newId, mentions, pictures }) };
}

interface Picture {
  from: string;
  to: string;
  mention: Mention;
}

function findObstacles({ validated, issues, place }: EditableSite, target: Target, newId: string): string[] {
  const { kind, id } = target;
  if (hasErrors(issues))
    return [`${place.label} 有错误，写错的文件里找不全引用。先运行 npm run check 改好，再改编号。`];
  if (newId === id) return ['新旧编号一样，不用改。'];
  if (!SITE_LAYOUT.idPattern.test(newId)) return [`「${newId}」不能用作编号：编号只能有小写英文字母、数字和连字符。`];
  if (listIds(validated, kind).includes(newId)) return [`${kind}/${newId} 已经有了。换一个编号。`];
  const frozen = validated.entries.frozen.find((each) => kind === 'charts' && each.id.startsWith(`${id}@`));
  return frozen ? [`这张图表冻结过（frozen/${frozen.id}.json），编号已经用在别人嵌入的网址里，不能改。`] : [];
}

/** The person's picture, if it is named after them. */
function findPictures({ validated }: EditableSite, target: Target, newId: string): Picture[] {
  if (target.kind !== 'craftsmen') return [];
  return validated.entries.craftsmen.flatMap(({ file, locator, data: { portrait } }) => {
    const [, stem, ending] = /^(.+)(\.\w+)$/.exec(portrait?.file ?? '') ?? [];
    if (!portrait || stem !== target.id || ending === undefined || file !== target.file) return [];
    const isShared = validated.entries.craftsmen.some(
      (other) => other.file !== file && other.data.portrait?.file === portrait.file,
    );
    const to = `media/${newId}${ending}`;
    if (isShared || validated.files.includes(to) || !validated.files.includes(`media/${portrait.file}`)) return [];
    const path = ['portrait', 'file'];
    const range = fieldRange(locator, path, portrait.file);
    const findRange: Mention['findRange'] = (text, id) => {
      const found = range(text, id);
      return found && { ...found, text: `${newId}${ending}` };
    };
    return [{ from: `media/${portrait.file}`, to, mention: { file, at: locator.valueAt(path), findRange } }];
  });
}

/** A file whose text changes. */
interface Rewritten {
  before: Uint8Array;
  text: string;
}

async function rewriteFiles(
  { place }: EditableSite,
  { target, newId, mentions }: { target: Target; newId: string; mentions: readonly Mention[] },
): Promise<{ files: Map<string, Rewritten> } | { refused: string[] }> {
  const byFile = Map.groupBy(mentions, ({ file }) => file);
  const files = new Map<string, Rewritten>();
  const refused: string[] = [];
  for (const file of new Set([...byFile.keys(), target.file])) {
    const before = await place.fileSystem.read(`${place.folder}/${insideOf(place, file)}`);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(before);
    const edits: RangeEdit[] = [];
    for (const { at, findRange } of byFile.get(file) ?? []) {
      const range = findRange(text, newId);
      if (range) edits.push(range);
      else refused.push(`${formatPlace({ file, ...at })} 这里的写法改不了，先手工把它写成一行普通的文字。`);
    }
    const own = file === target.file ? ownIdRange(target, text, newId) : undefined;
    const rewritten = applyRanges(text, own ? [...edits, own] : edits);
    files.set(file, { before, text: file === target.file ? noteFormerId(rewritten, target, newId) : rewritten });
  }
  return refused.length > 0 ? { refused } : { files };
}

/** The id itself, where it stands in a list and is no file's name. */
function ownIdRange({ isList, locator, path, id }: Target, text: string, newId: string): RangeEdit | undefined {
  return isList ? fieldRange(locator, [...path, 'id'], id)(text, newId) : undefined;
}

function noteFormerId(text: string, { aliases, id, file, path }: Target, newId: string): string {
  if (aliases === undefined) return text;
  if (file.endsWith('.mdx')) return noteFormerIdInFrontmatter(text, id, newId);
  return noteFormerIdInJson(text, path, { present: newId, former: id, aliases });
}

function toChanges(
  { place }: EditableSite,
  { target, newId, files }: { target: Target; newId: string; files: ReadonlyMap<string, Rewritten> },
): FileChange[] {
  return [...files].flatMap(([path, { before, text }]): FileChange[] => {
    const file = insideOf(place, path);
    if (target.isList || path !== target.file) return [{ type: 'write', file, content: text, before }];
    const to = file.replace(/[^/]+(\.\w+)$/, `${newId}$1`);
    return [
      { type: 'write', file: to, content: text, before: undefined },
      { type: 'delete', file, before },
    ];
  });
}

function movePictures({ place }: EditableSite, pictures: readonly Picture[]): Promise<FileChange[]> {
  return Promise.all(
    pictures.map(async ({ from, to }) => ({
      type: 'move' as const,
      file: from,
      to,
      before: await place.fileSystem.read(`${place.folder}/${from}`),
    })),
  );
}

function describe(
  { validated, place }: EditableSite,
  {
    target,
    newId,
    mentions,
    pictures,
  }: { target: Target; newId: string; mentions: readonly Mention[]; pictures: readonly Picture[] },
): string[] {
  const { kind, id, label, aliases } = target;
  const files = new Set(mentions.map(({ file }) => insideOf(place, file)));
  const counted =
    mentions.length === 0
      ? '别处没有提到它'
      : `别处提到它的 ${String(mentions.length)} 处（${String(files.size)} 个文件）一起改`;
  const address = pathOf({ kind, id });
  const namesakes = ['craftsmen', 'studios', 'teams'].filter(
    (other) =>
      other !== kind && ['craftsmen', 'studios', 'teams'].includes(kind) && listIds(validated, other).includes(id),
  );
  return [
    `${label}的编号改成 ${newId}，${counted}。`,
    ...pictures.map(({ from, to }) => `照片 ${from} 改名为 ${to}。`),
    ...(aliases === undefined || address === undefined
      ? []
      : [`旧网址 ${address} 会转到 ${pathOf({ kind, id: newId }) ?? ''}。`]),
    ...namesakes.map(
      (other) =>
        `${other}/${id} 用的是同一个编号，没有跟着改；要改就再运行一次：npm run rename -- ${other}/${id} ${newId}`,
    ),
  ];
}

/** A file's path in the content folder, from the one that authors see. */
function insideOf({ label }: { label: string }, file: string): string {
  return file.slice(label.length + 1);
}
