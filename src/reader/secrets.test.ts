import { describe, expect, test } from 'vitest';
import { findSecrets } from './secrets.ts';

describe('what opens something is found', () => {
  test.each([
    ['"password": "hai-cheng"', '密码或密钥'],
    ['"secretKey": "x"', '密码或密钥'],
    ['"url": "ftp://web:hunter2@example.org/"', '网址里的密码'],
    ['"note": "LTAI5tExampleExample00"', '访问密钥'],
    ['"note": "-----BEGIN OPENSSH PRIVATE KEY-----"', '私钥'],
  ])('%s', (text, what) => {
    expect(findSecrets(`{ ${text} }`, 'publish.json').map(({ message }) => message)).toEqual([
      `这里写着${what}。内容文件谁都能看到，不能放密码。`,
    ]);
  });
});

test.each([
  '"password": ""',
  '"url": "https://example.org/a:b@c"',
  '"hostKey": "SHA256:Zk0Wm4xYk8v2eVb7u3tq1s9r5o6p7n8m9l0k1j2h3g4"',
  '"title": "密码：谁都不知道"',
])('nothing is said of %s', (text) => {
  expect(findSecrets(`{ ${text} }`, 'publish.json')).toEqual([]);
});
