import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { ODD_PATHS, sendRaw } from '../../../scripts/faults/odd-requests.ts';
import { findCaddy, runCaddy } from '../../../scripts/serving/run-caddy.ts';
import { findNginx, runNginx } from '../../../scripts/serving/run-nginx.ts';
import { readServedSite } from '../../../scripts/serving/served-site.ts';
import { headersOf } from '../../serving/headers.ts';
import { FILES_OF_HOST } from '../../serving/zones.ts';
import { contentTypeOf } from '../../serving/media-types.ts';
import type { ServedSite } from '../../serving/settings.ts';
import { type BuiltSite, readTestSites } from '../../../scripts/sites/built-site.ts';

const nginx = findNginx();
const caddy = findCaddy();
const sites = readTestSites();

interface Answer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
}

/** As it comes over the wire: `fetch` would follow, decompress and ask for compression by itself. */
function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

// Said either way, so that a run without nginx is not taken for one with it.
console.log(
  nginx
    ? `nginx ${nginx.version}：测了${nginx.brotliModule === undefined ? '，没有 brotli 模块' : '，含 brotli'}。`
    : 'nginx 没有安装：它的测试跳过。',
);
console.log(caddy === undefined ? 'Caddy 没有安装：它的测试跳过。' : `Caddy ${caddy}：测了。`);

interface Server {
  name: string;
  isThere: boolean;
  run: (site: ServedSite, folder: string) => Promise<{ origin: string; close: () => Promise<void> }>;
  /** Whether ready-made brotli is sent. */
  hasBrotli: boolean;
  /** Moved for good: Caddy says of a missing slash that the method stays as it is. */
  slashStatus: number;
}

/** Where it is not installed, a server is skipped and never run. */
const SERVERS: readonly Server[] = [
  {
    name: 'nginx',
    isThere: nginx !== undefined,
    run: (site, folder) => runNginx(nginx ?? { version: '', brotliModule: undefined }, site, folder),
    hasBrotli: nginx?.brotliModule !== undefined,
    slashStatus: 301,
  },
  { name: 'Caddy', isThere: caddy !== undefined, run: runCaddy, hasBrotli: true, slashStatus: 308 },
];

describe.each(SERVERS)('$name', (program) => {
  describe.skipIf(!program.isThere).each(sites)('with the printed settings of $name', (site) => {
    testServer(program, site);
  });
});

function testServer(program: Server, site: BuiltSite): void {
  let server: Awaited<ReturnType<Server['run']>>;
  let url: string;
  let embedScript: string;
  const moved = { from: `${site.base}craftsmen/former-id/`, to: site.pages[1]?.path ?? '' };
  const read = (file: string): Buffer => readFileSync(join(site.folder, file));

  beforeAll(async () => {
    const served = await readServedSite(site.contentFolder);
    ({ embedScript } = served);
    server = await program.run({ ...served, redirects: [...served.redirects, moved] }, site.folder);
    url = `${server.origin}${site.base}`;
  });

  afterAll(() => server.close());

  it('gives every kind of file the type and the headers of the table', async () => {
    const kinds = Map.groupBy(
      [...site.files].filter((file) => !/\.(?:br|gz)$|404\.html$/.test(file)),
      (file) => `${file.split('/').slice(0, -1).join('/').replace(/\/.*/, '')} ${file.replace(/^.*\./, '')}`,
    );
    expect(kinds.size).toBeGreaterThan(20);
    for (const [file = ''] of kinds.values()) {
      const { status, headers, body } = await ask(`${url}${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`);
      expect(status, file).toBe(200);
      const wanted = { ...headersOf(file, embedScript), 'Content-Type': contentTypeOf(file) };
      const lower = Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name.toLowerCase(), value]));
      expect(headers, file).toMatchObject(lower);
      expect('access-control-allow-origin' in headers, file).toBe('access-control-allow-origin' in lower);
      expect(body.equals(read(file)), file).toBe(true);
    }
  });

  it('sends the compressed copies made with the site, with the same headers', async () => {
    for (const file of [
      'index.html',
      'search/manifest.json',
      'rss.xml',
      ...[...site.files].filter((name) => /^_assets\/.*\.css$/.test(name)).slice(0, 1),
    ]) {
      if (!site.files.has(`${file}.gz`)) continue;
      const gzip = await ask(`${url}${file}`, { 'Accept-Encoding': 'gzip' });
      expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
      expect(gzip.headers['content-type']).toBe(contentTypeOf(file));
      expect(gunzipSync(gzip.body).equals(read(file))).toBe(true);
      if (!program.hasBrotli) continue;
      const brotli = await ask(`${url}${file}`, { 'Accept-Encoding': 'gzip, deflate, br' });
      expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
      expect(brotli.headers['content-type']).toBe(contentTypeOf(file));
      expect(brotli.headers['content-security-policy']).toBe(headersOf(file, embedScript)['Content-Security-Policy']);
      expect(brotliDecompressSync(brotli.body).equals(read(file))).toBe(true);
      expect(brotli.body.length).toBeLessThan(gzip.body.length);
    }
  });

  it('gives parts of a file, and nothing anew that is known', async () => {
    const file = [...site.files].find((name) => name.endsWith('.png')) ?? '';
    const part = await ask(`${url}${file}`, { Range: 'bytes=10-19' });
    expect(part.status).toBe(206);
    expect(part.headers['content-range']).toBe(`bytes 10-19/${String(read(file).length)}`);
    expect(part.body.equals(read(file).subarray(10, 20))).toBe(true);
    const beyond = await ask(`${url}${file}`, { Range: 'bytes=99999999-' });
    expect(beyond.status).toBe(416);

    const { headers } = await ask(url);
    const again = await ask(url, { 'If-None-Match': String(headers['etag']) });
    expect(again.status).toBe(304);
    expect(again.body.length).toBe(0);
  });

  it('answers with 404 and the page that says so, also for a folder without a page', async () => {
    for (const path of ['no-such-page/', 'craftsmen/nobody', '_assets/none.js', 'charts/', '404.html', '.git/config']) {
      const { status, headers, body } = await ask(`${url}${path}`);
      expect(status, path).toBe(404);
      expect(headers['content-type'], path).toBe('text/html; charset=utf-8');
      expect(headers['cache-control'], path).toBe('no-cache');
      expect(headers['x-content-type-options'], path).toBe('nosniff');
      expect(body.equals(read('404.html')), path).toBe(true);
    }
  });

  it('leads on from addresses without a slash, from moved ones and from the root', async () => {
    const location = async (path: string): Promise<unknown[]> => {
      const { status, headers } = await ask(`${server.origin}${path}`);
      return [status, headers['location']];
    };
    expect(await location(`${site.base}craftsmen`)).toEqual([program.slashStatus, `${site.base}craftsmen/`]);
    expect(await location(moved.from)).toEqual([301, moved.to]);
    if (site.base === '/') return;
    expect(await location('/')).toEqual([301, site.base]);
    for (const name of FILES_OF_HOST) expect(await location(`/${name}`), name).toEqual([301, `${site.base}${name}`]);
  });

  it.each(ODD_PATHS)('answers %s as other servers do', async (_, path, status) => {
    expect(await sendRaw(Number(new URL(server.origin).port), `GET ${path} HTTP/1.1`)).toMatch(status);
  });

  it.each(['POST', 'PUT', 'DELETE', 'TRACE'])('takes no %s', async (method) => {
    const port = Number(new URL(server.origin).port);
    expect(await sendRaw(port, `${method} ${site.base} HTTP/1.1`)).toBe('405');
  });
}
