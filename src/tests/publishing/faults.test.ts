import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { siteFiles, writeSite } from '../../../scripts/publish-trial/made-site.ts';
import type { Secrets } from '../../publishing/access.ts';
import { planPublish, publish } from '../../publishing/publish.ts';
import type { PublishTarget, TargetOf } from '../../schemas/publish.ts';
import { hasSshd, hasVsftpd, startS3, startSshd, startVsftpd } from './servers.ts';

const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** What the person who publishes is told; undefined when all went well. */
async function tryPublish(target: PublishTarget, secrets: Secrets): Promise<string | undefined> {
  const site = writeSite(siteFiles({ 'lin-mo': '林墨', 'shan-yu': '单宇' }));
  closing.push(site.remove);
  try {
    await publish(await planPublish(site, target, { secrets }), { secrets });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe.skipIf(!hasSshd)('over SFTP', () => {
  async function start() {
    const server = await startSshd();
    closing.push(server.close);
    return server;
  }

  test('a server with another key gets no login', async () => {
    const { target, secrets } = await start();
    const hostKey = `SHA256:${'A'.repeat(43)}`;

    expect(await tryPublish({ ...target, hostKey }, secrets)).toBe(
      `127.0.0.1 的指纹和「测试服务器」写的不一样，没有登录，也没有发密码。写的是 ${hostKey}，它给的是 ${target.hostKey}。问管服务器的人：换过服务器或密钥，就把新指纹写进 publish.json；没有换过，可能有人冒充它。`,
    );
  });

  test('a wrong login is told', async () => {
    const { target } = await start();

    expect(await tryPublish(target, { PUBLISH_SERVER_PASSWORD: 'wrong' })).toMatch(
      /^「测试服务器」登录不了：用户名、密码或密钥不对。看看 publish.env 里写的。/,
    );
  });

  test('a login that nobody wrote down is asked for', async () => {
    const { target } = await start();

    expect(await tryPublish(target, {})).toBe(
      '没有「测试服务器」的密码。在项目的文件夹里建一个 publish.env，写一行 PUBLISH_SERVER_PASSWORD=…；它不会进 git。',
    );
  });

  test('a server that is not there is told', async () => {
    const { target, secrets } = await start();

    expect(await tryPublish({ ...target, port: 9 }, secrets)).toMatch(
      /^「测试服务器」连不上。看看主机、端口写得对不对，防火墙让不让连。/,
    );
  });
});

test.skipIf(!hasVsftpd)('over FTP a wrong login is told', async () => {
  const { target, secrets, close } = await startVsftpd();
  closing.push(close);

  expect(await tryPublish({ ...target, user: 'nobody-here' }, secrets)).toMatch(
    /^「测试空间」登录不了：用户名、密码或密钥不对。看看 publish.env 里写的。/,
  );
});

describe('an object storage', () => {
  type Fault = (request: IncomingMessage, response: ServerResponse) => boolean;

  /** s3rver behind a door that sometimes does something else. */
  async function startBehind(fault: Fault): Promise<{ target: TargetOf<'s3'>; secrets: Secrets }> {
    const { target, secrets, close } = await startS3();
    closing.push(close);
    const { port } = new URL(target.endpoint);
    const door = createServer((request, response) => {
      if (fault(request, response)) return;
      const { method, url, headers } = request;
      request.pipe(
        ask({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
          response.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(response);
        }),
      );
    });
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    closing.push(() => {
      door.closeAllConnections();
      door.close();
    });
    const endpoint = `http://127.0.0.1:${String((door.address() as AddressInfo).port)}`;
    return { target: { ...target, endpoint }, secrets };
  }

  const refuse = (response: ServerResponse, status: number, code: string, headers = {}): boolean => {
    response.writeHead(status, headers).end(`<Error><Code>${code}</Code></Error>`);
    return true;
  };

  test('that is busy is asked again, when it says so', async () => {
    let turns = 0;
    const { target, secrets } = await startBehind((request, response) => {
      turns += request.method === 'PUT' ? 1 : 0;
      return request.method === 'PUT' && turns % 5 === 1 && refuse(response, 503, 'SlowDown', { 'Retry-After': '0.1' });
    });

    expect(await tryPublish(target, secrets)).toBeUndefined();
    expect(turns).toBeGreaterThan(5);
  });

  test('that cuts connections is asked again', async () => {
    let turns = 0;
    const { target, secrets } = await startBehind((request) => {
      turns += 1;
      if (turns % 6 !== 0) return false;
      request.socket.destroy();
      return true;
    });

    expect(await tryPublish(target, secrets)).toBeUndefined();
  });

  test('whose clock is an hour ahead is asked by its clock', async () => {
    const ahead = 60 * 60 * 1000;
    const objects = new Map<string, Buffer>();
    const { target, secrets } = await startBehind((request, response) => {
      const signed = String(request.headers['x-amz-date']).replace(
        /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
        '$1-$2-$3T$4:$5:$6Z',
      );
      const now = Date.now() + ahead;
      if (Math.abs(Date.parse(signed) - now) < 15 * 60 * 1000) {
        answerFrom(objects, request, response);
        return true;
      }
      return refuse(response, 403, 'RequestTimeTooSkewed', { Date: new Date(now).toUTCString() });
    });

    expect(await tryPublish(target, secrets)).toBeUndefined();
  });

  test.each([
    { code: 'AccessDenied', said: '没有写的权限。请管那里的人给这个账号写入和删除的权限。' },
    { code: 'InvalidAccessKeyId', said: '登录不了：用户名、密码或密钥不对。看看 publish.env 里写的。' },
  ])('that says $code is not asked again', async ({ code, said }) => {
    let turns = 0;
    const { target, secrets } = await startBehind((_, response) => {
      turns += 1;
      return refuse(response, 403, code);
    });

    expect((await tryPublish(target, secrets))?.split('\n')[0]).toBe(`「测试存储」${said}`);
    expect(turns).toBeLessThan(5);
  });
});

/** The least that a storage does: for what s3rver, whose clock cannot be set, is not able to. */
function answerFrom(objects: Map<string, Buffer>, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '', 'http://storage/');
  const name = decodeURIComponent(url.pathname).replace('/jiangce/', '');
  if (url.searchParams.has('list-type')) {
    const found = [...objects].filter(([each]) => each.startsWith(url.searchParams.get('prefix') ?? ''));
    const entries = found.map(
      ([each, { length }]) =>
        `<Contents><Key>${encodeURIComponent(each)}</Key><Size>${String(length)}</Size><LastModified>2026-11-29T00:00:00Z</LastModified></Contents>`,
    );
    response.end(`<ListBucketResult><IsTruncated>false</IsTruncated>${entries.join('')}</ListBucketResult>`);
  } else if (request.method === 'PUT') {
    const parts: Buffer[] = [];
    request
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => {
        objects.set(name, Buffer.concat(parts));
        response.end();
      });
  } else if (request.method === 'DELETE') {
    objects.delete(name);
    response.writeHead(204).end();
  } else {
    const found = objects.get(name);
    response.writeHead(found ? 200 : 404).end(found ?? '<Error><Code>NoSuchKey</Code></Error>');
  }
}
