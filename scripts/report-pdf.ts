/**
 * `npm run report:pdf [-- YEAR…]`: prints the annual reports of a content folder into it, for builds to offer. Printed reports are
 * content: they are kept and handed on with the rest of the folder.
 */
import path from 'node:path';
import { commitFiles } from '../src/authoring/writing/commit-files.ts';
import { planWrites } from '../src/authoring/writing/file-change.ts';
import { buildPrintedFiles } from '../src/integrations/printed-reports.ts';
import { contentFolder, contentLabel } from '../src/integrations/settings.ts';
import { formatIssues } from '../src/issues/format.ts';
import { openSite } from '../src/opening/open-site.ts';
import { joinSite } from '../src/outputs/output-context.ts';
import { nodeFileSystem } from '../src/reader/file-system.ts';
import { buildReports } from '../src/views/report.ts';
import { launchBrowser } from './browser/launch.ts';
import { parseCommandLine, runCommand, UsageError } from './command-line/arguments.ts';
import { finishFirst } from './content/finish-first.ts';
import { printReport } from './report/print-report.ts';

const USAGE = '用法：npm run report:pdf [-- 年份 …]';

await runCommand(USAGE, async () => {
  const { positionals: wanted } = parseCommandLine({ allowPositionals: true, options: {} });
  const folder = contentFolder();
  const label = contentLabel(folder);
  await finishFirst(folder, 'npm run report:pdf');
  const { content, issues } = await openSite(folder);
  if (!content) {
    process.stderr.write(`${formatIssues(issues, 'text')}\n${label} 有错误，没有印报告。\n`);
    return 1;
  }
  const context = joinSite(content);
  const reports = buildReports(context);
  const unknown = wanted.filter((year) => !reports.some((report) => report.year === year));
  if (reports.length === 0) {
    process.stderr.write(`${label} 没有年度报告。\n`);
    return 1;
  }
  if (unknown.length > 0) {
    const years = reports.map(({ year }) => year).join('、');
    throw new UsageError(`没有 ${unknown.join('、')} 年的报告。有的年份：${years}。`);
  }

  const browser = await launchBrowser('current');
  try {
    for (const report of reports.filter(({ year }) => wanted.length === 0 || wanted.includes(year))) {
      const started = performance.now();
      const { bytes, pages } = await printReport(report, context, browser);
      const files = buildPrintedFiles(report, context, { bytes, pages });
      const changes = await planWrites(files, (name) => nodeFileSystem.read(path.join(folder, name)));
      await commitFiles(folder, changes, { by: 'npm run report:pdf' });
      const file = path.join(folder, [...files.keys()][0] ?? '');
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const size = (bytes.length / 1e6).toFixed(2);
      process.stdout.write(
        `${report.title}：${String(pages)} 页，${size} MB，用时 ${seconds} 秒。${path.relative(process.cwd(), file)}\n`,
      );
    }
    process.stdout.write('再运行 npm run build，网站的报告页上就有它的链接。\n');
  } finally {
    await browser.close();
  }
  return 0;
});
