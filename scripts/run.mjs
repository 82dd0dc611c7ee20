/**
 * Entry of every npm script: `node scripts/run.mjs <name> [args…]` runs scripts/<name>.ts.
 *
 * It works on a bare clone with any Node >= 20: dependencies are installed first when node_modules does not
 * match package-lock.json, and the script itself is run by the Node 24 that the lockfile pins (the npm package
 * `node`), which strips types natively. Plain JavaScript without dependencies, since nothing is installed yet.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const MODULES = join(ROOT, 'node_modules');
const LOCKFILE = join(ROOT, 'package-lock.json');
/** npm writes it as the last step of an install, so an interrupted `npm ci` leaves none. */
const INSTALLED_LOCKFILE = join(MODULES, '.package-lock.json');
const STAMP = join(MODULES, '.jiangce-installed');
const IS_WINDOWS = process.platform === 'win32';
const PINNED_NODE = join(MODULES, 'node', 'bin', IS_WINDOWS ? 'node.exe' : 'node');
const MIN_NODE_MAJOR = 20;
const MIN_NPM_MAJOR = 10;
/** Node 24 runs TypeScript files as they are. */
const PINNED_NODE_MAJOR = 24;
const HEARTBEAT_MS = 10_000;

/** @param {string[]} lines */
function fail(...lines) {
  console.error(['', ...lines, ''].join('\n'));
  process.exit(1);
}

/** @param {string} version for example 20.20.2 */
const majorOf = (version) => Number.parseInt(version, 10);

