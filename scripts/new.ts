/** `npm run new -- craftsman`: makes a new entry by asking, or from flags; `npm run new -- site` a whole city. */
import { intro, outro } from '@clack/prompts';
import { SHEETS, type SheetKind, sheetKinds } from '../src/spreadsheet/sheets.ts';
import { refreshCollectionFiles } from './content/collection-files.ts';
import { finishFirst } from './content/finish-first.ts';
import { parseSheetKind, singular } from './content/sheet-kind.ts';
import { findSitePlace } from './content/site-place.ts';
import { runCommand, UsageError } from './command-line/arguments.ts';
import { askNewEntry } from './new/ask-entry.ts';
import { describeFlags, type Flag, readAnswers, splitFlags } from './new/flags.ts';
import { makeSite } from './new/make-site.ts';
import { planNewEntry, writeNewEntry } from './new/plan-entry.ts';
import { Cancelled, NotWritten } from './new/prompts.ts';

const KINDS = [...sheetKinds]
  .reverse()
  .map((kind) => `${singular(kind)}（${SHEETS[kind].label}）`)
  .join('、');
const USAGE = `用法：npm run new -- craftsman [--site 城市] [--字段 内容 …]\n可以新建：${KINDS}、site（一个城市的站）`;

await runCommand(USAGE, async () => {
  const { flags, words } = splitFlags(process.argv.slice(2));
  const [word, ...others] = words;
  if (word === undefined || others.length > 0) throw new UsageError('请写要新建什么，例如 npm run new -- craftsman。');
  try {
    return word === 'site' ? await makeSite(flags) : await makeEntry(parseSheetKind(word), flags);
  } catch (error) {
    if (error instanceof Cancelled || error instanceof NotWritten) {
      outro('没有写入。');
      return 1;
    }
    throw error;
  }
});

async function makeEntry(kind: SheetKind, flags: readonly Flag[]): Promise<number> {
  const place = findSitePlace(flags.find(({ name }) => name === 'site')?.value);
  await finishFirst(place.folder, 'npm run new');
  const fields = flags.filter(({ name }) => name !== 'site');
  const sheet = SHEETS[kind];
  if (fields.length > 0) {
    const planned = await planNewEntry(sheet, readAnswers(sheet, fields), place);
    if (planned.type === 'problems') {
      process.stderr.write(`${planned.problems.map(({ message }) => message).join('\n')}\n没有写入。\n`);
      return 1;
    }
    process.stdout.write(`写好了：${await writeNewEntry(planned, place)}\n`);
    await refreshCollectionFiles();
    return 0;
  }
  if (!process.stdin.isTTY) throw new UsageError(`这里不能提问，请用参数写明各个字段：\n${describeFlags(sheet)}`);
  intro(`新建${sheet.label}（${place.label}）。随时按 Ctrl+C 退出，不会写入。`);
  await askNewEntry(sheet, place);
  await refreshCollectionFiles();
  outro('运行 npm run check 检查，npm run dev 预览。');
  return 0;
}
