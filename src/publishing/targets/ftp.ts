import { posix } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { Client, FTPError, type FileInfo } from 'basic-ftp';
import type { TargetOf } from '../../schemas/publish.ts';
import { getSecret, type Secrets } from '../access.ts';
import type { FileTree, TreeEntry } from './file-tree.ts';

const ANSWER_MS = 60_000;
const UNAVAILABLE = 550;

/** A host that gives FTP and nothing else. One connection does one thing at a time. */
export async function openFtpTree(target: TargetOf<'ftp'>, secrets: Secrets): Promise<FileTree> {
  const client = new Client(ANSWER_MS);
  await client.access({
    host: target.host,
    ...(target.port === undefined ? {} : { port: target.port }),
    user: target.user,
    password: getSecret(secrets, target, 'password'),
    secure: target.encryption === 'tls',
  });
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(act, act);
    last = turn.catch(() => undefined);
    return turn;
  };
  const readFolder = (folder: string): Promise<TreeEntry[] | undefined> =>
    inTurn(async () => {
      // Asked for a folder that is not there, some servers list nothing.
      if (!(await goesTo(client, folder))) return undefined;
      return (await client.list()).filter(({ name }) => name !== '.' && name !== '..').map(toEntry);
    });
  const readFile = (path: string): Promise<Uint8Array | undefined> => inTurn(() => download(client, path));
  const writeFile = (path: string, content: Uint8Array): Promise<void> =>
    inTurn(async () => {
      await client.uploadFrom(Readable.from([Buffer.from(content)]), path);
    });
  const removeFile = (path: string): Promise<void> =>
    inTurn(async () => {
      await client.remove(path).catch(unlessUnavailable);
    });
  const stat = async (path: string): Promise<TreeEntry['kind'] | undefined> => {
    if (path === '/') return 'folder';
    return (await readFolder(posix.dirname(path)))?.find(({ name }) => name === posix.basename(path))?.kind;
  };
  return {
    concurrency: 1,
    readFolder,
    stat,
    readFile,
    writeFile,
    makeFolder: async (path) => {
      const isMade = await inTurn(() => client.send(`MKD ${path}`).then(() => true, unlessUnavailable));
      if (isMade !== true && (await stat(path)) === undefined)
        throw new FTPError({ code: UNAVAILABLE, message: `MKD ${path}` });
    },
    rename: async (from, to) => {
      const isDone = await inTurn(() => client.rename(from, to).then(() => true, unlessRefused));
      if (isDone === true) return;
      // Some servers put no file in the place of another one.
      await removeFile(to);
      await inTurn(() => client.rename(from, to));
    },
    removeFile,
    removeFolder: (path) =>
      inTurn(async () => {
        await client.cd('/');
        await client.send(`RMD ${path}`).catch(unlessRefused);
      }),
    copyFile: async (from, to) => {
      const content = await readFile(from);
      if (!content) throw new FTPError({ code: UNAVAILABLE, message: `RETR ${from}` });
      await writeFile(to, content);
    },
    close: () => {
      client.close();
      return Promise.resolve();
    },
  };
}

async function goesTo(client: Client, folder: string): Promise<boolean> {
  return client.cd(folder).then(
    () => true,
    (error: unknown) => {
      unlessUnavailable(error);
      return false;
    },
  );
}

async function download(client: Client, path: string): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  const target = new Writable({
    write: (part: Uint8Array, _encoding, done) => {
      parts.push(part);
      done();
    },
  });
  const found = await client.downloadTo(target, path).catch(unlessUnavailable);
  return found && Buffer.concat(parts);
}

function toEntry({ name, size, isDirectory, isSymbolicLink, modifiedAt }: FileInfo): TreeEntry {
  const kind = isSymbolicLink ? 'link' : isDirectory ? 'folder' : 'file';
  return { name, kind, size, modifiedMs: modifiedAt?.getTime() ?? 0 };
}

function unlessUnavailable(error: unknown): undefined {
  if (!(error instanceof FTPError && error.code === UNAVAILABLE)) throw error;
  return undefined;
}

/** 550 and 553, and what servers say in their place. */
function unlessRefused(error: unknown): undefined {
  if (!(error instanceof FTPError && error.code >= 500 && error.code < 600)) throw error;
  return undefined;
}
