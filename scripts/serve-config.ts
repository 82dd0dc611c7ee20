/** `npm run serve-config -- nginx|caddy|static`: prints how a web host is to serve the site of SITE. */
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentFolder, outputFolder } from '../src/integrations/settings.ts';
import { formatCaddy } from '../src/serving/caddy.ts';
import { formatNginx } from '../src/serving/nginx.ts';
import { describeHttpsOnly, type ServedSite } from '../src/serving/settings.ts';
import { formatStaticHost } from '../src/serving/static-host.ts';
import { parseCommandLine, runCommand, UsageError } from './command-line/arguments.ts';
import { ContentFaults, readServedSite } from './serving/served-site.ts';

const HOSTS = ['nginx', 'caddy', 'static'] as const;
const USAGE = [
  '用法：npm run serve-config -- nginx|caddy|static',
  '  nginx 和 caddy：--root 网站文件放在服务器的哪个文件夹，--listen 听哪个端口或地址；nginx 没有 brotli 模块时加 --no-brotli',
  '  nginx 自己管 https 的：加 --https，证书不在 Let’s Encrypt 的老地方就写 --certificate 文件 --key 文件；http 的都转到 https。',
  '  --hsts 天数：告诉浏览器这些天里只走 https，收不回来，先看印出来的说明；三种服务器都能加。',
  '  static（Netlify、Cloudflare Pages 等）：加 --write，把 _headers 和 _redirects 写进生成好的网站',
].join('\n');
/** What a setting of a server would read otherwise stands in no path. */
const PLAIN_PATH = /^\/[^\n"'{};$\\]*$/;
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
async function printSettings(settings: Settings): Promise<number> {
  const { host, root, listen, hasBrotli, https, httpsOnlyDays, isWritten } = settings;
  const site: ServedSite = {
    ...(await readServedSite(contentFolder())),
    ...(httpsOnlyDays === undefined ? {} : { httpsOnlyDays }),
  };
  if (httpsOnlyDays !== undefined) process.stderr.write(`${describeHttpsOnly(site.host, httpsOnlyDays).join('\n')}\n`);
  switch (host) {
    case 'nginx':
      process.stdout.write(
        formatNginx(site, {
          root,
          listen: listen ?? (https ? '443' : '80'),
          hasBrotli,
          ...(https ? { https: { ...findCertificate(https, site.host), plain: '80' } } : {}),
        }),
      );
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
  /** Where the certificate lies, as far as it was said; undefined where nginx speaks no https. */
  https: { certificate: string | undefined; key: string | undefined } | undefined;
  httpsOnlyDays: number | undefined;
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
      https: { type: 'boolean', default: false },
      certificate: { type: 'string' },
      key: { type: 'string' },
      hsts: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const host = HOSTS.find((name) => name === positionals[0]);
  if (host === undefined || positionals.length > 1) throw new UsageError(`请写一种服务器：${HOSTS.join('、')}。`);
  const root = values.root.replace(/\/+$/, '');
  if (!PLAIN_PATH.test(`${root}/`)) throw new UsageError('--root 要写服务器上的一个文件夹，以 / 开头。');
  if (values.listen !== undefined && !/^[\w.:[\]-]+$/.test(values.listen))
    throw new UsageError('--listen 写端口或地址，例如 8080 或 127.0.0.1:8080。');
  return {
    host,
    root,
    listen: values.listen,
    hasBrotli: values.brotli,
    https: readHttps(host, values),
    httpsOnlyDays: readDays(values.hsts),
    isWritten: values.write,
  };
}

function readDays(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  if (!/^\d{1,4}$/.test(typed)) throw new UsageError('--hsts 后面写天数，例如 365；写 0 是收回。');
  return Number(typed);
}

function readHttps(
  host: Settings['host'],
  { https, certificate, key }: { https: boolean; certificate?: string | undefined; key?: string | undefined },
): Settings['https'] {
  if (!https && certificate === undefined && key === undefined) return undefined;
  if (host !== 'nginx') throw new UsageError(`${host} 自己会转到 https，证书也自己管，不用写 --https。`);
  for (const file of [certificate, key]) {
    if (file !== undefined && !PLAIN_PATH.test(file))
      throw new UsageError('--certificate 和 --key 要写服务器上的文件，以 / 开头。');
  }
  return { certificate, key };
}

/** Where certbot keeps what it got, unless somebody said otherwise. */
function findCertificate(
  { certificate, key }: NonNullable<Settings['https']>,
  host: string,
): { certificate: string; key: string } {
  const folder = `/etc/letsencrypt/live/${host}`;
  return { certificate: certificate ?? `${folder}/fullchain.pem`, key: key ?? `${folder}/privkey.pem` };
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
