import { cpSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot, runNode } from '../processes/node-process.ts';
import { findFreePort } from '../serving/free-port.ts';
import { COMPARED_COMMANDS, type ComparedCommand, LONG_FOLDER, TRIAL_FILES } from './compared-commands.ts';
import type { Ended, WindowsMachine } from './wine.ts';

/** Below each project, so that what is printed names it alike. */
const TRIAL = path.join('.cache', 'windows-trial');
const FIXTURES = path.join('src', 'tests', 'fixtures');
const DESK_WAIT_MS = 120_000;

/** One thing tried, and what was wrong. */
export interface Trial {
  title: string;
  faults: string[];
}

/** Everything but the unit tests, one after the other. */
export async function* tryWindows(machine: WindowsMachine): AsyncGenerator<Trial> {
  for (const project of [projectRoot, machine.project]) prepareTrial(path.join(project, TRIAL));
  for (const command of COMPARED_COMMANDS) yield { title: command.title, faults: await compare(machine, command) };
  yield { title: '青岛站的字节', faults: await compareBuilds(machine, 'qingdao') };
  yield { title: 'publish 到文件夹，两次，再退回', faults: await tryPublish(machine) };
  yield { title: '编辑台', faults: await tryDesk(machine) };
}

function prepareTrial(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const healthy = path.join(projectRoot, FIXTURES, 'healthy', 'content');
  const city = path.join(folder, '海城 甲');
  cpSync(healthy, city, { recursive: true });
  cpSync(path.join(projectRoot, FIXTURES, 'frozen', 'content'), city, { recursive: true });
  rmSync(path.join(city, 'frozen'), { recursive: true });
  const chart = path.join(city, 'charts', 'talent.json');
  writeFileSync(chart, readFileSync(chart, 'utf8').replace(/"frozen": \[[^\]]*\]/, '"frozen": []'));
  cpSync(healthy, path.join(folder, LONG_FOLDER), { recursive: true });
  const crlf = path.join(folder, 'crlf');
  cpSync(healthy, crlf, { recursive: true });
  for (const file of globSync('**/*.{json,mdx}', { cwd: crlf })) {
    const text = readFileSync(path.join(crlf, file), 'utf8');
    writeFileSync(path.join(crlf, file), text.replaceAll(/\r?\n/g, '\r\n'));
  }
  const wrong = path.join(folder, '有错的');
  cpSync(healthy, wrong, { recursive: true });
  writeFileSync(path.join(wrong, 'craftsmen', 'Aux.mdx'), '没有资料区。\n');
  writeFileSync(path.join(wrong, 'craftsmen', 'nul.mdx'), '没有资料区。\n');
  for (const [name, text] of Object.entries(TRIAL_FILES)) writeFileSync(path.join(folder, name), text);
}

async function compare(machine: WindowsMachine, command: ComparedCommand): Promise<string[]> {
  const [linux, windows] = await Promise.all([runHere(command), runThere(machine, command)]);
  return [
    ...(windows.code === (command.code ?? 0) ? [] : [`退出码是 ${String(windows.code)}：\n${windows.output}`]),
    ...describeDifference(linux, windows),
    ...compareFolders(path.join(projectRoot, TRIAL), path.join(machine.project, TRIAL)),
  ];
}

/** What runs on this system prints the same, but for the strokes in paths. */
function describeDifference(linux: Ended, windows: Ended): string[] {
  const isSame = [windows.output, windows.output.replaceAll('\\', '/')].includes(linux.output);
  return linux.code === windows.code && isSame
    ? []
    : [`这里（${String(linux.code)}）：\n${linux.output}Windows（${String(windows.code)}）：\n${windows.output}`];
}

async function runHere({ args: [script = '', ...args], site }: ComparedCommand): Promise<Ended> {
  let output = '';
  const place = (text: string): string => text.replace('@', TRIAL);
  const code = await runNode(
    [path.join('scripts', `${script}.ts`), ...args.map(place)],
    site === undefined ? {} : { SITE: place(site) },
    (text) => {
      output += text;
    },
  );
  return { code, output };
}

/** Paths are typed as on Windows. */
function runThere(machine: WindowsMachine, { args: [script = '', ...args], site }: ComparedCommand): Promise<Ended> {
  const place = (text: string): string =>
    text.startsWith('@') ? text.replace('@', TRIAL).replaceAll('/', '\\') : text;
  return machine.run([`scripts\\${script}.ts`, ...args.map(place)], site === undefined ? {} : { SITE: place(site) });
}

