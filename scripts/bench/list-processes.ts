import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export interface SystemProcess {
  pid: number;
  parent: number;
  /** Linux: the most it ever had in memory. macOS: what it has now. */
  peakBytes: number;
  /** Linux: what it shares with others, such as the program itself, by its share. macOS: all it has in memory. */
  ownBytes: number;
  /** Time it has had on a processor; undefined on macOS. */
  cpuSeconds: number | undefined;
}

/** Linux counts processor time in hundredths of a second, whatever its clock. */
const TICKS_PER_SECOND = 100;
/** Fields of /proc/PID/stat after the name, which may hold anything: the parent, time in the program and in the system for it. */
const STAT = { parent: 1, user: 11, system: 12 } as const;

/** A process and all that it started, directly or not. Empty where the system has neither /proc nor `ps`. */
export async function listFamily(root: number): Promise<SystemProcess[]> {
  if (process.platform === 'linux') return listFromProc(root);
  return process.platform === 'win32' ? [] : findFamily(root, await listFromPs());
}

/** Looks at each process of the system once, and closely only at the family. */
async function listFromProc(root: number): Promise<SystemProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const all = (await Promise.all(pids.map(readStat))).flatMap((known) => known ?? []);
  const family = await Promise.all(
    findFamily(root, all).map(async (member) => {
      const [status = '', memory = ''] = await Promise.all(
        ['status', 'smaps_rollup'].map((file) => readProcFile(member.pid, file)),
      );
      const [peak, own] = [readField(status, 'VmHWM'), readField(memory, 'Pss')];
      return peak === undefined || own === undefined
        ? []
        : [{ ...member, peakBytes: peak * 1024, ownBytes: own * 1024 }];
    }),
  );
  return family.flat();
}

async function readStat(pid: number): Promise<{ pid: number; parent: number; cpuSeconds: number } | undefined> {
  const stat = await readProcFile(pid, 'stat');
  if (stat === '') return undefined;
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const { [STAT.parent]: parent = 0, [STAT.user]: user = 0, [STAT.system]: system = 0 } = fields;
  return { pid, parent, cpuSeconds: (user + system) / TICKS_PER_SECOND };
}

/** A process may end between the listing and the reading: then its files are empty. */
function readProcFile(pid: number, name: string): Promise<string> {
  return readFile(`/proc/${String(pid)}/${name}`, 'utf8').catch(() => '');
}

function readField(text: string, name: string): number | undefined {
  const value = new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(text)?.[1];
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
        : [{ pid, parent, peakBytes: kilobytes * 1024, ownBytes: kilobytes * 1024, cpuSeconds: undefined }],
    );
}

function findFamily<Known extends { pid: number; parent: number }>(root: number, processes: readonly Known[]): Known[] {
  const family = new Set([root]);
  for (let known = 0; known !== family.size;) {
    known = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }
  return processes.filter(({ pid }) => family.has(pid));
}
