import type { Bench } from './bench.ts';
import { buildBench } from './build.ts';
import { chartsBench } from './charts.ts';
import { deskBench } from './desk.ts';
import { devBench } from './dev.ts';
import { faultsBench } from './faults.ts';
import { importBench } from './import.ts';
import { incrementalBench } from './incremental.ts';
import { lighthouseBench } from './lighthouse.ts';
import { namesBench } from './names.ts';
import { pageWeightBench } from './page-weight.ts';
import { publishBench } from './publish.ts';
import { searchBench } from './search.ts';
import { servingBench } from './serving.ts';

/** All benches by the name that `--only` takes. A new one is a module beside this with a line here. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  build: buildBench,
  incremental: incrementalBench,
  dev: devBench,
  desk: deskBench,
  'page-weight': pageWeightBench,
  charts: chartsBench,
  import: importBench,
  names: namesBench,
  lighthouse: lighthouseBench,
  publish: publishBench,
  search: searchBench,
  serving: servingBench,
  faults: faultsBench,
};
