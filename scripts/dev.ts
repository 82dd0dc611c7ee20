/**
 * `npm run dev [-- --port N]`: shows the site that SITE chooses while it is edited. The site is served by a process of its own
 * (dev/serve.ts), which is started anew when the code changes.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { isSiteCode } from '../src/building/code-digest.ts';
import { watchFolder } from '../src/live/watch-folder.ts';
import { parseCommandLine, runCommand, UsageError } from './command-line/arguments.ts';
import { projectRoot } from './processes/node-process.ts';

/** Editors write a file in several steps. */
const PAUSE_MS = 150;
const DEFAULT_PORT = '4321';
const MOST_PORT = 65_535;

const USAGE = '用法：npm run dev [-- --port 8080]';

let port = DEFAULT_PORT;
let child: ChildProcess | undefined;
let timer: NodeJS.Timeout | undefined;
let isEnding = false;

function start(): void {
  child = spawn(process.execPath, [path.join(projectRoot, 'scripts', 'dev', 'serve.ts'), port], {
    stdio: 'inherit',
  });
  child.on('close', (code) => {
    if (isEnding) process.exit(code ?? 1);
    // 2: it could not begin, and has said why. Anything else may be mended by the next change of the code.
    if (code === 2) process.exit(1);
  });
}

function restart(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    process.stdout.write('· 代码有改动，重新开始\n');
    const before = child;
    if (before?.exitCode !== null) start();
    else {
      before.once('close', start);
      before.kill();
    }
  }, PAUSE_MS);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    isEnding = true;
    child?.kill(signal);
  });
}
await runCommand(USAGE, () => {
  const { values } = parseCommandLine({ options: { port: { type: 'string', default: DEFAULT_PORT } } });
  ({ port } = values);
  if (!/^\d{1,5}$/.test(port) || Number(port) > MOST_PORT)
    throw new UsageError(`端口「${port}」不对：应为 0 到 ${String(MOST_PORT)} 的整数。`);
  start();
  for (const folder of ['src', 'public']) {
    watchFolder(path.join(projectRoot, folder), (file) => {
      if (isSiteCode(path.relative(projectRoot, file).replaceAll(path.sep, '/'))) restart();
    });
  }
  return Promise.resolve(0);
});