async function compareBuilds(machine: WindowsMachine, city: string): Promise<string[]> {
  const out = path.join(TRIAL, 'dist');
  let printed = '';
  const here = runNode(['scripts/build.ts'], { SITE: city, OUT_DIR: out }, (text) => {
    printed += text;
  });
  const there = machine.run(['scripts\\build.ts'], { SITE: city, OUT_DIR: out.replaceAll('/', '\\') });
  const [code, windows] = await Promise.all([here, there]);
  if (code !== 0) return [printed];
  if (windows.code !== 0) return [windows.output];
  return compareFolders(path.join(projectRoot, out), path.join(machine.project, out));
}

async function tryPublish(machine: WindowsMachine): Promise<string[]> {
  const env = {
    SITE: `${TRIAL}\\海城 甲\\`.replaceAll('/', '\\'),
    OUT_DIR: `${TRIAL}\\海城站`.replaceAll('/', '\\'),
  };
  const target = ['--to', `${TRIAL}\\公开 站`.replaceAll('/', '\\')];
  const publish = (...args: string[]): Promise<Ended> =>
    machine.run(['scripts\\publish.ts', ...target, '--yes', ...args], env);
  const first = await publish();
  if (first.code !== 0) return [first.output];
  const [site, there] = ['海城站', '公开 站'].map((name) => path.join(machine.project, TRIAL, name));
  const faults = compareFolders(site ?? '', there ?? '');
  const person = path.join(machine.project, TRIAL, '海城 甲', 'craftsmen', 'shan-yu.mdx');
  writeFileSync(person, readFileSync(person, 'utf8').replaceAll('单宇', '单小宇'));
  const page = path.join(there ?? '', 'craftsmen', 'shan-yu', 'index.html');
  const before = readFileSync(page, 'utf8');
  const second = await publish();
  if (second.code !== 0 || !readFileSync(page, 'utf8').includes('单小宇')) faults.push(second.output);
  const back = await publish('--back');
  if (back.code !== 0 || readFileSync(page, 'utf8') !== before) faults.push(back.output);
  return faults;
}

/** The desk is asked for its page, for what it shows of the city, and for the site's own page. */
async function tryDesk(machine: WindowsMachine): Promise<string[]> {
  const port = await findFreePort();
  const site = `${TRIAL}\\海城 甲\\`.replaceAll('/', '\\');
  const desk = machine.start(['scripts\\desk.ts', '--no-open', '--port', String(port), '--site', site]);
  try {
    const address = await findAddress(desk.read);
    if (address === undefined) return [`没有打开：\n${desk.read()}`];
    const { origin } = new URL(address);
    const entered = await fetch(address, { redirect: 'manual' });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const ask = async (place: string, init: RequestInit = {}): Promise<string> => {
      const answer = await fetch(`${origin}${place}`, {
        ...init,
        headers: { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json' },
      });
      return `${String(answer.status)} ${await answer.text()}`;
    };
    const overview = await ask('/@desk/api/overview', { method: 'POST', body: '{}' });
    const page = await ask('/jiangce/craftsmen/shan-yu/');
    return [overview, page].flatMap((answer) =>
      /^200 [^]*单小?宇|^200 \{/.test(answer) ? [] : [answer.slice(0, 500)],
    );
  } finally {
    desk.end();
    await desk.ended;
  }
}

async function findAddress(read: () => string): Promise<string | undefined> {
  const deadline = Date.now() + DESK_WAIT_MS;
  while (Date.now() < deadline) {
    const found = /http:\/\/127\.0\.0\.1:\d+\/@desk\/\?token=\S+/.exec(read())?.[0];
    if (found !== undefined) return found;
    await wait(200);
  }
  return undefined;
}

/** What a publisher keeps for itself is of no site. */
const OWN = /^\.jiangce(?:\/|$)/;

function compareFolders(linux: string, windows: string): string[] {
  const [here, there] = [listFiles(linux), listFiles(windows)];
  const names = [...new Set([...here, ...there])].sort();
  return names.flatMap((name) => {
    if (!here.has(name) || !there.has(name)) return [`只有${here.has(name) ? '这里' : ' Windows '}有 ${name}`];
    const isSame = readFileSync(path.join(linux, name)).equals(readFileSync(path.join(windows, name)));
    return isSame ? [] : [`内容不同：${name}`];
  });
}

function listFiles(folder: string): ReadonlySet<string> {
  mkdirSync(folder, { recursive: true });
  return new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll(path.sep, '/'))
      .filter((name) => !OWN.test(name) && statSync(path.join(folder, name)).isFile()),
  );
}
