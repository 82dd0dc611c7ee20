import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** A project folder with a lockfile of one package for all platforms, one for another platform, and a script to run. */
let project: string;

const lockfile = {
  packages: {
    '': {},
    'node_modules/node': { version: '24.0.0' },
    'node_modules/linter': { version: '1.0.0', dev: true },
    'node_modules/elsewhere': { version: '1.0.0', optional: true, os: ['aix'], cpu: ['ppc64'] },
  },
};

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'jiangce-run-'));
  for (const folder of ['scripts', 'bin', 'node_modules']) mkdirSync(join(project, folder));
  for (const part of ['run.mjs', 'run'])
    cpSync(join(import.meta.dirname, part), join(project, 'scripts', part), { recursive: true });
  // `types` is a command of developers, `echo` one of editors.
  for (const name of ['echo', 'types'])
    writeFileSync(join(project, 'scripts', `${name}.ts`), 'console.log(process.argv.slice(2)); process.exitCode = 3;');
  writeFileSync(join(project, 'package-lock.json'), JSON.stringify(lockfile));
  symlinkSync(process.execPath, join(project, 'bin', 'node'));
});

afterEach(() => {
  rmSync(project, { recursive: true });
});

const installedLockfile = (): string => join(project, 'node_modules', '.package-lock.json');

/** Puts a tree in place as an install would leave it. */
function putInstalledTree(packages: Readonly<Record<string, { version: string; dev?: boolean }>>): void {
  mkdirSync(join(project, 'node_modules', 'node', 'bin'), { recursive: true });
  symlinkSync(process.execPath, join(project, 'node_modules', 'node', 'bin', 'node'));
  writeFileSync(installedLockfile(), JSON.stringify({ packages }));
}

/** Puts an npm on PATH that answers --version, and runs the shell commands when it is asked to install. */
function putNpm(version: string, install: string): void {
  const path = join(project, 'bin', 'npm');
  writeFileSync(
    path,
    `#!/bin/sh\nif [ "$1" = --version ]; then echo ${version}; exit; fi\necho "npm $1 $2"\n${install}\n`,
  );
  chmodSync(path, 0o755);
}

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { PATH: `${join(project, 'bin')}:/usr/bin:/bin` },
  });
  return { status, stdout, stderr };
}

describe.skipIf(process.platform === 'win32')('run.mjs', () => {
  it('runs the script with its arguments and exit code when the tree is complete', () => {
    putInstalledTree({ 'node_modules/node': { version: '24.0.0' } });
    putNpm('11.0.0', 'exit 1');
    expect(run('echo', 'a b', '--x=中')).toEqual({ status: 3, stdout: "[ 'a b', '--x=中' ]\n", stderr: '' });
  });

  it.each([
    ['echo', 'npm ci --omit=dev'],
    ['types', 'npm ci --include=dev'],
  ])('installs for %s: %s', (name, said) => {
    putNpm('11.0.0', 'true');
    expect(run(name).stdout).toContain(said);
  });

  it('installs what only developers need when one of their commands is called, and keeps it through an update', () => {
    putInstalledTree({ 'node_modules/node': { version: '24.0.0' } });
    putNpm('11.0.0', 'true');
    expect(run('echo').stdout).toBe('[]\n');
    expect(run('types').stdout).toContain('npm ci --include=dev');
    const whole = {
      'node_modules/node': { version: '24.0.0' },
      'node_modules/linter': { version: '1.0.0', dev: true },
    };
    writeFileSync(installedLockfile(), JSON.stringify({ packages: whole }));
    expect([run('types').stdout, run('echo').stdout]).toEqual(['[]\n', '[]\n']);
    writeFileSync(
      join(project, 'package-lock.json'),
      JSON.stringify({ packages: { ...lockfile.packages, 'node_modules/new': { version: '1.0.0' } } }),
    );
    expect(run('echo').stdout).toContain('npm ci --include=dev');
  });

  it('installs when a version differs, and only once', () => {
    putInstalledTree({ 'node_modules/node': { version: '23.0.0' } });
    putNpm('11.0.0', 'true');
    expect(run('echo').stdout).toContain('npm ci');
    expect(run('echo').stdout).toBe('[]\n');
  });

  it('installs again after any npm command that left another tree', () => {
    putInstalledTree({ 'node_modules/node': { version: '24.0.0' } });
    putNpm('11.0.0', 'true');
    run('echo');
    writeFileSync(installedLockfile(), JSON.stringify({ packages: {} }));
    expect(run('echo').stdout).toContain('npm ci');
  });

  it('installs where an interrupted install left no record', () => {
    putNpm('11.0.0', 'exit 0');
    const { stdout, status } = run('echo');
    expect(stdout).toContain('npm ci');
    expect(existsSync(installedLockfile())).toBe(false);
    // The pinned Node is missing as well; the one that runs this test is as new and takes its place.
    expect(status).toBe(3);
  });

  it('explains a failed install', () => {
    putNpm('11.0.0', 'echo "npm error code ENOTFOUND" >&2; exit 1');
    expect(run('echo')).toMatchInlineSnapshot(`
      {
        "status": 1,
        "stderr": "npm error code ENOTFOUND

      依赖安装失败。
      原因：连不上 npm 软件仓库。
      怎么办：检查网络；单位网络需要代理时，先运行 npm config set proxy 代理地址；
      国内访问慢时，可换用镜像：npm config set registry 镜像地址。然后重新运行刚才的命令。

      ",
        "stdout": "正在安装依赖（首次约需 1 分钟，约 600 MB）……
      npm ci --omit=dev
      ",
      }
    `);
  });

  it('refuses an npm that is too old', () => {
    putNpm('9.9.4', 'true');
    expect(run('echo').stderr).toMatchInlineSnapshot(`
      "
      npm 的版本太旧：现在是 9.9.4，至少需要 10。
      请安装 Node.js 24（长期支持版，自带新的 npm），或运行 npm install -g npm@11，然后再试。

      "
    `);
  });

  it('names the commands there are', () => {
    expect(run('nosuch')).toMatchInlineSnapshot(`
      {
        "status": 1,
        "stderr": "
      没有名为「nosuch」的命令。
      可用的命令：echo、types

      ",
        "stdout": "",
      }
    `);
  });
});
