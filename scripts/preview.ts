/** `npm run preview [-- --port N]`: serves the built site (OUT_DIR, or dist) as a web host would. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { findRealPlace } from '../src/building/output-place.ts';
import { restoreOutput } from '../src/building/replace-output.ts';
import { parseCommandLine, runCommand, UsageError } from './command-line/arguments.ts';
import { projectRoot } from './processes/node-process.ts';
import { readBasePath, serveFolder } from './serving/serve-folder.ts';

const USAGE = '用法：npm run preview [-- --port 8080]';
const DEFAULT_PORT = 4321;
const MOST_PORT = 65_535;

await runCommand(USAGE, async () => {
  const { values } = parseCommandLine({ options: { port: { type: 'string', default: String(DEFAULT_PORT) } } });
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > MOST_PORT)
    throw new UsageError(`端口「${values.port}」不对：应为 0 到 ${String(MOST_PORT)} 的整数。`);
  const folder = findRealPlace(resolve(projectRoot, process.env['OUT_DIR'] ?? 'dist'));
  if (await restoreOutput(folder)) process.stdout.write('上次构建中断，已把原来的网站放回原处。\n');
  if (!existsSync(resolve(folder, 'index.html'))) {
    process.stderr.write('还没有建好的网站：请先运行 npm run build，再运行 npm run preview。\n');
    return 1;
  }
  try {
    const server = await serveFolder(folder, { basePath: readBasePath(folder), port });
    process.stdout.write(`预览地址：${server.url}\n按 Ctrl+C 结束。\n`);
    return 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new UsageError(`端口 ${values.port} 已被占用，换一个。`);
  }
});
