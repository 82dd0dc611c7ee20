/**
 * `npm run shots [-- DIR] [--only TEXT] [--scale N]`: pictures of one page of each type, narrow, middling and wide, light, dark and in
 * 长辈模式, and a contact sheet of all. The site is the one in OUT_DIR (or dist); if there is none it is built first.
 */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { outputFolder } from '../src/integrations/settings.ts';
import { parseCommandLine, runCommand, UsageError } from './command-line/arguments.ts';
import { projectRoot, runNode } from './processes/node-process.ts';
import { writeContactSheet } from './shots/contact-sheet.ts';
import { listPages } from './shots/pages.ts';
import { takeShots } from './shots/take-shots.ts';

const USAGE = '用法：npm run shots [-- 文件夹] [--only 网址的一部分] [--scale 1 到 4]';

await runCommand(USAGE, async () => {
  const { values, positionals } = parseCommandLine({
    options: { only: { type: 'string' }, scale: { type: 'string', default: '1' } },
    allowPositionals: true,
  });
  const scale = Number(values.scale);
  if (!(scale >= 1 && scale <= 4))
    throw new UsageError(`「--scale ${values.scale}」不对：应为 1 到 4，例如 npm run shots -- --scale 2。`);
  const folder = resolve(positionals[0] ?? join(projectRoot, '.cache', 'shots'));
  const site = outputFolder();
  if (!existsSync(join(site, 'index.html'))) {
    console.log('还没有建好的网站，先构建。');
    const code = await runNode(['scripts/build.ts']);
    if (code !== 0) return code;
  }
  const pages = listPages(site).filter(({ type }) => values.only === undefined || type.includes(values.only));
  if (pages.length === 0) {
    console.error(`没有网址里带「${values.only ?? ''}」的页面。`);
    return 1;
  }
  console.log(`${String(pages.length)} 种页面，每种 9 张。`);
  const shots = await takeShots({ site, pages, folder, scale, report: (line) => console.log(line) });
  const sheet = await writeContactSheet(folder, pages, shots);
  console.log(`完成：${String(shots.length)} 张图。全部放在一起看：${relative(process.cwd(), sheet)}`);
  return 0;
});
