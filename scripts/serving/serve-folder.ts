import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve as resolvePath, sep } from 'node:path';
import send from 'send';
import { readEmbedScript } from '../../src/integrations/embed-script.ts';
import { headersOf } from '../../src/serving/headers.ts';
import { readLocalRequest } from '../../src/serving/local-requests.ts';
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
 * an unknown address gives 404.html with status 404. Nothing is cached. Whatever is asked, the server goes on, and it answers this
 * machine only.
 */
export function serveFolder(
  folder: string,
  { basePath = '/', port = 0, hasHeaders = true, sendsCopies = false }: ServeOptions = {},
): Promise<StaticServer> {
  const root = resolvePath(folder);
  const base = toBasePath(basePath);
  const server = createServer((request, response) => {
    const takesBrotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
    answer({ root, base, hasHeaders, sendsCopies: sendsCopies && takesBrotli }, request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      // Too many open files, say: whoever asked goes without an answer, the next one gets one.
      server.off('error', reject).on('error', () => undefined);
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

function answer(served: Served, request: IncomingMessage, response: ServerResponse): void {
  const asked = readLocalRequest(request);
  if ('status' in asked) {
    response.writeHead(asked.status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${asked.text}\n`);
    return;
  }
  const found = findAnswer(served, asked);
  if (found === 'not-found') sendNotFound(served, request, response);
  else if (found.kind === 'redirect') redirect(response, found.to);
  else sendFile(served, { request, response, status: 200, path: found.path });
}

function findAnswer({ root, base }: Served, { path: asked, search }: { path: string; search: string }): Answer {
  if (!asked.startsWith(base)) {
    return asked === '/' || `${asked}/` === base ? { kind: 'redirect', to: base } : 'not-found';
  }
  const path = join(root, asked.slice(base.length));
  if (asked.endsWith('/')) {
    const page = join(path, 'index.html');
    return isFile(page) ? { kind: 'file', path: page } : 'not-found';
  }
  if (isFile(path)) return { kind: 'file', path };
  if (!isFile(join(path, 'index.html'))) return 'not-found';
  return { kind: 'redirect', to: `${encodeURI(asked)}/${search}` };
}

/** Not of a path that is too long for the system either. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}

interface Served {
  readonly root: string;
  readonly base: string;
  readonly hasHeaders: boolean;
  readonly sendsCopies: boolean;
}

interface Sending {
  request: IncomingMessage;
  response: ServerResponse;
  status: number;
  path: string;
}

/** The headers that the settings of web hosts give (src/serving), but for the caching. */
function sendFile({ root, hasHeaders, sendsCopies }: Served, { request, response, status, path }: Sending): void {
  const copy = `${path}.br`;
  const sent = sendsCopies && existsSync(copy) ? copy : path;
  const sitePath = path.slice(root.length + 1).replaceAll(sep, '/');
  response.statusCode = status;
  response.setHeaders(
    new Map([
      ...Object.entries(hasHeaders ? headersOf(sitePath, embedScript) : {}),
      ['Content-Type', contentTypeOf(path)],
      ...(sent === copy ? [['Content-Encoding', 'br'] as const] : []),
      ['Cache-Control', 'no-store'],
    ]),
  );
  // It closes the file when the browser goes away in the middle, and it knows ranges.
  send(request, encodeURI(sent.slice(root.length).replaceAll(sep, '/')).replaceAll(/[?#]/g, encodeURIComponent), {
    root,
    dotfiles: 'allow',
    index: false,
    etag: false,
    lastModified: false,
    cacheControl: false,
    acceptRanges: status === 200,
  })
    .on('error', ({ status: reason = 404 }: { status?: number }) => {
      if (response.headersSent) response.destroy();
      else response.writeHead(reason, { 'Content-Type': 'text/plain; charset=utf-8' }).end(NOT_FOUND);
    })
    .pipe(response);
}

const NOT_FOUND = '找不到这个地址。';

function sendNotFound(served: Served, request: IncomingMessage, response: ServerResponse): void {
  const page = join(served.root, '404.html');
  if (isFile(page)) sendFile(served, { request, response, status: 404, path: page });
  else response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end(NOT_FOUND);
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(301, { Location: to, 'Cache-Control': 'no-store' }).end();
}
