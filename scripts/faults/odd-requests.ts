import { connect } from 'node:net';

/** What a browser, a page in it or a program may ask, and what is answered: the first word after HTTP/1.1, or nothing at all. */
export const ODD_REQUESTS: readonly [name: string, request: string, status: RegExp][] = [
  ['two slashes', 'GET // HTTP/1.1', /^400$/],
  ['three slashes', 'GET /// HTTP/1.1', /^400$/],
  ['slashes and a port', 'GET //:80/ HTTP/1.1', /^400$/],
  ['slashes and a bracket', 'GET //[ HTTP/1.1', /^400$/],
  ['a broken absolute address', 'GET http://[ HTTP/1.1', /^400$/],
  ['an absolute address', 'GET http://example.org/ HTTP/1.1', /^400$/],
  ['no path', 'GET ? HTTP/1.1', /^400$/],
  ['an encoded zero', 'GET /%00 HTTP/1.1', /^400$/],
  ['an encoded zero in a name', 'GET /index.html%00.jpg HTTP/1.1', /^400$/],
  ['an encoded line end', 'GET /%0d%0aX:1 HTTP/1.1', /^400$/],
  ['a broken escape', 'GET /%zz HTTP/1.1', /^400$/],
  ['half a character', 'GET /%e4%bd HTTP/1.1', /^400$/],
  ['a way up', 'GET /../../etc/passwd HTTP/1.1', /^400$/],
  ['an encoded way up', 'GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1', /^400$/],
  ['a way up by backslashes', 'GET /..%5c..%5cetc HTTP/1.1', /^400$/],
  ['a name of 5,000 letters', `GET /${'a'.repeat(5000)} HTTP/1.1`, /^404$/],
  ['5,000 letters and a slash', `GET /${'a'.repeat(5000)}/ HTTP/1.1`, /^404$/],
  ['an address of 20,000 letters', `GET /${'a/'.repeat(10_000)} HTTP/1.1`, /^(?:400|404|414|431)$/],
  ['only the headers', 'HEAD / HTTP/1.1', /^200$/],
  ['POST', 'POST / HTTP/1.1', /^405$/],
  ['PUT', 'PUT /x HTTP/1.1', /^405$/],
  ['DELETE', 'DELETE / HTTP/1.1', /^405$/],
  ['TRACE', 'TRACE / HTTP/1.1', /^405$/],
  ['an unknown method', 'EXPLODE / HTTP/1.1', /^400$/],
  ['a range beyond the end', 'GET / HTTP/1.1\r\nRange: bytes=999999999-', /^(?:200|416)$/],
  ['a broken range', 'GET / HTTP/1.1\r\nRange: bytes=x-', /^200$/],
  ['a thousand ranges', `GET / HTTP/1.1\r\nRange: bytes=${'0-0,'.repeat(1000)}1-1`, /^(?:200|206|416)$/],
  ['no protocol', 'hello', /^400$/],
  ['bytes of TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000', /^400$/],
];

/** Addresses that nobody means, and what a web host answers with the settings that are printed for it. */
export const ODD_PATHS: readonly [name: string, path: string, status: RegExp][] = [
  ['an encoded zero', '/%00', /^400$/],
  ['an encoded zero in a name', '/index.html%00.jpg', /^400$/],
  ['a broken escape', '/%zz', /^400$/],
  ['a way up', '/../../etc/passwd', /^(?:400|404)$/],
  ['an encoded way up', '/%2e%2e/%2e%2e/etc/passwd', /^(?:400|404)$/],
  ['a way up by backslashes', '/..%5c..%5cetc', /^404$/],
  ['a name of 300 letters', `/${'a'.repeat(300)}`, /^404$/],
  ['a name of 90 Han characters', `/${'%E5%8C%A0'.repeat(90)}`, /^404$/],
  ['a path of 6,000 letters', `/${'a/'.repeat(3000)}`, /^404$/],
  ['an address of 20,000 letters', `/${'a'.repeat(20_000)}`, /^(?:404|414)$/],
  ['a page as a folder', '/index.html/', /^404$/],
  ['half a character', '/%e4%bd', /^(?:400|404)$/],
];

/** Whose page it is that asks. */
export const FOREIGN_HOSTS = ['example.org', 'example.org:4321', 'localhost.example.org', '127.0.0.1.example.org', ''];

/** Sends a request as it stands and gives the status; undefined when the server says nothing. */
export function sendRaw(
  port: number,
  request: string,
  host = `127.0.0.1:${String(port)}`,
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`${request}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    );
    socket.setTimeout(5000, () => socket.destroy());
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1');
      if (answer.length > 100) socket.destroy();
    });
    socket.on('error', (error) => (answer === '' ? reject(error) : undefined));
    socket.on('close', () => resolve(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]));
  });
}

/** Asks for a file and goes away in the middle. */
export function abortDownload(port: number, path: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost:${String(port)}\r\n\r\n`),
    );
    socket.once('data', () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
  });
}
