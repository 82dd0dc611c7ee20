import { hasErrors } from '../issues/issue.ts';
import { ENTRY_KINDS, type EntryKind, isEntryKind } from '../schemas/kinds.ts';
import { editFrontmatter } from './edit-frontmatter.ts';
import { editJson } from './edit-json.ts';
import type { EditableSite } from './editable-site.ts';
import { findMentions, pathOf } from './find-mentions.ts';
import { findTarget, type Target } from './find-target.ts';
import { findAddedIssues, formatPlace, type PlannedEdit } from './planned-edit.ts';
import type { FileChange } from './writing/file-change.ts';

export interface DeleteOptions {
  /** Withdraws a person from the site, in place of deleting their file. */
  isWithdrawal?: boolean;
}

/**
 * Plans to delete an entry with the picture that only it shows. An entry that others name is not deleted: every place is listed, so
 * that none is left that leads nowhere. A person can be withdrawn, which takes them out of all pages at once.
 *
 * @param word the entry: `craftsmen/lin-mo`
 */
export async function planDelete(
  site: EditableSite,
  word: string,
  { isWithdrawal = false }: DeleteOptions = {},
): Promise<PlannedEdit> {
  const target = findTarget(site.validated, word);
  if ('refused' in target) return { type: 'refused', reasons: [target.refused] };
  if (isWithdrawal) return planWithdrawal(site, target);
  if (hasErrors(site.issues)) {
    return refuse(`${site.place.label} 有错误，写错的文件里找不全引用。先运行 npm run check 改好，再删。`);
  }
  const mentions = findMentions(site.validated, target).filter(({ file }) => target.isList || file !== target.file);
  if (mentions.length > 0) {
    const places = mentions.map(({ file, at }) => `  ${formatPlace({ file, ...at })}`);
    const others = `先改掉这些地方，再删。`;
    const advice = target.kind === 'craftsmen' ? `${others}${adviseWithdrawal(target)}` : others;
    return refuse(`${target.label}不能删，还有 ${String(mentions.length)} 处提到它：`, ...places, advice);
  }
  const changes = await planRemoval(site, target);
  const added = (await findAddedIssues(site.place, site.issues, changes)).filter(
    ({ severity }) => severity === 'error',
  );
  if (added.length > 0) {
    const places = added.map((issue) => `  ${formatPlace(issue)} ${issue.message}`);
    return refuse('这样删了以后内容会有错误，没有删：', ...places);
  }
  const address = pathOf(target);
  const gone = address === undefined ? [] : [`网址 ${address} 以后打不开；已经发布过的，别处的链接会断。`];
  const pictures = changes.flatMap(({ file }) => (file.startsWith('media/') ? [`照片 ${file} 一起删掉。`] : []));
  const instead = target.kind === 'craftsmen' ? [adviseWithdrawal(target)] : [];
  return { type: 'ready', changes, notes: [`删掉${target.label}。`, ...pictures, ...gone, ...instead] };
}

function refuse(...reasons: string[]): PlannedEdit {
  return { type: 'refused', reasons };
}

function adviseWithdrawal({ kind, id }: Target): string {
  return `本人要求撤下的，不用删文件，用 npm run delete -- ${kind}/${id} --withdraw，全站一次撤干净。`;
}

async function planRemoval({ place, validated }: EditableSite, target: Target): Promise<FileChange[]> {
  const read = (file: string): Promise<Uint8Array> => place.fileSystem.read(`${place.folder}/${file}`);
  const file = target.file.slice(place.label.length + 1);
  const before = await read(file);
  if (target.isList) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(before);
    const content = editJson(text, [{ type: 'remove', path: target.path }], () => []);
    return [{ type: 'write', file, content, before }];
  }
  const own = validated.entries.craftsmen.find((each) => target.kind === 'craftsmen' && each.id === target.id);
  const picture = own?.data.portrait?.file;
  const isShared = validated.entries.craftsmen.some((each) => each !== own && each.data.portrait?.file === picture);
  const photo = `media/${picture ?? ''}`;
  const isAlone = picture !== undefined && !isShared && validated.files.includes(photo);
  return [
    { type: 'delete', file, before },
    ...(isAlone ? [{ type: 'delete' as const, file: photo, before: await read(photo) }] : []),
  ];
}

async function planWithdrawal({ place, issues }: EditableSite, target: Target): Promise<PlannedEdit> {
  if (target.kind !== 'craftsmen') return refuse('只有工匠可以撤下；别的条目删文件就行，去掉 --withdraw。');
  if ('withdrawn' in target.data && target.data.withdrawn === true) return refuse(`${target.label}已经撤下了。`);
  const file = target.file.slice(place.label.length + 1);
  const before = await place.fileSystem.read(`${place.folder}/${file}`);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(before);
  const content = editFrontmatter(text, [{ type: 'set', path: ['withdrawn'], value: true }], () => keysOf(target.kind));
  const changes: FileChange[] = [{ type: 'write', file, content, before }];
  const reminders = (await findAddedIssues(place, issues, changes)).map(
    (issue) => `  ${formatPlace(issue)} ${issue.message}`,
  );
  const rewrite = reminders.length > 0 ? ['这些地方还写着这个姓名，请改写：', ...reminders] : [];
  return { type: 'ready', changes, notes: [`撤下${target.label}：下次构建后从全站消失。`, ...rewrite] };
}

function keysOf(kind: string): string[] {
  return isEntryKind(kind) ? Object.keys(ENTRY_KINDS[kind satisfies EntryKind].schema.shape) : [];
}
