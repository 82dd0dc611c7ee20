import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formatIssues } from '../issues/format.ts';
import { compareIssues } from '../issues/issue.ts';
import { readLocalRequest } from '../serving/local-requests.ts';
import { contentTypeOf } from '../serving/media-types.ts';
import type { LiveSite } from './live-site.ts';
import { PAGE_STYLE } from './page-style.ts';

/** Paths of the server's own, outside any site. */
const OWN = '/@jiangce/';
const SCRIPT = `${OWN}page-script.js`;
const STYLE = `${OWN}page-style.css`;
/** Pages that are shown in other pages, or whose policy allows no file of ours: they cannot tell of issues themselves. */
const BARE = /^\/embed\/|^\/press\/.+\.html$/;

/** What open pages are told when something has changed. */
export interface LiveNews {
  /** Grows with every change; a page that knows another one loads itself again. */
  version: string;
  /** Errors as the check prints them; empty when the content is sound. */
  errors: { place: string; message: string; hint: string }[];
}

/** A site of which every page can be asked for. */
export type ShownSite = Pick<LiveSite, 'base' | 'issues' | 'isStale' | 'read'>;

/** Serves a live site on this machine, and tells open pages when it has changed. */
export class LiveServer {
  readonly #site: ShownSite;
  readonly #server: Server;
  readonly #listeners = new Set<ServerResponse>();
  /** Of this process: after a restart for new code, pages load themselves again. */
  readonly #run = randomUUID();
  #version = 0;

  constructor(site: ShownSite) {
    this.#site = site;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
        if (response.headersSent) response.end();
        else refuse(response, 500, `这一页没有做出来。\n\n${error instanceof Error ? error.message : String(error)}`);
      });
    });
  }

  /** @returns the address of the site's home page */
  listen(port: number): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', () => {
        // Too many open files, say: whoever asked goes without an answer, the next one gets one.
        this.#server.off('error', reject).on('error', () => undefined);
        const { port: taken } = this.#server.address() as AddressInfo;
        resolve(`http://127.0.0.1:${String(taken)}${this.#site.base}`);
      });
    });
  }

  /** Has open pages look again. */
  announce(): void {
    this.#version += 1;
    for (const listener of this.#listeners) this.#tell(listener);
  }

  close(): void {
    for (const listener of this.#listeners) listener.end();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  get #versionName(): string {
    return `${this.#run}-${String(this.#version)}`;
  }

  #tell(listener: ServerResponse): void {
    const errors = this.#site.issues
      .filter(({ severity }) => severity === 'error')
      .toSorted(compareIssues)
      .map(({ file, line, message, hint }) => ({ place: `${file}，第 ${String(line)} 行`, message, hint }));
    const news: LiveNews = { version: this.#versionName, errors };
    listener.write(`data: ${JSON.stringify(news)}\n\n`);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = readLocalRequest(request);
    if ('status' in asked) {
      refuse(response, asked.status, asked.text);
      return;
    }
    const { path, isHead } = asked;
    const { base } = this.#site;
    if (path.startsWith(OWN)) this.#answerOwn(path, isHead, response);
    else if (path.startsWith(base)) await this.#answerSite(path.slice(base.length - 1), response);
    else if (path === '/' || `${path}/` === base) redirect(response, 302, base);
    else refuse(response, 404, `网站在 ${base} 下面。`);
  }

  #answerOwn(path: string, isHead: boolean, response: ServerResponse): void {
    if (path === SCRIPT) {
      send(response, 200, path, readFileSync(new URL('page-script.js', import.meta.url)));
      return;
    }
    if (path === STYLE) {
      send(response, 200, path, Buffer.from(PAGE_STYLE));
      return;
    }
    if (path !== `${OWN}events`) {
      refuse(response, 404, '没有这个文件。');
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    if (isHead) {
      response.end();
      return;
    }
    this.#listeners.add(response);
    response.once('close', () => this.#listeners.delete(response));
    this.#tell(response);
  }

  async #answerSite(sitePath: string, response: ServerResponse): Promise<void> {
    const isPage = sitePath.endsWith('/') && !BARE.test(sitePath);
    const content = await this.#site.read(sitePath);
    if (this.#site.isStale && !isPage) {
      // What cannot say that it is old is not shown.
      refuse(response, 503, `内容有错误，改好以后再看。\n\n${formatIssues(this.#site.issues, 'text')}`);
    } else if (content !== undefined) {
      if (isPage) this.#sendPage(response, 200, content);
      else send(response, 200, sitePath.endsWith('/') ? 'index.html' : sitePath, content);
    } else if (!sitePath.endsWith('/') && (await this.#site.read(`${sitePath}/`)) !== undefined) {
      redirect(response, 301, `${this.#site.base}${sitePath.slice(1)}/`);
    } else {
      // There is no such page when the content was never sound either; then the errors stand on an empty one.
      this.#sendPage(response, 404, (await this.#site.read('/404.html')) ?? Buffer.from(EMPTY_PAGE));
    }
  }

  /** A page, with the script that hears of changes; it is told which state the page shows. */
  #sendPage(response: ServerResponse, status: number, content: Uint8Array): void {
    const html = Buffer.from(content).toString();
    const tags = `<link rel="stylesheet" href="${STYLE}"><script src="${SCRIPT}?${this.#versionName}"></script>`;
    const at = html.lastIndexOf('</body>');
    send(response, status, 'index.html', Buffer.from(html.slice(0, at) + tags + html.slice(at)));
  }
}

function refuse(response: ServerResponse, status: number, text: string): void {
  send(response, status, 'text.txt', Buffer.from(`${text}\n`));
}

function send(response: ServerResponse, status: number, name: string, content: Uint8Array): void {
  response.writeHead(status, { 'Content-Type': contentTypeOf(name), 'Cache-Control': 'no-store' });
  response.end(response.req.method === 'HEAD' ? undefined : content);
}

/** Stands where there is no page to show yet. */
const EMPTY_PAGE =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>内容有错误</title></head><body></body></html>';

function redirect(response: ServerResponse, status: 301 | 302, location: string): void {
  response.writeHead(status, { Location: location });
  response.end();
}
