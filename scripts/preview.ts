/** `npm run preview [-- --port N]`: serves the built site (OUT_DIR, or dist) as a web host would. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readBasePath, serveFolder } from './serving/serve-folder.ts';
import { findRealPlace } from '../src/building/output-place.ts';
import { restoreOutput } from '../src/building/replace-output.ts';
import { projectRoot } from './processes/node-process.ts';

const DEFAULT_PORT = 4321;

function readPort(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  console.error(`端口「${text}」不对：应为 0 到 65535 的整数，例如 npm run preview -- --port 8080`);
  process.exit(1);
}

const { values } = parseArgs({ options: { port: { type: 'string' } } });
const port = readPort(values.port);
const folder = findRealPlace(resolve(projectRoot, process.env['OUT_DIR'] ?? 'dist'));
if (await restoreOutput(folder)) console.log('上次构建中断，已把原来的网站放回原处。');
if (!existsSync(resolve(folder, 'index.html'))) {
  console.error('还没有建好的网站：请先运行 npm run build，再运行 npm run preview。');
  process.exit(1);
}
try {
  const server = await serveFolder(folder, { basePath: readBasePath(folder), port });
  console.log(`预览地址：${server.url}\n按 Ctrl+C 结束。`);
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  console.error(`端口 ${String(port)} 已被占用：请换一个，例如 npm run preview -- --port ${String(port + 1)}`);
  process.exit(1);
}
