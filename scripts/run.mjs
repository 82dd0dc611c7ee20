/**
 * Entry of every npm script: `node scripts/run.mjs <name> [args…]` runs scripts/<name>.ts.
 *
 * It works on a bare clone with any Node >= 20: dependencies are installed first when node_modules does not
 * match package-lock.json, those that only developers need when a command of theirs is called, and the script itself is run by the Node 24 that the lockfile pins (the npm package
 * `node`), which strips types natively. Plain JavaScript without dependencies, since nothing is installed yet.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { DEVELOPER_COMMANDS } from './run/developer-commands.mjs';
import { install } from './run/install.mjs';
import { hasDeveloperPackages, isInstalled } from './run/installed-tree.mjs';
import { fail, forwardSignals, majorOf, PINNED_NODE, ROOT } from './run/project.mjs';

const MIN_NODE_MAJOR = 20;
/** Node 24 runs TypeScript files as they are. */
const PINNED_NODE_MAJOR = 24;

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
const needsAll = DEVELOPER_COMMANDS.has(name);
// Whoever had them keeps them through an update.
if (!isInstalled(needsAll)) await install(needsAll || hasDeveloperPackages());
runScript(script, args);
