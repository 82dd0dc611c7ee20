import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { PublishTarget } from '../schemas/publish.ts';
import { PublishFailure } from './failures.ts';

/** What the environment or the file of secrets says, by name. */
export type Secrets = Readonly<Record<string, string | undefined>>;

/** The file of secrets; git leaves it out. */
const SECRETS_FILE = 'publish.env';

/** Secrets of the environment, and those of a file, which give way. */
export function readSecrets(environment: Secrets, file = SECRETS_FILE): Secrets {
  try {
    return { ...parseEnv(readFileSync(file, 'utf8')), ...environment };
  } catch {
    return environment;
  }
}

const WANTED = {
  password: '密码',
  'key-file': '私钥文件',
  'access-key': '访问密钥的编号',
  'secret-key': '访问密钥',
} as const;
export type SecretKind = keyof typeof WANTED;

/** `PUBLISH_CITY_SERVER_PASSWORD` of the target `city-server`. */
function secretName({ id }: PublishTarget, kind: SecretKind): string {
  return `PUBLISH_${id}_${kind}`.replaceAll('-', '_').toUpperCase();
}

/** A secret that may be missing. */
export function findSecret(secrets: Secrets, target: PublishTarget, kind: SecretKind): string | undefined {
  const secret = secrets[secretName(target, kind)];
  return secret === '' ? undefined : secret;
}

/** @throws PublishFailure that says where to write it */
export function getSecret(secrets: Secrets, target: PublishTarget, kind: SecretKind): string {
  const secret = findSecret(secrets, target, kind);
  if (secret !== undefined) return secret;
  throw new PublishFailure(
    `没有「${target.name}」的${WANTED[kind]}。在项目的文件夹里建一个 ${SECRETS_FILE}，写一行 ${secretName(target, kind)}=…；它不会进 git。`,
  );
}
