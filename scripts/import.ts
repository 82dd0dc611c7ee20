/** `npm run import -- FILE.xlsx|FILE.csv [--dry-run]`: takes a spreadsheet into the content, all of it or nothing. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { styleText } from 'node:util';
import { confirm, isCancel } from '@clack/prompts';
import { CommitFailure } from '../src/authoring/writing/commit-failure.ts';
import { isUnfinished } from '../src/authoring/writing/commit-files.ts';
import { UnreadableTable } from '../src/spreadsheet/unreadable-table.ts';
import { refreshCollectionFiles } from './content/collection-files.ts';
import { finishFirst } from './content/finish-first.ts';
import {
  describeLayouts,
  describeMissing,
  describeNotices,
  describePlan,
  describeRemarks,
} from './content/describe-plan.ts';
import { applyImport, prepareImport, type PreparedImport, writeRemarks } from './content/import-file.ts';
import { ProgressBar } from './content/progress-bar.ts';
import { parseSheetKind } from './content/sheet-kind.ts';
import { findSitePlace } from './content/site-place.ts';
import { parseCommandLine, runCommand, UsageError } from './command-line/arguments.ts';

const USAGE =
  '用法：npm run import -- 表格.xlsx [--dry-run 只看不写] [--yes 不再询问] [--kind 工匠] [--fill 列名=内容 年鉴表里没有的] [--create 连同缺的单位、工种、荣誉一起新建] [--site 城市]';

await runCommand(USAGE, async () => {
  const { values, positionals } = parseCommandLine({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      yes: { type: 'boolean', short: 'y', default: false },
      kind: { type: 'string' },
      create: { type: 'boolean', default: false },
      fill: { type: 'string', multiple: true, default: [] },
      site: { type: 'string' },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0)
    throw new UsageError('请写一个表格文件的名字；文件名里有空格时用英文双引号括起来。');
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) throw new UsageError(`找不到文件 ${file}。`);
  if (!stats.isFile()) throw new UsageError(`${file} 不是文件，是文件夹或别的东西。请写表格文件的名字。`);
  const kind = values.kind === undefined ? undefined : parseSheetKind(values.kind);
  const place = findSitePlace(values.site);
  if (!values['dry-run']) await finishFirst(place.folder, 'npm run import');
  else if (await isUnfinished(place.folder)) {
    process.stderr.write('有一次改动还没有写完，试运行不动它。先运行 npm run finish 补完，再试。\n');
    return 1;
  }
  const bar = new ProgressBar(process.stderr);
  const show = bar.update.bind(bar);
  try {
    const prepared = await prepareImport(
      file,
      place,
      { kind, creates: values.create, fills: parseFills(values.fill) },
      show,
    );
    bar.clear();
    if (isOpenElsewhere(file))
      process.stderr.write(`${path.basename(file)} 还在 Excel 或 WPS 里开着，没有存盘的改动读不到。\n`);
    process.stderr.write(describeNotices(prepared.plan));
    if (prepared.plan.remarks.length > 0)
      return await reportRemarks(file, prepared, { isTrial: values['dry-run'], isCreating: values.create });
    process.stdout.write(`${describePlan(prepared.plan)}\n`);
    if (prepared.plan.files.size === 0) return 0;
    if (values['dry-run']) {
      process.stdout.write('这是试运行，什么也没有写入。去掉 --dry-run 就会写入。\n');
      return 0;
    }
    if (!values.yes && !(await isConfirmed(prepared))) {
      process.stdout.write('没有写入。\n');
      return 0;
    }
    await applyImport(prepared, place, show);
    bar.clear();
    await refreshCollectionFiles();
    process.stdout.write(
      styleText('green', `写好了，${place.label} 里改了 ${String(prepared.plan.files.size)} 个文件。`) + '\n',
    );
    return 0;
  } catch (error) {
    bar.clear();
    if (!(error instanceof UnreadableTable || error instanceof CommitFailure)) throw error;
    process.stderr.write(`${path.basename(file)}：${error.message}\n什么也没有写入。\n`);
    return 1;
  }
});

/** Asks on a terminal; a script that calls this has decided. */
async function isConfirmed({ plan }: PreparedImport): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return true;
  const answer = await confirm({
    message: `写入这 ${String(plan.changes.length)} 处改动吗？`,
    active: '写入',
    inactive: '不写',
  });
  return !isCancel(answer) && answer;
}

/** `来源=工匠日报道` → `{ 来源: '工匠日报道' }`. @throws UsageError where there is no `=` */
function parseFills(fills: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    fills.map((fill) => {
      const { heading, text } = /^(?<heading>[^=＝]+)[=＝](?<text>.+)$/.exec(fill)?.groups ?? {};
      if (heading === undefined || text === undefined)
        throw new UsageError('--fill 写成 列名=内容，例如 --fill 来源=工匠日报道。');
      return [heading.trim(), text.trim()];
    }),
  );
}

/** Office programs keep a file of this name beside one that is open. */
function isOpenElsewhere(file: string): boolean {
  return existsSync(path.join(path.dirname(file), `~$${path.basename(file)}`));
}

async function reportRemarks(
  file: string,
  prepared: PreparedImport,
  { isTrial, isCreating }: { isTrial: boolean; isCreating: boolean },
): Promise<number> {
  const { remarks } = prepared.plan;
  process.stderr.write(`${describeRemarks(remarks, prepared.tables)}\n\n`);
  const about = [describeLayouts(prepared.plan, prepared.tables), describeMissing(prepared.plan, isCreating)];
  process.stderr.write(
    about
      .filter((text) => text !== '')
      .map((text) => `${text}\n`)
      .join(''),
  );
  process.stderr.write(
    styleText('red', `${path.basename(file)} 有 ${String(remarks.length)} 处要改，什么也没有写入。`) + '\n',
  );
  if (isTrial) {
    process.stderr.write('这是试运行，意见也没有写进文件。去掉 --dry-run 就会写出一份带意见的表格。\n');
    return 1;
  }
  const { copy, isWritten } = await writeRemarks(file, prepared);
  process.stderr.write(
    isWritten
      ? `意见写在了 ${copy} 里：A 列是意见，红色的格子要改。改好后直接导入这个文件就行。\n`
      : `${copy} 写不了：它可能正在 Excel 或 WPS 里打开着，关掉再运行一次。\n`,
  );
  return 1;
}
