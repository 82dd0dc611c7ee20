import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from '../../../scripts/serving/free-port.ts';
import type { PublishTarget, TargetOf } from '../../schemas/publish.ts';
import type { Secrets } from '../../publishing/access.ts';

/** A real server of this machine, started for a test. */
export interface TestServer<Kind extends PublishTarget['kind']> {
  target: TargetOf<Kind>;
  secrets: Secrets;
  /** Where what was published lies on this disk. */
  folder: string;
  close: () => Promise<void>;
}

const SSHD = '/usr/sbin/sshd';
const VSFTPD = '/usr/sbin/vsftpd';
export const hasSshd = existsSync(SSHD) && userInfo().uid === 0;
export const hasVsftpd = existsSync(VSFTPD) && userInfo().uid === 0;

function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'jiangce-publish-'));
  chmodSync(folder, 0o755);
  return folder;
}

async function start(command: string, args: readonly string[], port: number): Promise<() => Promise<void>> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  for (let turn = 0; !(await answers(port)); turn += 1) {
    if (child.exitCode !== null || turn > 200) throw new Error(`${command} did not start.\n${said}`);
    await wait(50);
  }
  return () => stop(child);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
      .once('connect', () => {
        socket.destroy();
        resolve(true);
      })
      .once('error', () => {
        resolve(false);
      });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** OpenSSH's sshd with a key of its own. */
export async function startSshd({ hasLinks = true } = {}): Promise<TestServer<'sftp'>> {
  const own = makeFolder();
  const port = await findFreePort();
  for (const name of ['host', 'user'])
    spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path.join(own, name)]);
  // Without it sshd does not start; Debian makes it with the service.
  mkdirSync('/run/sshd', { recursive: true });
  writeFileSync(
    path.join(own, 'sshd_config'),
    [
      `ListenAddress 127.0.0.1:${String(port)}`,
      `HostKey ${own}/host`,
      `AuthorizedKeysFile ${own}/user.pub`,
      `PidFile ${own}/sshd.pid`,
      'PermitRootLogin yes',
      'PasswordAuthentication no',
      'StrictModes no',
      'UsePAM no',
      `Subsystem sftp internal-sftp${hasLinks ? '' : ' -P symlink,hardlink,posix-rename'}`,
    ].join('\n'),
  );
  const close = await start(SSHD, ['-D', '-e', '-f', path.join(own, 'sshd_config')], port);
  const shown = spawnSync('ssh-keygen', ['-lf', path.join(own, 'host.pub')], { encoding: 'utf8' }).stdout;
  const folder = path.join(own, 'www', 'site');
  return {
    target: {
      kind: 'sftp',
      id: 'server',
      name: '测试服务器',
      host: '127.0.0.1',
      port,
      user: userInfo().username,
      path: folder,
      hostKey: /SHA256:\S+/.exec(shown)?.[0] ?? '',
    },
    secrets: { PUBLISH_SERVER_KEY_FILE: path.join(own, 'user') },
    folder,
    close: async () => {
      await close();
      rmSync(own, { recursive: true, force: true });
    },
  };
}

/** Debian's vsftpd, open to anyone on this machine. */
export async function startVsftpd(): Promise<TestServer<'ftp'>> {
  const own = makeFolder();
  const port = await findFreePort();
  const root = path.join(own, 'root');
  mkdirSync(path.join(root, 'www'), { recursive: true });
  chmodSync(path.join(root, 'www'), 0o777);
  const settings = path.join(own, 'vsftpd.conf');
  writeFileSync(
    settings,
    [
      'listen=YES',
      'listen_address=127.0.0.1',
      `listen_port=${String(port)}`,
      'background=NO',
      'anonymous_enable=YES',
      'no_anon_password=YES',
      `anon_root=${root}`,
      'write_enable=YES',
      'anon_upload_enable=YES',
      'anon_mkdir_write_enable=YES',
      'anon_other_write_enable=YES',
      'anon_umask=022',
      'anon_world_readable_only=NO',
      'seccomp_sandbox=NO',
      'isolate_network=NO',
      '',
    ].join('\n'),
  );
  const close = await start(VSFTPD, [settings], port);
  return {
    target: {
      kind: 'ftp',
      id: 'host',
      name: '测试空间',
      host: '127.0.0.1',
      port,
      user: 'anonymous',
      path: '/www/site',
      encryption: 'none',
    },
    secrets: { PUBLISH_HOST_PASSWORD: 'nobody' },
    folder: path.join(root, 'www', 'site'),
    close: async () => {
      await close();
      rmSync(own, { recursive: true, force: true });
    },
  };
}

/** s3rver, from npm. Its objects lie in a form of their own, so what it has is asked with another client. */
export async function startS3(): Promise<TestServer<'s3'>> {
  const own = makeFolder();
  const port = await findFreePort();
  const program = path.resolve('node_modules', 's3rver', 'bin', 's3rver.js');
  const args = ['--directory', own, '--address', '127.0.0.1', '--port', String(port), '--silent'];
  const close = await start(process.execPath, [program, ...args, '--configure-bucket', 'jiangce'], port);
  return {
    target: {
      kind: 's3',
      id: 'storage',
      name: '测试存储',
      endpoint: `http://127.0.0.1:${String(port)}`,
      region: 'us-east-1',
      bucket: 'jiangce',
      prefix: 'haicheng',
      addressing: 'path',
    },
    secrets: { PUBLISH_STORAGE_ACCESS_KEY: 'S3RVER', PUBLISH_STORAGE_SECRET_KEY: 'S3RVER' },
    folder: own,
    close: async () => {
      await close();
      rmSync(own, { recursive: true, force: true });
    },
  };
}
