import { confirm, isCancel } from '@clack/prompts';
import type { ContentPlace } from '../../src/authoring/check-changes.ts';
import { takeSnapshot } from '../../src/authoring/content-snapshot.ts';
import { type EditableSite, readEditableSite } from '../../src/authoring/editable-site.ts';
import type { PlannedEdit } from '../../src/authoring/planned-edit.ts';
import { commitFiles } from '../../src/authoring/writing/commit-files.ts';
import { refreshCollectionFiles } from './collection-files.ts';
import { finishFirst } from './finish-first.ts';

export interface EditRequest {
  place: ContentPlace;
  /** The command, for the words to others who want to write meanwhile. */
  by: string;
  plan: (site: EditableSite) => Promise<PlannedEdit>;
  /** Only says what would be done. */
  isTrial: boolean;
  /** Does not ask. */
  isDecided: boolean;
}

/** Plans an edit of the content, tells what it does, asks on a terminal, and writes it. Gives the exit code. */
export async function applyEdit({ place, by, plan, isTrial, isDecided }: EditRequest): Promise<number> {
  if (!isTrial) await finishFirst(place.folder, by);
  const fileSystem = takeSnapshot(place.fileSystem);
  const planned = await plan(await readEditableSite({ ...place, fileSystem }));
  if (planned.type === 'refused') {
    process.stderr.write(`${planned.reasons.join('\n')}\n`);
    return 1;
  }
  process.stdout.write(`${planned.notes.join('\n')}\n`);
  if (isTrial) {
    process.stdout.write('这是试运行，什么也没有写入。去掉 --dry-run 就会写入。\n');
    return 0;
  }
  if (!isDecided && !(await isConfirmed())) {
    process.stdout.write('没有写入。\n');
    return 0;
  }
  await commitFiles(place.folder, planned.changes, { by });
  await refreshCollectionFiles();
  process.stdout.write(`写好了，${place.label} 里改了 ${String(planned.changes.length)} 个文件。\n`);
  return 0;
}

/** Asks on a terminal; a script that calls this has decided. */
async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return true;
  const answer = await confirm({ message: '这样改吗？', active: '写入', inactive: '不写' });
  return !isCancel(answer) && answer;
}
