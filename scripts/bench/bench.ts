/** What every bench is told. */
export interface BenchOptions {
  /** People of the synthetic site. */
  profiles: number;
  /** Times each program runs; the medians are shown. */
  runs: number;
  /** An empty folder of this bench alone; removed afterwards. */
  folder: string;
  /** Shows a line of progress. */
  report: (line: string) => void;
}

/** A table for the terminal. */
export interface BenchTable {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** Sentences below the table. */
  notes: readonly string[];
}

export interface BenchResult {
  tables: readonly BenchTable[];
  /** The same for `--json`: plain data, seconds and bytes. */
  data: unknown;
}

export interface Bench {
  /** What it measures, in a few words. */
  title: string;
  run: (options: BenchOptions) => Promise<BenchResult>;
}