function readText(/** @type {string} */ path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The stamp holds for one lockfile, one installed tree and one platform: any later npm command voids it. */
function stampOf(/** @type {string} */ lockText, /** @type {string} */ installedText) {
  return createHash('sha256')
    .update([process.platform, process.arch, lockText, installedText].join('\0'))
    .digest('hex');
}

/** True if an os, cpu or libc list of a lockfile entry, such as ["linux", "!win32"], admits `value`. */
function admits(/** @type {string[] | undefined} */ list, /** @type {string} */ value) {
  if (!list || list.includes('any')) return true;
  if (list.includes(`!${value}`)) return false;
  return list.includes(value) || list.every((item) => item.startsWith('!'));
}

function currentLibc() {
  if (process.platform !== 'linux') return 'none';
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

/**
 * Whether the tree that npm recorded as installed is the one of the lockfile: every package in its version,
 * optional ones only where the lockfile says that they fit this platform.
 */
function matchesLockfile(/** @type {string} */ lockText, /** @type {string} */ installedText) {
  let wanted, installed;
  try {
    wanted = JSON.parse(lockText).packages;
    installed = JSON.parse(installedText).packages;
  } catch {
    return false;
  }
  const libc = currentLibc();
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    if (found) {
      if (found.version !== entry.version) return false;
      continue;
    }
    if (!entry.optional && !entry.devOptional) return false;
    const saysPlatform = entry.os ?? entry.cpu ?? entry.libc;
    const fits = admits(entry.os, process.platform) && admits(entry.cpu, process.arch) && admits(entry.libc, libc);
    if (saysPlatform && fits) return false;
  }
  return true;
}

function isInstalled() {
  const lockText = readText(LOCKFILE);
  const installedText = readText(INSTALLED_LOCKFILE);
  if (lockText === undefined) fail('找不到 package-lock.json：请在完整的项目文件夹里运行。');
  if (installedText === undefined) return false;
  const stamp = stampOf(lockText, installedText);
  if (readText(STAMP) === stamp) return true;
  if (!existsSync(PINNED_NODE) || !matchesLockfile(lockText, installedText)) return false;
  writeFileSync(STAMP, stamp);
  return true;
}

/** How to call npm: through the Node that runs npm already, else the npm found on PATH. */
function npmCommand() {
  const cli = process.env.npm_execpath;
  const node = process.env.npm_node_execpath;
  if (cli && node && /npm-cli\.[cm]?js$/.test(cli) && !node.startsWith(MODULES + sep) && existsSync(cli)) {
    return { command: node, prefix: [cli], shell: false };
  }
  return IS_WINDOWS ? { command: 'npm.cmd', prefix: [], shell: true } : { command: 'npm', prefix: [], shell: false };
}

function requireNpm(/** @type {ReturnType<typeof npmCommand>} */ npm) {
  const result = spawnSync(npm.command, [...npm.prefix, '--version'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: npm.shell,
  });
  const version = (result.stdout ?? '').trim();
  if (result.error || result.status !== 0 || version === '') {
    fail('找不到 npm。', '请从 Node.js 官网安装 Node.js 24（长期支持版，自带 npm），重新打开终端后再试。');
  }
  if (majorOf(version) < MIN_NPM_MAJOR) {
    fail(
      `npm 的版本太旧：现在是 ${version}，至少需要 ${MIN_NPM_MAJOR}。`,
      '请安装 Node.js 24（长期支持版，自带新的 npm），或运行 npm install -g npm@11，然后再试。',
    );
  }
}

/** Shows that an install goes on: npm prints no progress bar while its error output is read. */
function startHeartbeat(/** @type {number} */ startedAt) {
  const isTerminal = Boolean(process.stdout.isTTY);
  const timer = setInterval(
    () => {
      const text = `  已用 ${secondsSince(startedAt)} 秒，node_modules 里有 ${folderSize()} 项……`;
      process.stdout.write(isTerminal ? `\r${text}` : `${text}\n`);
    },
    isTerminal ? 1_000 : HEARTBEAT_MS,
  );
  return () => {
    clearInterval(timer);
    if (isTerminal) process.stdout.write('\n');
  };
}

const secondsSince = (/** @type {number} */ startedAt) => Math.round((Date.now() - startedAt) / 1000);

function folderSize() {
  try {
    return readdirSync(MODULES).length;
  } catch {
    return 0; // npm has not created the folder yet.
  }
}

/** What the user can do about a failed `npm ci`, from what npm printed on stderr. */
function installAdvice(/** @type {string} */ output) {
  if (/process terminated|signal SIG/.test(output)) return ['安装被中断：重新运行刚才的命令，会从头安装。'];
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|network/i.test(output)) {
    return [
      '原因：连不上 npm 软件仓库。',
      '怎么办：检查网络；单位网络需要代理时，先运行 npm config set proxy 代理地址；',
      '国内访问慢时，可换用镜像：npm config set registry 镜像地址。然后重新运行刚才的命令。',
    ];
  }
  if (/CERT|self.signed/i.test(output)) {
    return [
      '原因：网络里的代理更换了安全证书，npm 不予信任。',
      '怎么办：请网络管理员提供根证书，运行 npm config set cafile 证书文件，再试一次。',
    ];
  }
  if (/EACCES|EPERM|EBUSY/.test(output)) {
    return [
      '原因：node_modules 里的文件被占用，或没有写入权限。',
      '怎么办：关掉正在运行的预览窗口和编辑器，确认文件夹可写，再试一次。',
    ];
  }
  if (/ENOSPC/.test(output)) return ['原因：磁盘空间不足（安装约需 1 GB）。', '怎么办：清理磁盘后再试一次。'];
  if (/in sync|EUSAGE/.test(output)) {
    return [
      '原因：package.json 与 package-lock.json 不一致。',
      '怎么办：运行 npm install，再运行 npm run lockfile 补全，然后提交 package-lock.json。',
    ];
  }
  if (/E404|ETARGET|notarget/.test(output)) {
    return [
      '原因：当前的 npm 软件仓库缺少某个软件包（详见上面的英文信息）。',
      '怎么办：换用完整的软件仓库后再试一次。',
    ];
  }
  return ['怎么办：查看上面的英文信息；删除 node_modules 文件夹后再试一次往往有效。'];
}

