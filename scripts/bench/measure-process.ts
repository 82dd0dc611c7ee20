import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { listFamily } from './list-processes.ts';

export interface ProcessRun {
  seconds: number;
  /**
   * Most memory of the program and all that it started together; undefined where the system does not tell. What two processes
   * share counts once on Linux, else twice.
   */
  peakBytes: number | undefined;
  /** Processor time of all of them; undefined where the system does not tell. */
  cpuSeconds: number | undefined;
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
  const run: ProcessRun = { seconds: 0, peakBytes: undefined, cpuSeconds: undefined, lines: [] };
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
  const cpuOf = new Map<number, number>();
  const watch = async (): Promise<void> => {
    while (!isOver && child.pid !== undefined) {
      const family = await listFamily(child.pid);
      const together = family.reduce((sum, member) => sum + member.ownBytes, 0);
      // A peak between two looks is seen of one process, though not of all together.
      const bytes = Math.max(together, ...family.map((member) => member.peakBytes));
      if (bytes > 0) run.peakBytes = Math.max(bytes, run.peakBytes ?? 0);
      for (const { pid, cpuSeconds } of family) if (cpuSeconds !== undefined) cpuOf.set(pid, cpuSeconds);
      if (cpuOf.size > 0) run.cpuSeconds = sumOf(cpuOf.values());
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

function sumOf(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
