import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { listProcesses, type SystemProcess } from './list-processes.ts';

export interface ProcessRun {
  seconds: number;
  /** Largest resident size of one process so far, each time it was asked for; empty where the system does not tell. */
  peaks: { atSeconds: number; bytes: number }[];
  /** Lines of standard output with the second they came. */
  lines: { text: string; atSeconds: number }[];
}

export interface ProcessRequest {
  /** Program and arguments. */
  command: readonly string[];
  cwd: string;
  env?: Readonly<Record<string, string>>;
}

const POLL_MS = 250;

/** Runs a program to its end. Throws with its output if it fails. */
export async function measureProcess({ command, cwd, env = {} }: ProcessRequest): Promise<ProcessRun> {
  const [program = '', ...args] = command;
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1000;
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const run: ProcessRun = { seconds: 0, peaks: [], lines: [] };
  let errors = '';
  createInterface({ input: child.stdout }).on('line', (text) => {
    run.lines.push({ text, atSeconds: elapsed() });
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = `${errors}${text}`.slice(-20_000);
  });
  const stop = (): void => void child.kill();
  process.prependListener('exit', stop);
  let isOver = false;
  const watch = async (): Promise<void> => {
    while (!isOver && child.pid !== undefined) {
      const bytes = Math.max(0, ...findFamily(child.pid, await listProcesses()).map((member) => member.peakBytes));
      if (bytes > 0) run.peaks.push({ atSeconds: elapsed(), bytes: Math.max(bytes, run.peaks.at(-1)?.bytes ?? 0) });
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  };
  const watching = watch();
  try {
    const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
    run.seconds = elapsed();
    if (code === 0) return run;
    const output = run.lines.map(({ text }) => text).join('\n');
    throw new Error(`没有成功：${command.join(' ')}\n${output.slice(-20_000)}\n${errors}`);
  } finally {
    process.off('exit', stop);
    isOver = true;
    await watching;
  }
}

/** Largest resident size until a second of the run; undefined where the system does not tell. */
export function peakUntil(
  { peaks }: Pick<ProcessRun, 'peaks'>,
  seconds = Number.POSITIVE_INFINITY,
): number | undefined {
  return peaks.findLast(({ atSeconds }) => atSeconds <= seconds)?.bytes;
}

/** A process and all that it started, directly or not. */
function findFamily(root: number, processes: readonly SystemProcess[]): SystemProcess[] {
  const family = new Set([root]);
  for (let known = 0; known !== family.size;) {
    known = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }
  return processes.filter(({ pid }) => family.has(pid));
}
