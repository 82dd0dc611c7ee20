import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import type { TargetOf } from '../../schemas/publish.ts';
import { getSecret, type Secrets } from '../access.ts';
import type { FileStore, Place, StoredFile } from './file-store.ts';

const KEPT = '.jiangce/';
/** The digest goes with each object, so that a lost record is found again without fetching everything. */
const DIGEST = 'x-amz-meta-jiangce';
const TURNS = 5;
const LONGEST_WAIT_MS = 30_000;
const ANSWER_MS = 120_000;
/** Less than any storage minds. */
const MOST_SKEW_MS = 60_000;

/** An object storage that speaks S3: the place is a bucket, or a prefix in it. */
export function openS3Place(target: TargetOf<'s3'>, secrets: Secrets, label: string): Place {
  const site = target.prefix === undefined ? '' : `${target.prefix.replaceAll(/^\/+|\/+$/g, '')}/`;
  return { files: new S3Store(target, secrets), site, kept: `${site}${KEPT}`, label };
}

/** What an object storage said when it did not do what it was asked. */
export class S3Refusal extends Error {
  readonly status: number;
  /** `AccessDenied`, `NoSuchBucket`. */
  readonly code: string;

  constructor(status: number, code: string, about: string) {
    super(`S3 ${String(status)} ${code}: ${about}`);
    this.status = status;
    this.code = code;
  }
}

class S3Store implements FileStore {
  readonly concurrency = 8;
  readonly #client: AwsClient;
  readonly #base: string;
  /** How far the storage's clock is ahead of this one. */
  #aheadMs = 0;

  constructor(target: TargetOf<'s3'>, secrets: Secrets) {
    this.#client = new AwsClient({
      accessKeyId: getSecret(secrets, target, 'access-key'),
      secretAccessKey: getSecret(secrets, target, 'secret-key'),
      region: target.region,
      service: 's3',
      retries: 0,
    });
    const { protocol, host } = new URL(target.endpoint);
    this.#base =
      target.addressing === 'virtual'
        ? `${protocol}//${target.bucket}.${host}/`
        : `${protocol}//${host}/${target.bucket}/`;
  }

  async list(prefix: string): Promise<StoredFile[]> {
    const found: StoredFile[] = [];
    for (let token: string | undefined = ''; token !== undefined;) {
      const query = new URLSearchParams({ 'list-type': '2', 'encoding-type': 'url', prefix });
      if (token !== '') query.set('continuation-token', token);
      const page: string = await (await this.#ask('GET', `?${query.toString()}`)).text();
      for (const [, entry = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
        found.push({
          name: decodeURIComponent((textIn(entry, 'Key') ?? '').replaceAll('+', ' ')),
          size: Number(textIn(entry, 'Size')),
          modifiedMs: Date.parse(textIn(entry, 'LastModified') ?? ''),
        });
      }
      token = textIn(page, 'IsTruncated') === 'true' ? textIn(page, 'NextContinuationToken') : undefined;
    }
    return found;
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    return (await this.#askIfThere('GET', name))?.bytes();
  }

  async digest(name: string): Promise<string | undefined> {
    return (await this.#askIfThere('HEAD', name))?.headers.get(DIGEST) ?? undefined;
  }

  async write(
    name: string,
    content: Uint8Array,
    { headers = {}, digest }: Parameters<FileStore['write']>[2] = {},
  ): Promise<void> {
    await this.#ask('PUT', address(name), {
      body: Buffer.from(content),
      headers: {
        'Content-Type': 'application/octet-stream',
        ...headers,
        ...(digest === undefined ? {} : { [DIGEST]: digest }),
        // The storage takes nothing that was hurt on its way.
        'Content-MD5': createHash('md5').update(content).digest('base64'),
      },
    });
  }

  async copy(from: string, to: string): Promise<void> {
    const { pathname } = new URL(this.#base + address(from));
    const bucket = new URL(this.#base).pathname === '/' ? `/${new URL(this.#base).host.split('.')[0] ?? ''}` : '';
    await this.#ask('PUT', address(to), { headers: { 'x-amz-copy-source': `${bucket}${pathname}` } });
  }

  async remove(name: string): Promise<void> {
    await this.#askIfThere('DELETE', name);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #askIfThere(method: string, name: string): Promise<Response | undefined> {
    try {
      return await this.#ask(method, address(name));
    } catch (error) {
      if (error instanceof S3Refusal && error.status === 404 && error.code !== 'NoSuchBucket') return undefined;
      throw error;
    }
  }

  /** Asks again when the storage is busy or the connection broke, and by the storage's clock when this one is wrong. */
  async #ask(
    method: string,
    path: string,
    init: { body?: Buffer<ArrayBuffer>; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    for (let turn = 1; ; turn += 1) {
      const ahead = this.#aheadMs;
      const response = await this.#send(method, path, init).catch((error: unknown) => {
        if (turn === TURNS) throw error;
        return undefined;
      });
      if (response?.ok === true) return response;
      const text = response === undefined ? '' : await response.text();
      const code = textIn(text, 'Code') ?? '';
      if (response !== undefined && code === 'RequestTimeTooSkewed' && turn < TURNS) {
        this.#aheadMs = Date.parse(response.headers.get('Date') ?? '') - Date.now() || 0;
        if (Math.abs(this.#aheadMs - ahead) > MOST_SKEW_MS) continue;
      }
      if (response !== undefined && (turn === TURNS || !isPassing(response.status)))
        throw new S3Refusal(response.status, code, `${method} ${path}`);
      await wait(pause(response, turn));
    }
  }

  async #send(
    method: string,
    path: string,
    { body, headers = {} }: { body?: Buffer<ArrayBuffer>; headers?: Record<string, string> },
  ): Promise<Response> {
    const datetime = new Date(Date.now() + this.#aheadMs).toISOString().replaceAll(/[:-]|\.\d{3}/g, '');
    const request = await this.#client.sign(this.#base + path, {
      method,
      headers,
      ...(body && { body }),
      aws: { datetime, allHeaders: true },
    });
    return fetch(request, { signal: AbortSignal.timeout(ANSWER_MS) });
  }
}

function isPassing(status: number): boolean {
  return status === 429 || status >= 500;
}

function pause(response: Response | undefined, turn: number): number {
  const asked = Number(response?.headers.get('Retry-After'));
  return Math.min(LONGEST_WAIT_MS, asked > 0 ? asked * 1000 : 200 * 2 ** turn);
}

/** S3 wants every character but these written as its code, and signs it so. */
function address(name: string): string {
  return name
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
}

function textIn(xml: string, tag: string): string | undefined {
  return new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1];
}
