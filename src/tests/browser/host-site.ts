import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Someone else's site: a few pages on a port, and so an origin, of its own. */
export interface HostSite {
  readonly url: string;
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Serves HTML pages by path on the loopback interface; other addresses are empty. */
export function serveHostSite(pages: Readonly<Record<string, string>>): Promise<HostSite> {
  const server = createServer((request, response) => {
    const html = pages[request.url ?? ''];
    response.writeHead(html === undefined ? 204 : 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    });
    response.end(html);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
      const close = (): Promise<void> =>
        new Promise((done) => {
          server.close(() => {
            done();
          });
          server.closeAllConnections();
        });
      resolve({ url: `${origin}/`, origin, close });
    });
  });
}
