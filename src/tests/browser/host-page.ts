import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Someone else's site: one page on a port, and so an origin, of its own. */
export interface HostPage {
  readonly url: string;
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Serves an HTML page on the loopback interface; other addresses are empty. */
export function serveHostPage(html: string): Promise<HostPage> {
  const server = createServer((request, response) => {
    const isPage = request.url === '/';
    response.writeHead(isPage ? 200 : 204, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end(isPage ? html : undefined);
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
