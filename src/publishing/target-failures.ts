import { FTPError } from 'basic-ftp';
import { PublishFailure } from './failures.ts';
import { S3Refusal } from './targets/s3.ts';
import type { PublishTarget } from '../schemas/publish.ts';

const AGAIN = '网站照常能看；再运行一次，就接着发。';

/** What systems and protocols say, and what to tell of it. The first one that fits counts. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/ENOSPC|EDQUOT|no space left|disk full|quota|\b(?:452|552)\b/i, `那里的磁盘满了。腾出空间。${AGAIN}`],
  [
    /InvalidAccessKeyId|SignatureDoesNotMatch|authentication methods failed|\b530\b/i,
    '登录不了：用户名、密码或密钥不对。看看 publish.env 里写的。',
  ],
  [/NoSuchBucket/, '没有这个桶。看看 publish.json 里的桶名、地域和接入地址。'],
  [/RequestTimeTooSkewed/, '这台电脑的时钟差得太多，那里不认。校准时间再发。'],
  [
    /AccessDenied|EACCES|EPERM|EROFS|permission denied|S3 403|\b(?:550|553)\b/i,
    '没有写的权限。请管那里的人给这个账号写入和删除的权限。',
  ],
  [/ENOTFOUND|EAI_AGAIN/, '找不到这台主机。看看主机名写得对不对、有没有连上网。'],
  [/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/, '连不上。看看主机、端口写得对不对，防火墙让不让连。'],
  [/S3 (?:429|5\d\d)/, `那里一直忙，没有发完。过一会儿再试。${AGAIN}`],
  [
    /ECONNRESET|EPIPE|ETIMEDOUT|timed? ?out|timeout|fetch failed|socket|connection (?:lost|closed|reset)|no response from server|not connected|closed/i,
    `连接断了。${AGAIN}`,
  ],
];

/** A failure that the person who publishes can act on, if it is one of those that are known; else the error as it was. */
export function explainFailure(error: unknown, target: PublishTarget): unknown {
  if (error instanceof PublishFailure || !(error instanceof Error)) return error;
  const said = describeError(error);
  const known = KNOWN.find(([pattern]) => pattern.test(said));
  if (!known) return error;
  return new PublishFailure(`「${target.name}」${known[1]}\n（${said}）`, { cause: error });
}

function describeError(error: Error): string {
  const cause = error.cause instanceof Error ? describeError(error.cause) : '';
  const code =
    error instanceof FTPError
      ? String(error.code)
      : 'code' in error && typeof error.code === 'string'
        ? error.code
        : '';
  const said = error instanceof S3Refusal || error.message.includes(code) ? error.message : `${code} ${error.message}`;
  return [said, cause].filter((part) => part !== '').join('：');
}
