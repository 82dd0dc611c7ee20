/** `npm run serve-config -- nginx|caddy|static`: prints how a web host is to serve the site of SITE. */
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentFolder, outputFolder } from '../src/integrations/settings.ts';
import { formatCaddy } from '../src/serving/caddy.ts';
import { formatNginx } from '../src/serving/nginx.ts';
import type { ServedSite } from '../src/serving/settings.ts';
import { formatStaticHost } from '../src/serving/static-host.ts';
import { parseCommandLine, runCommand, UsageError } from './command-line/arguments.ts';
import { ContentFaults, readServedSite } from './serving/served-site.ts';

const HOSTS = ['nginx', 'caddy', 'static'] as const;
const USAGE = [
  '用法：npm run serve-config -- nginx|caddy|static',
  '  nginx 和 caddy：--root 网站文件放在服务器的哪个文件夹，--listen 听哪个端口或地址；nginx 没有 brotli 模块时加 --no-brotli',
  '  static（Netlify、Cloudflare Pages 等）：加 --write，把 _headers 和 _redirects 写进生成好的网站',
].join('\n');
const DEFAULT_ROOT = '/var/www/jiangce';

await runCommand(USAGE, async () => {
  const settings = readArguments();
  try {
    return await printSettings(settings);
  } catch (error) {
    if (!(error instanceof ContentFaults)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
});

/** Gives the exit code: 1 where there is no site to write into. */
async function printSettings({ host, root, listen, hasBrotli, isWritten }: Settings): Promise<number> {
  const site = await readServedSite(contentFolder());
  switch (host) {
    case 'nginx':
      process.stdout.write(formatNginx(site, { root, listen: listen ?? '80', hasBrotli }));
      return 0;
    case 'caddy':
      process.stdout.write(formatCaddy(site, { root, address: listen ?? site.host }));
      return 0;
    case 'static':
      return await giveStaticFiles(site, isWritten);
  }
}

interface Settings {
  host: (typeof HOSTS)[number];
  root: string;
  listen: string | undefined;
  hasBrotli: boolean;
  isWritten: boolean;
}

function readArguments(): Settings {
  const { values, positionals } = parseCommandLine({
    allowPositionals: true,
    allowNegative: true,
    options: {
      root: { type: 'string', default: DEFAULT_ROOT },
      listen: { type: 'string' },
      brotli: { type: 'boolean', default: true },
      write: { type: 'boolean', default: false },
    },
  });
  const host = HOSTS.find((name) => name === positionals[0]);
  if (host === undefined || positionals.length > 1) throw new UsageError(`请写一种服务器：${HOSTS.join('、')}。`);
  const root = values.root.replace(/\/+$/, '');
  if (!/^\/[^\n"'{};$\\]*$/.test(`${root}/`)) throw new UsageError('--root 要写服务器上的一个文件夹，以 / 开头。');
  if (values.listen !== undefined && !/^[\w.:[\]-]+$/.test(values.listen))
    throw new UsageError('--listen 写端口或地址，例如 8080 或 127.0.0.1:8080。');
  return { host, root, listen: values.listen, hasBrotli: values.brotli, isWritten: values.write };
}

/** Pages are named section by section, as they lie in the built site. */
async function giveStaticFiles(site: ServedSite, isWritten: boolean): Promise<number> {
  const output = outputFolder();
  const entries = await readdir(output, { withFileTypes: true }).catch(() => undefined);
  if (!entries) {
    process.stderr.write('还没有生成好的网站：请先运行 npm run build。\n');
    return 1;
  }
  const names = entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
  const files = Object.entries<string>({ ...formatStaticHost(site, names) });
  if (!isWritten) {
    process.stdout.write(files.map(([name, text]) => `# ==== ${name} ====\n${text}`).join('\n'));
    return 0;
  }
  for (const [name, text] of files) await writeFile(path.join(output, name), text);
  process.stdout.write(`写好了：${files.map(([name]) => path.join(output, name)).join('、')}\n`);
  return 0;
}
