import type { PolicyName } from './content-security.ts';
import { commonHeaders, headersIn } from './headers.ts';
import { isTextType, MEDIA_TYPES, UNKNOWN_TYPE } from './media-types.ts';
import { allRedirects, describeOrigin, type ServedSite } from './settings.ts';
import { escapePattern, NOT_FOUND, PAGES, placePattern, PLACES, type Zone } from './zones.ts';

export interface NginxOptions {
  /** The server's folder of documents; the site lies in it under its base path. */
  root: string;
  /** What to listen on: `80`, `127.0.0.1:8080`. */
  listen: string;
  /** Whether the module for ready-made brotli is there. */
  hasBrotli: boolean;
  /** Whether the server speaks https itself, with these files; `plain` listens for those who come by http and sends them on. */
  https?: { certificate: string; key: string; plain: string };
}

/** The policies of folders that hold pages. */
const PAGE_POLICIES: ReadonlySet<PolicyName> = new Set(['page', 'embed']);
/** A page at once, without the second round that nginx's own `index` takes. */
const FIND_PAGE = 'try_files ${uri}index.html $uri @rest;';

/** Settings of nginx, to be included in its `http` block: a file in conf.d or sites-enabled. */
export function formatNginx(site: ServedSite, { root, listen, hasBrotli, https }: NginxOptions): string {
  const { base, host } = site;
  const lines = [
    ...describeOrigin(site, 'nginx').map((line) => `# ${line}`),
    `# 放进 nginx 的 conf.d；网站的文件放在 ${root}${base}。`,
    ...(hasBrotli
      ? ['# brotli 要模块，Debian 和 Ubuntu 上是 libnginx-mod-http-brotli-static；没有就加 --no-brotli 再印一份。']
      : []),
    ...(https
      ? formatPlainServer(host, https.plain)
      : ['# 没有写 https；由 nginx 自己管证书的，加 --https 再印一份。']),
    'server {',
    `  listen ${listen}${https ? ' ssl http2' : ''};`,
    `  server_name ${host};`,
    ...(https ? indent(formatCertificate(https)) : []),
    `  root ${quote(root)};`,
    '  index index.html;',
    '  server_tokens off;',
    '  # 转到别处时只写路径：前面还有一层代理时，网址和端口不会错。',
    '  absolute_redirect off;',
    '',
    '  # 生成网站时已经压缩好，服务器不用再压。',
    '  gzip off;',
    '  gzip_static on;',
    '  gzip_vary on;',
    ...(hasBrotli ? ['  brotli_static on;'] : []),
    '  # 网页压缩后一般四五千字节，读进内存一次写出，比 sendfile 快四分之一。',
    '  sendfile off;',
    '  # 记住打开过的文件；换上新网站以后，最多过这么久就看得到。',
    '  open_file_cache max=10000 inactive=60s;',
    '  open_file_cache_valid 5s;',
    '',
    ...indent(formatTypes()),
    '',
    ...indent(formatHeaders(PAGES, site)),
    '',
    '  # 网址以斜线结尾时送出那里的 index.html；少了斜线、找不到文件，照常处理。',
    `  ${FIND_PAGE}`,
    '  location @rest { }',
    '  # 首页大得多，用 sendfile 快。',
    ...indent(block(`location = ${base}`, ['sendfile on;', 'tcp_nopush on;', FIND_PAGE])),
    // A folder without a page is no address either.
    `  error_page 404 ${base}404.html;`,
    `  error_page 403 =404 ${base}404.html;`,
    ...indent(block(`location = ${base}404.html`, ['internal;', ...formatHeaders(NOT_FOUND, site)])),
    ...(base === '/' ? [] : [`  location = / { return 301 ${base}; }`]),
    ...allRedirects(site).map(({ from, to }) => `  location = ${from} { return 301 ${to}; }`),
    '',
    ...indent(formatLocations(site)),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

/** Whoever comes by http is sent to the same address by https. */
function formatPlainServer(host: string, listen: string): string[] {
  return block('server', [
    `listen ${listen};`,
    `server_name ${host};`,
    'server_tokens off;',
    `return 301 https://${host}$request_uri;`,
  ]);
}

/** nginx before 1.23.4 would speak TLS 1.0 as well, and no 1.3. */
function formatCertificate({ certificate, key }: { certificate: string; key: string }): string[] {
  return [
    `ssl_certificate ${quote(certificate)};`,
    `ssl_certificate_key ${quote(key)};`,
    'ssl_protocols TLSv1.2 TLSv1.3;',
    'ssl_session_cache shared:jiangce:1m;',
  ];
}

/** An `add_header` in a location drops all those around it, so each location says all of them. */
function formatHeaders(zone: Zone, site: ServedSite): string[] {
  const headers = { ...commonHeaders(site), ...headersIn(zone, site.embedScript) };
  return Object.entries(headers).map(([name, value]) => `add_header ${name} ${quote(value)} always;`);
}

/** Folders are found in a tree; expressions stand inside of theirs, so that no page has to be tried against them. */
function formatLocations(site: ServedSite): string[] {
  const { base } = site;
  const files = PLACES.flatMap(({ place, zone }) =>
    'file' in place ? block(`location = ${base}${place.file}`, formatHeaders(zone, site)) : [],
  );
  const folders = Map.groupBy(
    PLACES.flatMap(({ place, zone }) => ('file' in place ? [] : [{ ...place, zone }])),
    ({ folder }) => folder,
  );
  const nested = [...folders].flatMap(([folder, places]) => {
    const own = places.find(({ rest }) => rest === undefined);
    const inner = places.flatMap(({ zone, ...place }) =>
      place.rest === undefined
        ? []
        : block(`location ~ ${quote(`^${escapePattern(base)}${placePattern(place)}`)}`, formatHeaders(zone, site)),
    );
    const { policy } = own?.zone ?? PAGES;
    return block(`location ${base}${folder}`, [
      ...(own ? formatHeaders(own.zone, site) : []),
      ...(PAGE_POLICIES.has(policy) ? [FIND_PAGE] : []),
      ...inner,
    ]);
  });
  return [...files, ...nested];
}

function formatTypes(): string[] {
  const endings = Map.groupBy(Object.entries(MEDIA_TYPES), ([, type]) => type);
  const types = [...endings].map(([type, list]) => `${type} ${list.map(([ending]) => ending).join(' ')};`);
  const texts = [...endings.keys()].filter((type) => isTextType(type) && type !== 'text/html');
  return [
    `default_type ${UNKNOWN_TYPE};`,
    ...block('types', types),
    'charset utf-8;',
    `charset_types ${texts.join(' ')};`,
  ];
}

function block(head: string, lines: readonly string[]): string[] {
  return [`${head} {`, ...indent(lines), '}'];
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}

/** A word of nginx's language. Policies hold single quotes, so words stand in double ones. */
function quote(text: string): string {
  return `"${text.replaceAll('"', String.raw`\"`)}"`;
}
