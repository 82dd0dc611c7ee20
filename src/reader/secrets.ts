import { buildIssue, type Issue } from '../issues/issue.ts';
import { LineIndex } from '../lib/line-index.ts';

/** What opens something, by its look: keys of storages, private keys, passwords within an address, fields named so. */
const SECRETS: readonly { pattern: RegExp; what: string }[] = [
  { pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/g, what: '私钥' },
  {
    pattern: /(?<![A-Za-z0-9])(?:LTAI[A-Za-z0-9]{12,26}|AKID[A-Za-z0-9]{28,36}|AKIA[A-Z0-9]{16})(?![A-Za-z0-9])/g,
    what: '访问密钥',
  },
  { pattern: /(?<=[a-z]:\/\/)[^\s/:@"']+:[^\s/@"']+(?=@)/g, what: '网址里的密码' },
];
const FIELD =
  /"(?:pass(?:word|wd|phrase)|secret(?:-?key)?|access-?key(?:-?(?:id|secret))?|token|private-?key)"\s*:\s*"[^"]+"/gi;

/** Passwords and keys anywhere in a file's text: content is published, copied and kept for good. */
export function findSecrets(text: string, file: string): Issue[] {
  const patterns = file.endsWith('.json') ? [...SECRETS, { pattern: FIELD, what: '密码或密钥' }] : SECRETS;
  const index = new LineIndex(text);
  return patterns.flatMap(({ pattern, what }) =>
    [...text.matchAll(pattern)].map((match) =>
      buildIssue('JC119', {
        file,
        ...index.positionAt(match.index),
        message: `这里写着${what}。内容文件谁都能看到，不能放密码。`,
        hint: '删掉它，写进项目文件夹里的 publish.env；已经存进版本库的，请管那里的人换一个。',
      }),
    ),
  );
}
