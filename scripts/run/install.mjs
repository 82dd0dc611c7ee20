/** Installs the dependencies of the lockfile, and explains what to do if that fails. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { stampInstalled } from './installed-tree.mjs';
import { fail, forwardSignals, IS_WINDOWS, majorOf, MODULES, ROOT } from './project.mjs';

const MIN_NPM_MAJOR = 10;
const HEARTBEAT_MS = 10_000;

/** How to call npm: with the npm that started this command, else with the one on PATH. */
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

/** Shows that an install is running: npm prints no progress bar while its stderr is piped. */
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

/** Advice after a failed `npm ci`, based on what npm printed on stderr. */
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

/**
 * Runs `npm ci` and resolves when the tree is complete; ends the process with a message otherwise.
 *
 * @param {boolean} isWhole with what only developers need
 */
export async function install(isWhole) {
  if (IS_WINDOWS && process.execPath.startsWith(MODULES + sep)) {
    // A running node.exe cannot be replaced on Windows; an `npm ci` typed by the user runs on the system's Node.
    fail('依赖有更新，需要重新安装。', '请先运行 npm ci，完成后重新运行刚才的命令。');
  }
  const npm = npmCommand();
  requireNpm(npm);
  const startedAt = Date.now();
  console.log(
    isWhole ? '正在安装依赖，连同开发用的（约需 1 分钟，约 1.1 GB）……' : '正在安装依赖（首次约需 1 分钟，约 600 MB）……',
  );
  const stopHeartbeat = startHeartbeat(startedAt);
  // Said either way, so that NODE_ENV changes nothing; engine warnings are about the Node that runs npm.
  const args = [
    ...npm.prefix,
    'ci',
    isWhole ? '--include=dev' : '--omit=dev',
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
  stampInstalled(isWhole);
  console.log(`依赖安装完成（${secondsSince(startedAt)} 秒）。\n`);
}
