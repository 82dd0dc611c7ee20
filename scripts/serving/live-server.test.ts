import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { LiveServer } from '../../src/live/live-server.ts';
import { FOREIGN_HOSTS, ODD_REQUESTS, sendRaw } from '../faults/odd-requests.ts';

const server = new LiveServer({
  base: '/',
  issues: [],
  isStale: false,
  read: (path) => Promise.resolve(path === '/' ? Buffer.from('<body>home</body>') : undefined),
});
let address: string;
let port: number;

beforeAll(async () => {
  address = await server.listen(0);
  port = Number(new URL(address).port);
});
afterAll(() => server.close());
afterEach(async () => {
  expect((await fetch(address)).status).toBe(200);
});

it.each(ODD_REQUESTS)('goes on after %s', async (_name, request, status) => {
  expect(await sendRaw(port, request)).toMatch(status);
});

it.each(FOREIGN_HOSTS)('tells nothing to a page of %j', async (host) => {
  expect(await sendRaw(port, 'GET / HTTP/1.1', host)).toMatch(/^40[03]$/);
});

it('ends the answer to who only asks for the headers of the news', async () => {
  expect(await sendRaw(port, 'HEAD /@jiangce/events HTTP/1.1')).toBe('200');
});

it('forgets pages that were closed, and tells the others', async () => {
  for (let time = 0; time < 50; time += 1) {
    await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(`GET /@jiangce/events HTTP/1.1\r\nHost: localhost:${String(port)}\r\n\r\n`),
      );
      socket.once('data', () => socket.destroy());
      socket.on('close', resolve);
    });
  }
  const open = await fetch(new URL('/@jiangce/events', address));
  server.announce();
  const reader = open.body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toContain('data: ');
  await reader?.cancel();
});
