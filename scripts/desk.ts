/** `npm run desk [-- --port N] [--no-open]`: the editing desk, in the browser, for the city that SITE chooses. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { digestCode } from '../src/building/code-digest.ts';
import { Desk } from '../src/desk/desk.ts';
import { DeskServer } from '../src/desk/desk-server.ts';
import { findOpenDesk, markOpenDesk } from '../src/desk/one-desk.ts';
import { buildDeskPage } from '../src/desk/page-files.ts';
import { outputFolder } from '../src/integrations/settings.ts';
import { watchFolder } from '../src/live/watch-folder.ts';
import { folderKey } from '../src/opening/content-folder.ts';
import { parseCommandLine, runCommand, UsageError } from './command-line/arguments.ts';
import { findSitePlace } from './content/site-place.ts';

const USAGE = '用法：npm run desk [-- --port 8080] [--no-open 不打开浏览器] [--site 城市]';
const MOST_PORT = 65_535;
/** Files that are saved together are read together. */
const PAUSE_MS = 30;

await runCommand(USAGE, async () => {
  const { values } = parseCommandLine({
    options: {
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
      site: { type: 'string' },
    },
  });
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > MOST_PORT)
    throw new UsageError(`端口「${values.port}」不对：应为 0 到 ${String(MOST_PORT)} 的整数。`);
  const { folder, label } = findSitePlace(values.site);
  const stateFolder = path.resolve('.cache', 'desk', folderKey(folder));
  const other = findOpenDesk(stateFolder);
  if (other !== undefined) {
    process.stdout.write(`${label} 的编辑台已经开着，就用那一个：${other}\n`);
    if (!values['no-open']) openBrowser(other);
    return 0;
  }
  process.stdout.write(`· 读 ${label}\n`);
  const desk = new Desk({ folder, label, output: outputFolder(), stateFolder, code: digestCode() });
  const server = new DeskServer(desk, await buildDeskPage());
  await desk.start();
  let timer: NodeJS.Timeout | undefined;
  const stopWatching = watchFolder(folder, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void desk.refresh(), PAUSE_MS);
  });
  const address = await server.listen(Number(values.port)).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new UsageError(`端口 ${values.port} 已被占用：换一个，或者不写 --port。`);
    throw error;
  });
  const unmark = markOpenDesk(stateFolder, address);
  process.stdout.write(`编辑台：${address}\n关掉这个窗口，编辑台就停了；写的东西都在草稿里。\n`);
  if (!values['no-open']) openBrowser(address);
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        unmark();
        stopWatching();
        server.close();
        desk.live.close();
        resolve(0);
      });
    }
  });
});

/** Where there is no browser to open, the address is printed all the same. */
function openBrowser(address: string): void {
  const [command, ...args]: [string, ...string[]] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', address]
      : process.platform === 'darwin'
        ? ['open', address]
        : ['xdg-open', address];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
