/** `npm run check [-- CITY|DIR] [--fix] [--format text|json|github]`: checks a content folder and lists what is wrong with it. */
import { styleText } from 'node:util';
import { digestCode } from '../src/building/code-digest.ts';
import { formatIssues, ISSUE_FORMATS, type IssueFormat } from '../src/issues/format.ts';
import { hasErrors } from '../src/issues/issue.ts';
import { ContentFolder } from '../src/opening/content-folder.ts';
import { contentFolder, contentLabel } from '../src/integrations/settings.ts';
import { fixFiles } from './content/fix-files.ts';
import { findSitePlace } from './content/site-place.ts';
import { parseCommandLine, runCommand, UsageError } from './command-line/arguments.ts';

const USAGE = `用法：npm run check [-- 城市或文件夹] [--fix 改好能自动改的] [--format ${ISSUE_FORMATS.join('|')}]`;

await runCommand(USAGE, async () => {
  const { values, positionals } = parseCommandLine({
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' }, fix: { type: 'boolean', default: false } },
  });
  const format = ISSUE_FORMATS.find((known) => known === values.format);
  if (format === undefined) throw new UsageError(`--format 可以是：${ISSUE_FORMATS.join('、')}。`);
  if (values.fix) await fix(positionals[0]);
  return await check(positionals[0], format);
});

/** Mends what has one right form, and tells each file on the error stream: the report may be read by a program. */
async function fix(city: string | undefined): Promise<void> {
  const lines = await fixFiles(findSitePlace(city));
  process.stderr.write(
    lines.length === 0 ? '没有能自动改的。\n' : `${lines.join('\n')}\n改好了 ${String(lines.length)} 个文件。\n`,
  );
}

/** Gives the exit code: 1 where there are errors. */
async function check(city: string | undefined, format: IssueFormat): Promise<number> {
  const folder = contentFolder(city);
  const label = contentLabel(folder);
  const { issues, entryCount } = await new ContentFolder(folder, digestCode()).open();
  const report = formatIssues(issues, format);
  if (report !== '') process.stdout.write(`${report}\n`);
  if (format === 'text') {
    const errors = issues.filter(({ severity }) => severity === 'error').length;
    const warnings = issues.length - errors;
    const summary =
      errors > 0
        ? styleText(
            'red',
            `${label}：查了 ${String(entryCount)} 个文件，有 ${String(errors)} 处错误${warnings > 0 ? `、${String(warnings)} 处提醒` : ''}。`,
          )
        : `${label}：查了 ${String(entryCount)} 个文件，没有错误${warnings > 0 ? `，有 ${String(warnings)} 处提醒` : ''}。`;
    process.stdout.write(`${errors > 0 ? '\n' : ''}${summary}\n`);
  }
  return hasErrors(issues) ? 1 : 0;
}
