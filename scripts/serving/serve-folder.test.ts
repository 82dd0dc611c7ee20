import { existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { abortDownload, FOREIGN_HOSTS, ODD_REQUESTS, sendRaw } from '../faults/odd-requests.ts';
import { readBasePath, serveFolder, type StaticServer } from './serve-folder.ts';

let parent: string;
let server: StaticServer;

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'jiangce-serve-'));
  const site = join(parent, 'site');
  mkdirSync(join(site, 'data'), { recursive: true });
  writeFileSync(join(parent, 'secret.txt'), 'outside');
  writeFileSync(join(site, 'index.html'), '<link rel="canonical" href="https://example.cn/jiangce/">home');
  writeFileSync(join(site, 'data', 'index.html'), 'data');
  writeFileSync(join(site, 'list.csv'), '姓名\n');
  writeFileSync(join(site, 'index.pf_meta'), 'binary');
  writeFileSync(join(site, '404.html'), 'lost');
  server = await serveFolder(site, { basePath: readBasePath(site) });
});

afterAll(async () => {
  await server.close();
  rmSync(parent, { recursive: true });
});

async function get(path: string): Promise<[status: number, type: string | null, body: string]> {
  const response = await fetch(new URL(path, server.origin), { redirect: 'manual' });
  const body = response.status === 301 ? `-> ${response.headers.get('location') ?? ''}` : await response.text();
  return [response.status, response.headers.get('content-type'), body];
}

describe('serveFolder', () => {
  it('serves pages and files under the base path with their content types', async () => {
    expect(server.url).toBe(`${server.origin}/jiangce/`);
    expect((await get('/jiangce/'))[1]).toBe('text/html; charset=utf-8');
    expect(await get('/jiangce/data/')).toEqual([200, 'text/html; charset=utf-8', 'data']);
    expect(await get('/jiangce/list.csv?x=1')).toEqual([200, 'text/csv; charset=utf-8', '姓名\n']);
    expect(await get('/jiangce/index.pf_meta')).toEqual([200, 'application/octet-stream', 'binary']);
  });

  it('redirects folders to the address with a slash, and the origin to the base path', async () => {
    expect(await get('/jiangce/data?q=1')).toEqual([301, null, '-> /jiangce/data/?q=1']);
    expect(await get('/jiangce')).toEqual([301, null, '-> /jiangce/']);
    expect(await get('/')).toEqual([301, null, '-> /jiangce/']);
  });

  it('answers 404 with the site’s own page for unknown addresses and guesses no extension', async () => {
    for (const path of ['/jiangce/none', '/data/', '/jiangce/data/index', '/jiangce/404']) {
      expect(await get(path)).toEqual([404, 'text/html; charset=utf-8', 'lost']);
    }
  });

  it('never leaves the folder', async () => {
    expect((await get('/jiangce/..%2fsecret.txt'))[0]).toBe(400);
    expect((await get('/jiangce/%2e%2e%2fsecret.txt'))[0]).toBe(400);
  });

  it('sends a part of a file to who asks for one', async () => {
    const response = await fetch(new URL('/jiangce/list.csv', server.origin), { headers: { range: 'bytes=0-2' } });
    expect([response.status, await response.text()]).toEqual([206, '姓']);
  });
});

describe('whatever is asked, the server goes on', () => {
  let rootServer: StaticServer;
  let port: number;
  beforeAll(async () => {
    writeFileSync(join(parent, 'site', 'large.bin'), Buffer.alloc(4_000_000));
    rootServer = await serveFolder(join(parent, 'site'));
    port = Number(new URL(rootServer.origin).port);
  });
  afterAll(() => rootServer.close());
  afterEach(async () => {
    expect((await fetch(rootServer.url)).status).toBe(200);
  });

  it.each(ODD_REQUESTS)('%s', async (_name, request, status) => {
    expect(await sendRaw(port, request)).toMatch(status);
  });

  it.each(FOREIGN_HOSTS)('a page of %j learns nothing', async (host) => {
    expect(await sendRaw(port, 'GET / HTTP/1.1', host)).toMatch(/^40[03]$/);
  });

  it.skipIf(!existsSync('/proc/self/fd'))('downloads that are broken off leave no file open', async () => {
    const openFiles = (): number =>
      readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`).endsWith('large.bin');
        } catch {
          return false;
        }
      }).length;
    for (let time = 0; time < 100; time += 1) await abortDownload(port, '/large.bin');
    await expect.poll(openFiles).toBe(0);
  });
});

describe('readBasePath', () => {
  it('takes a home page without a canonical link as standing at the root', () => {
    const folder = mkdtempSync(join(parent, 'plain-'));
    writeFileSync(join(folder, 'index.html'), '<title>x</title>');
    expect(readBasePath(folder)).toBe('/');
  });
});
