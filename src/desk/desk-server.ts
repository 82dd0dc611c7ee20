import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PublishFailure } from '../publishing/failures.ts';
import { CommitFailure } from '../authoring/writing/commit-failure.ts';
import { UnreadableTable } from '../spreadsheet/unreadable-table.ts';
import { readLocalRequest } from '../serving/local-requests.ts';
import { contentTypeOf } from '../serving/media-types.ts';
import type { Desk } from './desk.ts';
import { UnusablePhoto } from './photo.ts';
import type { DeskPage } from './page-files.ts';
import { answerRequest } from './requests.ts';

/** Paths of the desk's own, outside any site. */
const OWN = '/@desk/';
const COOKIE = 'jiangce-desk';
/** A photograph of a telephone, in base64. */
const MOST_BODY = 40_000_000;
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The server of the editing desk: on this machine alone, for the browser that was given its token. The site's own pages, drafts
 * included, lie below it at the addresses they will have.
 */
export class DeskServer {
  readonly #desk: Desk;
  readonly #page: DeskPage;
  readonly #server: Server;
  readonly #token = randomBytes(24).toString('base64url');
  readonly #listeners = new Set<ServerResponse>();
  #port = 0;

  constructor(desk: Desk, page: DeskPage) {
    this.#desk = desk;
    this.#page = page;
    desk.listen(() => this.#announce());
    this.#server = createServer((request, response) => {
      response.on('error', () => undefined);
      this.#answer(request, response).catch((error: unknown) => {
        if (isForEditor(error)) {
          refuse(response, 422, error.message);
          return;
        }
        const words = error instanceof Error ? error.message : String(error);
        process.stderr.write(`${error instanceof Error ? (error.stack ?? words) : words}\n`);
        if (response.headersSent) response.destroy();
        else refuse(response, 500, `没有做成：${words}`);
      });
    });
    this.#server.requestTimeout = 120_000;
  }

  /** @returns the address to open, with the token in it */
  listen(port: number): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', () => {
        this.#port = (this.#server.address() as AddressInfo).port;
        resolve(`http://127.0.0.1:${String(this.#port)}${OWN}?token=${this.#token}`);
      });
    });
  }

  close(): void {
    for (const listener of this.#listeners) listener.end();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #announce(): void {
    for (const listener of this.#listeners) listener.write(`data: ${String(this.#desk.version)}\n\n`);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = readUrl(request.url);
    if (!this.#isOwnHost(request)) refuse(response, 403, '只在本机上用。');
    else if (!url) refuse(response, 400, '网址不对。');
    else if (url.pathname === OWN && this.#isToken(url.searchParams.get('token') ?? '')) this.#welcome(response);
    else if (!this.#isKnown(request)) {
      refuse(response, 403, '请用启动编辑台时打印的那个网址打开；它在开着编辑台的那个窗口里。');
    } else if (url.pathname.startsWith(OWN)) await this.#answerOwn(url.pathname.slice(OWN.length), request, response);
    else await this.#answerSite(request, response);
  }

  /** A page of another site that has its name lead to this machine must not get in. */
  #isOwnHost({ headers }: IncomingMessage): boolean {
    return headers.host === `127.0.0.1:${String(this.#port)}` || headers.host === `localhost:${String(this.#port)}`;
  }

  #isToken(given: string): boolean {
    const [a, b] = [Buffer.from(given), Buffer.from(this.#token)];
    return a.length === b.length && timingSafeEqual(a, b);
  }

  #isKnown({ headers }: IncomingMessage): boolean {
    const cookies = (headers.cookie ?? '').split(/;\s*/);
    const name = `${COOKIE}-${String(this.#port)}=`;
    return cookies.some((cookie) => cookie.startsWith(name) && this.#isToken(cookie.slice(name.length)));
  }

  /** The token goes from the address into a cookie, so that it stands in no history and no picture of the screen. */
  #welcome(response: ServerResponse): void {
    response.writeHead(302, {
      Location: OWN,
      'Set-Cookie': `${COOKIE}-${String(this.#port)}=${this.#token}; Path=/; HttpOnly; SameSite=Strict`,
      'Cache-Control': 'no-store',
    });
    response.end();
  }

  async #answerOwn(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (path === 'events' && request.method === 'GET') this.#listen(request, response);
    else if (path.startsWith('api/')) await this.#answerRequest(path.slice('api/'.length), request, response);
    else if (request.method !== 'GET' && request.method !== 'HEAD') refuse(response, 405, '只能看，不能写。');
    else {
      const file = this.#page.files.get(path);
      if (file) send(response, 200, path, file);
      // Every other address is a view of the page; its script tells which.
      else if (/\.\w+$/.test(path)) refuse(response, 404, '没有这个文件。');
      else {
        response.setHeader('Content-Security-Policy', POLICY);
        response.setHeader('Referrer-Policy', 'no-referrer');
        send(response, 200, 'index.html', this.#page.html);
      }
    }
  }

  #listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(`data: ${String(this.#desk.version)}\n\n`);
    this.#listeners.add(response);
    request.once('close', () => this.#listeners.delete(response));
  }

  async #answerRequest(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const origin = request.headers.origin;
    const isOwn = origin === `http://${request.headers.host ?? ''}`;
    if (request.method !== 'POST') refuse(response, 405, '要用 POST。');
    else if (!isOwn || request.headers['content-type'] !== 'application/json')
      refuse(response, 403, '只接受编辑台自己的请求。');
    else {
      const input = await readJson(request);
      const answered = input === undefined ? undefined : await answerRequest(this.#desk, name, input);
      if (answered) send(response, 200, 'answer.json', Buffer.from(JSON.stringify(answered.answer ?? null)));
      else refuse(response, 400, '请求不对。');
    }
  }

  async #answerSite(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { live } = this.#desk;
    const read = readLocalRequest(request);
    if ('status' in read) {
      refuse(response, read.status, read.text);
      return;
    }
    const inside = read.path;
    if (!inside.startsWith(live.base)) redirect(response, inside === '/' ? OWN : live.base);
    else {
      const sitePath = inside.slice(live.base.length - 1);
      const content = await live.read(sitePath);
      if (content !== undefined) send(response, 200, sitePath.endsWith('/') ? 'index.html' : sitePath, content);
      else if (!sitePath.endsWith('/') && (await live.read(`${sitePath}/`)) !== undefined)
        redirect(response, `${encodeURI(inside)}/`);
      else send(response, 404, 'index.html', (await live.read('/404.html')) ?? Buffer.from(''));
    }
  }
}

/** What was thrown with words for the editor; anything else is a defect. */
function isForEditor(error: unknown): error is Error {
  return (
    error instanceof PublishFailure ||
    error instanceof UnreadableTable ||
    error instanceof UnusablePhoto ||
    error instanceof CommitFailure
  );
}

function readUrl(url: string | undefined): URL | undefined {
  if (url === undefined || !url.startsWith('/') || url.startsWith('//') || url.length > 4000) return undefined;
  return URL.parse(url, 'http://desk.invalid') ?? undefined;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BODY) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString()) as unknown;
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number, text: string): void {
  send(response, status, 'text.txt', Buffer.from(`${text}\n`));
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { Location: location, 'Cache-Control': 'no-store' });
  response.end();
}

function send(response: ServerResponse, status: number, name: string, content: Uint8Array): void {
  response.writeHead(status, {
    'Content-Type': contentTypeOf(name),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(response.req.method === 'HEAD' ? undefined : content);
}
