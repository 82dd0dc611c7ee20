import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export interface SystemProcess {
  pid: number;
  parent: number;
  /** Linux: the most it ever had in memory. macOS: what it has now. */
  peakBytes: number;
}

/** All processes with their memory. Empty where the system has neither /proc nor `ps`. */
export async function listProcesses(): Promise<SystemProcess[]> {
  if (process.platform === 'linux') return listFromProc();
  return process.platform === 'win32' ? [] : listFromPs();
}

async function listFromProc(): Promise<SystemProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  // A process may end between the listing and the reading.
  const statuses = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')));
  return statuses.flatMap((status, at) => {
    const parent = readField(status, 'PPid');
    // Kernel threads have no memory of their own.
    const peakKilobytes = readField(status, 'VmHWM');
    return parent === undefined || peakKilobytes === undefined
      ? []
      : [{ pid: Number(pids[at]), parent, peakBytes: peakKilobytes * 1024 }];
  });
}

function readField(status: string, name: string): number | undefined {
  const value = new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1];
  return value === undefined ? undefined : Number(value);
}

async function listFromPs(): Promise<SystemProcess[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss='], { maxBuffer: 1e7 }).catch(() => ({
    stdout: '',
  }));
  return stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, parent, kilobytes]) =>
      pid === undefined || parent === undefined || kilobytes === undefined
        ? []
        : [{ pid, parent, peakBytes: kilobytes * 1024 }],
    );
}
