import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

export interface ProcessRun {
  seconds: number;
  /** Largest resident size that one process of the run ever had; undefined where the system does not tell. */
  peakBytes: number | undefined;
  /** Lines of standard output with the second they came. */
  lines: { text: string; atSeconds: number }[];
}

export interface ProcessRequest {
  /** Program and arguments. */
  command: readonly string[];
  cwd: string;
  env?: Readonly<Record<string, string>>;
}

const TIME_PROGRAM = '/usr/bin/time';
const POLL_MS = 100;

/** Runs a program to its end. Throws with its output if it fails. */
export async function measureProcess({ command, cwd, env = {} }: ProcessRequest): Promise<ProcessRun> {
  const timer = findTimeProgram();
  const [program = '', ...args] = [...(timer?.command ?? []), ...command];
  const started = performance.now();
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: ProcessRun['lines'] = [];
  let errors = '';
  let polledPeak: number | undefined;
  createInterface({ input: child.stdout }).on('line', (text) => {
    lines.push({ text, atSeconds: (performance.now() - started) / 1000 });
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = `${errors}${text}`.slice(-20_000);
  });
  const poll = setInterval(() => {
    if (timer === undefined && child.pid !== undefined) polledPeak = largest(polledPeak, peakOfTree(child.pid));
  }, POLL_MS);
  try {
    const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
    const seconds = (performance.now() - started) / 1000;
    if (code !== 0)
      throw new Error(`${command.join(' ')} 没有成功：\n${lines.map(({ text }) => text).join('\n')}\n${errors}`);
    return { seconds, peakBytes: timer === undefined ? polledPeak : timer.readPeak(errors), lines };
  } finally {
    clearInterval(poll);
  }
}

interface TimeProgram {
  command: readonly string[];
  /** Reads the largest resident size in what it prints after the program's own errors. */
  readPeak: (errors: string) => number | undefined;
}

/** The system's `time` knows the largest of a process and all its children: GNU's says kilobytes, that of macOS bytes. */
function findTimeProgram(): TimeProgram | undefined {
  if (!existsSync(TIME_PROGRAM)) return undefined;
  const reader = (pattern: RegExp, unit: number) => (errors: string) => {
    const found = [...errors.matchAll(pattern)].at(-1)?.[1];
    return found === undefined ? undefined : Number(found) * unit;
  };
  if (process.platform === 'linux') {
    return { command: [TIME_PROGRAM, '-v'], readPeak: reader(/Maximum resident set size \(kbytes\): (\d+)/g, 1024) };
  }
  if (process.platform === 'darwin') {
    return { command: [TIME_PROGRAM, '-l'], readPeak: reader(/(\d+)\s+maximum resident set size/g, 1) };
  }
  return undefined;
}

/** Linux without `time`: the highest mark among a process and its descendants, as far as they are alive when asked. */
function peakOfTree(root: number): number | undefined {
  if (!existsSync('/proc')) return undefined;
  const statuses = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const status = readStatus(name);
      return status === undefined
        ? []
        : { pid: Number(name), parent: readField(status, 'PPid'), peak: readField(status, 'VmHWM') };
    });
  const family = new Set([root]);
  for (let known = 0; known !== family.size;) {
    known = family.size;
    for (const { pid, parent } of statuses) if (parent !== undefined && family.has(parent)) family.add(pid);
  }
  return statuses
    .filter(({ pid }) => family.has(pid))
    .reduce<number | undefined>(
      (peak, status) => largest(peak, status.peak === undefined ? undefined : status.peak * 1024),
      undefined,
    );
}

/** A process may end between the listing and the reading. */
function readStatus(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return undefined;
  }
}

function readField(status: string, name: string): number | undefined {
  const value = new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1];
  return value === undefined ? undefined : Number(value);
}

function largest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}
