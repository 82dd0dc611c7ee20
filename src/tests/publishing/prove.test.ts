import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { siteFiles, writeSite } from '../../../scripts/publish-trial/made-site.ts';
import { describeProof } from '../../publishing/describe-proof.ts';
import { findNginx, runNginx } from '../../../scripts/serving/run-nginx.ts';
import { provePublic } from '../../publishing/prove.ts';
import { headersOf } from '../../serving/headers.ts';
import { contentTypeOf } from '../../serving/media-types.ts';

const PAGES = { added: [], changed: ['craftsmen/lin-mo/'], gone: ['craftsmen/shan-yu/'] };
const nginx = findNginx();
const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function makeSite(withdrawn: string[] = []) {
  const site = writeSite(siteFiles({ 'lin-mo': '林墨', 'hai-ge': '海歌' }), withdrawn);
  closing.push(site.remove);
  return site;
}

async function prove(site: ReturnType<typeof makeSite>, publicUrl: string) {
  return provePublic(site, { publicUrl, pages: PAGES });
}

/** A host that does what it likes. */
async function host(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
}

/** Answers as a server with the printed settings does. */
function answerFrom(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const address = decodeURI((request.url ?? '/').slice(1));
  const name = address === '' || address.endsWith('/') ? `${address}index.html` : address;
  const isThere = existsSync(path.join(folder, name));
  const sent = isThere ? name : '404.html';
  response.writeHead(isThere ? 200 : 404, { ...headersOf(sent, ''), 'Content-Type': contentTypeOf(sent) });
  response.end(readFileSync(path.join(folder, sent)));
}

test.skipIf(!nginx)('a site that nginx serves with the printed settings is found right', async () => {
  if (!nginx) return;
  const site = makeSite();
  const server = await runNginx(nginx, { host: '127.0.0.1', base: '/', redirects: [], embedScript: '' }, site.folder);
  closing.push(server.close);

  expect(await prove(site, server.origin)).toMatchObject({ differences: [], isUnreachable: false });
});

test('an old page is named, and one that should be gone', async () => {
  const site = makeSite(['hai-ge']);
  const old = await host((request, response) => {
    if (request.url === '/craftsmen/lin-mo/') response.end('old');
    else answerFrom(site.folder, request, response);
  });

  expect(describeProof(await prove(site, old))).toBe(
    [
      '应该没有了，还看得到。马上到 CDN 那里刷新这些网址：',
      `  ${old}craftsmen/hai-ge/`,
      '看到的不是新的这一版。前面有 CDN 的，把这些网址交给它「刷新」；没有的，看看公开网址指的是不是发布到的文件夹：',
      `  ${old}craftsmen/lin-mo/`,
    ].join('\n'),
  );
});

test('a storage that sends the home page for every folder is known by that', async () => {
  const site = makeSite();
  const home = readFileSync(path.join(site.folder, 'index.html'));
  const url = await host((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'public, max-age=300' });
    response.end(home);
  });
  const { differences } = await prove(site, url);

  expect(differences).toContainEqual({ url: `${url}craftsmen/lin-mo/`, what: 'home' });
  expect(differences).toContainEqual({ url: `${url}jiangce-no-such-page/`, what: 'not-found-page' });
});

test('where nobody answers, nothing is compared', async () => {
  expect(describeProof(await prove(makeSite(), 'http://127.0.0.1:9/'))).toBe('公开网址现在打不开，没有核对。');
});
