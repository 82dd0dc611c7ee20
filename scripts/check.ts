import { parseArgs, styleText } from 'node:util';
import { digestCode } from '../src/building/code-digest.ts';
import { formatIssues, ISSUE_FORMATS, type IssueFormat } from '../src/issues/format.ts';
import { hasErrors } from '../src/issues/issue.ts';
import { ContentFolder } from '../src/opening/content-folder.ts';
import { contentFolder, contentLabel } from '../src/integrations/settings.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { format: { type: 'string', default: 'text' } },
});
if (!ISSUE_FORMATS.some((format) => format === values.format)) {
  process.stderr.write(`--format 可以是：${ISSUE_FORMATS.join('、')}。\n`);
  process.exit(2);
}
const format = values.format as IssueFormat;
const folder = contentFolder(positionals[0]);
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
process.exitCode = hasErrors(issues) ? 1 : 0;
