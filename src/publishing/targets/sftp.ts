import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Client, type ConnectConfig, type FileEntryWithStats, type SFTPWrapper, type Stats } from 'ssh2';
import type { TargetOf } from '../../schemas/publish.ts';
import { findSecret, getSecret, type Secrets } from '../access.ts';
import { PublishFailure } from '../failures.ts';
import type { FileTree, TreeEntry } from './file-tree.ts';

const NO_SUCH_FILE = 2;
const READY_MS = 20_000;

/** A server that one can log in to over SSH. */
export async function openSftpTree(target: TargetOf<'sftp'>, secrets: Secrets): Promise<FileTree> {
  const { client, sftp } = await connect(target, secrets);
  const ask = <Value = void>(
    act: (done: (error: Error | null | undefined, value: Value) => void) => void,
  ): Promise<Value> =>
    new Promise((resolve, reject) => {
      act((error, value) => {
        if (error) reject(error);
        else resolve(value);
      });
    });
  const removeFile = async (path: string): Promise<void> => {
    await ask((done) => sftp.unlink(path, done)).catch(unlessMissing);
  };
  const readWhole = (path: string): Promise<Buffer> => ask((done) => sftp.readFile(path, done));
  const writeFile = (path: string, content: Uint8Array): Promise<void> =>
    ask((done) => sftp.writeFile(path, Buffer.from(content), done));
  return {
    concurrency: 16,
    readFolder: async (path) => {
      const found = await ask<FileEntryWithStats[]>((done) => sftp.readdir(path, done)).catch(unlessMissing);
      return found?.map(({ filename, attrs }) => toEntry(filename, attrs));
    },
    stat: async (path) => {
      const found = await ask<Stats>((done) => sftp.lstat(path, done)).catch(unlessMissing);
      return found && toEntry(path, found).kind;
    },
    readFile: async (path) => readWhole(path).catch(unlessMissing),
    writeFile,
    makeFolder: async (path) => {
      await ask((done) => sftp.mkdir(path, done)).catch(async (error: unknown) => {
        // SFTP has no word for "is there already".
        const found = await ask<Stats>((done) => sftp.stat(path, done)).catch(() => undefined);
        if (found?.isDirectory() !== true) throw error;
      });
    },
    rename: async (from, to) => {
      await ask((done) => sftp.ext_openssh_rename(from, to, done)).catch(async (error: unknown) => {
        if (!isUnsupported(error)) throw error;
        await removeFile(to);
        await ask((done) => sftp.rename(from, to, done));
      });
    },
    removeFile,
    removeFolder: async (path) => {
      await ask((done) => sftp.rmdir(path, done)).catch(() => undefined);
    },
    copyFile: async (from, to) => {
      await ask((done) => sftp.ext_openssh_hardlink(from, to, done)).catch(async () => {
        await removeFile(to);
        await writeFile(to, await readWhole(from));
      });
    },
    links: {
      read: (path) => ask((done) => sftp.readlink(path, done)),
      make: (linked, path) => ask((done) => sftp.symlink(linked, path, done)),
    },
    close: () => {
      client.end();
      return Promise.resolve();
    },
  };
}

async function connect(target: TargetOf<'sftp'>, secrets: Secrets): Promise<{ client: Client; sftp: SFTPWrapper }> {
  const login = await findLogin(target, secrets);
  const client = new Client();
  let shown: string | undefined;
  return new Promise((resolve, reject) => {
    client
      .on('ready', () => {
        // Every small question would wait for the answer to the one before: 40 ms each.
        client.setNoDelay(true);
        client.sftp((error, sftp) => {
          if (error) reject(error);
          else resolve({ client, sftp });
        });
      })
      .on('error', (error) => {
        reject(
          shown === undefined || shown === target.hostKey ? error : new PublishFailure(describeStranger(target, shown)),
        );
      })
      .connect({
        host: target.host,
        port: target.port ?? 22,
        username: target.user,
        ...login,
        readyTimeout: READY_MS,
        keepaliveInterval: 15_000,
        hostVerifier: (key: Buffer) => {
          shown = `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
          return shown === target.hostKey;
        },
      });
  });
}

/** A key where there is one, with the password that opens it; else a password. */
async function findLogin(
  target: TargetOf<'sftp'>,
  secrets: Secrets,
): Promise<Pick<ConnectConfig, 'password' | 'privateKey' | 'passphrase'>> {
  const keyFile = findSecret(secrets, target, 'key-file');
  if (keyFile === undefined) return { password: getSecret(secrets, target, 'password') };
  const passphrase = findSecret(secrets, target, 'password');
  return { privateKey: await readKey(keyFile), ...(passphrase === undefined ? {} : { passphrase }) };
}

function describeStranger({ name, host, hostKey }: TargetOf<'sftp'>, shown: string): string {
  return `${host} 的指纹和「${name}」写的不一样，没有登录，也没有发密码。写的是 ${hostKey}，它给的是 ${shown}。问管服务器的人：换过服务器或密钥，就把新指纹写进 publish.json；没有换过，可能有人冒充它。`;
}

async function readKey(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    throw new PublishFailure(`读不了私钥文件 ${file}。看看文件在不在、有没有读取权限。`);
  }
}

function toEntry(name: string, stats: Stats): TreeEntry {
  const kind = stats.isSymbolicLink() ? 'link' : stats.isDirectory() ? 'folder' : 'file';
  return { name, kind, size: stats.size, modifiedMs: stats.mtime * 1000 };
}

function unlessMissing(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === NO_SUCH_FILE)) throw error;
  return undefined;
}

/** What ssh2 says of a server without the extension, without asking it. */
function isUnsupported(error: unknown): boolean {
  return error instanceof Error && /does not support this extended request/i.test(error.message);
}
