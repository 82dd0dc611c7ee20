/** The process that serves a site while it is edited; see ../dev.ts. */
import { digestCode } from '../../src/building/code-digest.ts';
import { describeFailure } from '../../src/building/failures.ts';
import { contentFolder, contentLabel } from '../../src/integrations/settings.ts';
import { formatIssues } from '../../src/issues/format.ts';
import { LiveServer } from '../../src/live/live-server.ts';
import { LiveSite } from '../../src/live/live-site.ts';
import { watchFolder } from '../../src/live/watch-folder.ts';

/** Files that are saved together are read together. */
const PAUSE_MS = 20;

const folder = contentFolder();
const label = contentLabel(folder);
const port = Number(process.argv[2]);
const site = new LiveSite(folder, digestCode());
const server = new LiveServer(site);
let shown = '';

async function refresh(): Promise<void> {
  const started = performance.now();
  try {
    await site.refresh();
  } catch (error) {
    process.stderr.write(`${describeFailure(error, { folder, label })}\n`);
    return;
  }
  server.announce();
  const issues = formatIssues(site.issues, 'text');
  if (issues !== shown) process.stderr.write(issues === '' ? '内容没有错误了。\n' : `${issues}\n`);
  shown = issues;
  process.stdout.write(`· 读好了，用时 ${((performance.now() - started) / 1000).toFixed(2)} 秒\n`);
}

let timer: NodeJS.Timeout | undefined;
watchFolder(folder, () => {
  clearTimeout(timer);
  timer = setTimeout(() => void refresh(), PAUSE_MS);
});
process.stdout.write(`· 读 ${label}\n`);
await refresh();
try {
  const address = await server.listen(port);
  process.stdout.write(`边改边看：${address}\n存好一个文件，网页就跟着变。按 Ctrl+C 结束。\n`);
} catch (error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
  process.stderr.write(`端口 ${String(port)} 已被占用：请换一个，例如 npm run dev -- --port ${String(port + 1)}\n`);
  process.exit(2);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    server.close();
    site.close();
    process.exit(0);
  });
}