/** Runs `npm ci` and resolves when the tree is complete; ends the process with a message otherwise. */
async function install() {
  if (IS_WINDOWS && process.execPath.startsWith(MODULES + sep)) {
    // A running node.exe cannot be replaced on Windows; an `npm ci` typed by the user runs on the system's Node.
    fail('依赖有更新，需要重新安装。', '请先运行 npm ci，完成后重新运行刚才的命令。');
  }
  const npm = npmCommand();
  requireNpm(npm);
  const startedAt = Date.now();
  console.log('正在安装依赖（首次约需 1 分钟，约 600 MB）……');
  const stopHeartbeat = startHeartbeat(startedAt);
  // NODE_ENV=production would leave out development packages; engine warnings are about the Node that runs npm.
  const args = [
    ...npm.prefix,
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const child = spawn(npm.command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'pipe'], shell: npm.shell });
  const stopForwarding = forwardSignals(child);
  let errors = '';
  child.stderr.on('data', (/** @type {Buffer} */ chunk) => {
    errors += chunk.toString('utf8');
    process.stderr.write(chunk);
  });
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      errors += String(error);
      resolve(1);
    });
    child.on('close', (status, signal) => resolve(signal ?? status));
  });
  stopForwarding();
  stopHeartbeat();
  if (code !== 0) fail('依赖安装失败。', ...installAdvice(errors));
  const installedText = readText(INSTALLED_LOCKFILE);
  if (installedText !== undefined) writeFileSync(STAMP, stampOf(readText(LOCKFILE) ?? '', installedText));
  console.log(`依赖安装完成（${secondsSince(startedAt)} 秒）。\n`);
}

/** The Node that runs the scripts: the pinned one, or the current one if it is new enough and the pinned is unusable. */
function nodeBinary() {
  if (existsSync(PINNED_NODE)) {
    const { status } = spawnSync(PINNED_NODE, ['--version'], { stdio: 'ignore' });
    if (status === 0) return PINNED_NODE;
  }
  if (majorOf(process.versions.node) >= PINNED_NODE_MAJOR) return process.execPath;
  return fail(
    `项目自带的 Node.js ${PINNED_NODE_MAJOR} 没有装好（npm 可能禁止了安装脚本，或这种系统没有现成的程序）。`,
    '怎么办：运行 npm rebuild node --ignore-scripts=false，再试一次；',
    `或者在系统里安装 Node.js ${PINNED_NODE_MAJOR} 或更新的版本。`,
  );
}

/**
 * Passes termination on to the child. Ctrl-C reaches it anyway, being typed at the whole terminal, so there the
 * parent only has to outlive the child.
 * @param {import('node:child_process').ChildProcess} child
 */
function forwardSignals(child) {
  /** @type {[NodeJS.Signals, () => void][]} */
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => {
    const signal = /** @type {NodeJS.Signals} */ (name);
    const handler = () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    process.on(signal, handler);
    return [signal, handler];
  });
  return () => handlers.forEach(([signal, handler]) => process.off(signal, handler));
}

function scriptNames() {
  return readdirSync(join(ROOT, 'scripts'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -'.ts'.length));
}

function runScript(/** @type {string} */ path, /** @type {string[]} */ args) {
  const node = nodeBinary();
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const pathKey = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  env[pathKey] = [dirname(node), env[pathKey]].filter(Boolean).join(delimiter);
  const child = spawn(node, [path, ...args], { stdio: 'inherit', env });
  const stopForwarding = forwardSignals(child);
  child.on('error', (error) => fail(`无法启动 Node.js：${error.message}`));
  child.on('close', (code, signal) => {
    stopForwarding();
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code ?? 1;
  });
}

const [name, ...args] = process.argv.slice(2);
if (majorOf(process.versions.node) < MIN_NODE_MAJOR) {
  fail(
    `Node.js 的版本太旧：现在是 ${process.versions.node}，至少需要 ${MIN_NODE_MAJOR}。`,
    '请从 Node.js 官网安装 Node.js 24（长期支持版），重新打开终端后再试。',
  );
}
const script = join(ROOT, 'scripts', `${name}.ts`);
if (!name || !/^[a-z][a-z0-9-]*$/.test(name) || !existsSync(script)) {
  fail(`没有名为「${name ?? ''}」的命令。`, `可用的命令：${scriptNames().join('、')}`);
}
if (!isInstalled()) await install();
runScript(script, args);
