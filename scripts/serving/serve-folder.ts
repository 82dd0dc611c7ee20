import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve as resolvePath, sep } from 'node:path';
import { readEmbedScript } from '../../src/integrations/embed-script.ts';
import { headersOf } from '../../src/serving/headers.ts';
import { contentTypeOf } from '../../src/serving/media-types.ts';

export interface ServeOptions {
  /** Path under which the site lives, for example '/' or '/jiangce/'. */
  readonly basePath?: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Whether files come with this project's headers, as they should; not so for a site that is none of its own. */
  readonly hasHeaders?: boolean;
  /** Whether the ready-made brotli copies are sent to those who take them, as real hosts do; the tests mostly look at plain bytes. */
  readonly sendsCopies?: boolean;
}

export interface StaticServer {
  /** Address of the home page, with a slash at the end. */
  readonly url: string;
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const embedScript = readEmbedScript();

type Answer =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'redirect'; readonly to: string } | 'not-found';

/**
 * Serves a built site on the loopback interface as a plain web host would, so that a wrong link fails here as it
 * would there: a folder answers at its address with a slash and redirects without one, no extension is guessed,
 * an unknown address gives 404.html with status 404. Nothing is cached.
 */
export function serveFolder(
  folder: string,
  { basePath = '/', port = 0, hasHeaders = true, sendsCopies = false }: ServeOptions = {},
): Promise<StaticServer> {
  const root = resolvePath(folder);
  const base = toBasePath(basePath);
  const server = createServer((request, response) => {
    const answer = findAnswer(root, base, request.url ?? '/');
    const takesBrotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
    const served = { root, hasHeaders, sendsCopies: sendsCopies && takesBrotli };
    if (answer === 'not-found') sendNotFound(served, response);
    else if (answer.kind === 'redirect') redirect(response, answer.to);
    else sendFile(served, response, 200, answer.path);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
      const close = (): Promise<void> =>
        new Promise((done) => {
          server.close(() => {
            done();
          });
          server.closeAllConnections();
        });
      resolve({ url: `${origin}${base}`, origin, close });
    });
  });
}

/**
 * Base path of a built site, as its own home page states it in the canonical link: '/' or, for example, '/jiangce/'.
 * A home page without one counts as standing at '/'.
 */
export function readBasePath(folder: string): string {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const link = /<link\b[^>]*\brel="?canonical\b[^>]*>/i.exec(html)?.[0];
  const href = link === undefined ? undefined : /\bhref="?([^"\s>]+)/i.exec(link)?.[1];
  return href === undefined ? '/' : toBasePath(new URL(href, 'http://localhost').pathname);
}

function toBasePath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
}

function findAnswer(root: string, base: string, address: string): Answer {
  const { pathname, search } = new URL(address, 'http://localhost');
  if (!pathname.startsWith(base)) {
    return pathname === '/' || `${pathname}/` === base ? { kind: 'redirect', to: base } : 'not-found';
  }
  const path = join(root, decodePath(pathname.slice(base.length)));
  if (path !== root && path !== root + sep && !path.startsWith(root + sep)) return 'not-found';
  if (pathname.endsWith('/')) {
    const page = join(path, 'index.html');
    return isFile(page) ? { kind: 'file', path: page } : 'not-found';
  }
  if (isFile(path)) return { kind: 'file', path };
  return isFile(join(path, 'index.html')) ? { kind: 'redirect', to: `${pathname}/${search}` } : 'not-found';
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

interface Served {
  readonly root: string;
  readonly hasHeaders: boolean;
  readonly sendsCopies: boolean;
}

/** The headers that the settings of web hosts give (src/serving), but for the caching. */
function sendFile(
  { root, hasHeaders, sendsCopies }: Served,
  response: ServerResponse,
  status: number,
  path: string,
): void {
  const copy = `${path}.br`;
  const sent = sendsCopies && existsSync(copy) ? copy : path;
  const sitePath = path.slice(root.length + 1).replaceAll(sep, '/');
  response.writeHead(status, {
    ...(hasHeaders ? headersOf(sitePath, embedScript) : {}),
    'Content-Type': contentTypeOf(path),
    ...(sent === copy ? { 'Content-Encoding': 'br' } : {}),
    'Content-Length': statSync(sent).size,
    'Cache-Control': 'no-store',
  });
  createReadStream(sent).pipe(response);
}

function sendNotFound(served: Served, response: ServerResponse): void {
  const page = join(served.root, '404.html');
  if (existsSync(page)) sendFile(served, response, 404, page);
  else response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('找不到这个地址。');
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(301, { Location: to, 'Cache-Control': 'no-store' }).end();
}
