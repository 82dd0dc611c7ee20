import type { ProcessRun } from './measure-process.ts';

/** The steps that our build names as it goes, in order. */
export const PHASES = {
  check: '检查内容',
  pages: '生成页面和搜索索引',
  replace: '换上新网站',
} as const;
export type Phase = keyof typeof PHASES;
export const phaseNames = Object.keys(PHASES) as Phase[];

/** One run of a generator in figures. */
export interface Measurement {
  seconds: number;
  /** Processor time, which tells more than `seconds` on a machine that has other work. */
  cpuSeconds: number | undefined;
  peakBytes: number | undefined;
  /** Seconds of each step; of other generators none. */
  phases: Partial<Record<Phase, number>>;
}

export function toMeasurement(run: ProcessRun): Measurement {
  const starts = phaseNames.flatMap((phase) => {
    const line = run.lines.find(({ text }) => text.startsWith(`· ${PHASES[phase]}`));
    return line ? [{ phase, atSeconds: line.atSeconds }] : [];
  });
  const phases: Measurement['phases'] = Object.fromEntries(
    starts.map(({ phase, atSeconds }, at) => [phase, (starts[at + 1]?.atSeconds ?? run.seconds) - atSeconds]),
  );
  return {
    seconds: run.seconds,
    cpuSeconds: run.cpuSeconds,
    peakBytes: run.peakBytes,
    phases,
  };
}
