import { spawn } from 'node:child_process';
import { join, sep } from 'node:path';

const projectFolder = join(import.meta.dirname, '..', '..', '..');

export interface BuildResult {
  /** Null for a build that was killed. */
  readonly code: number | null;
  /** What the terminal shows, both streams together. */
  readonly output: string;
}

/** A build that goes on while a test does something to it. */
export interface RunningBuild {
  readonly pid: number | undefined;
  readonly done: Promise<BuildResult>;
  /** Resolves when its output has this text; rejects when it ends without. */
  readonly says: (text: string) => Promise<void>;
  /** Ends it with all its processes as a power cut would. */
  readonly kill: () => void;
}

export interface BuildOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** A command that is run in front of it, for example to lay a small disk under a folder. */
  readonly within?: readonly string[];
}

/** Starts `npm run build`'s own program on a content folder. */
export function startBuild(contentFolder: string, outFolder: string, options: BuildOptions = {}): RunningBuild {
  const program = [process.execPath, join('scripts', 'build.ts')] as const;
  const [command, ...args] = options.within?.[0] === undefined ? program : [...options.within, ...program];
  const child = spawn(command, args, {
    cwd: projectFolder,
    env: { ...process.env, ...options.env, SITE: `${contentFolder}${sep}`, OUT_DIR: outFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that its children are killed with it.
    detached: true,
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const done = new Promise<BuildResult>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => {
      resolve({ code, output });
    });
  });
  return {
    pid: child.pid,
    done,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (output.includes(text)) resolve();
        };
        listeners.add(look);
        look();
        void done.then(() => {
          reject(new Error(`The build ended without 「${text}」: ${output}`));
        });
      }),
    kill: () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    },
  };
}
