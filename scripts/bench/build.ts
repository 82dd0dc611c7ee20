import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../sites/built-site.ts';
import { writeSyntheticSite } from '../generate/write.ts';
import { findPackageProgram, projectRoot } from '../processes/node-process.ts';
import type { Bench, BenchOptions } from './bench.ts';
import { type Measurement, toMeasurement } from './build-phases.ts';
import { describeBuild, type MeasuredGenerator } from './build-report.ts';
import { weighDirectories } from './directories.ts';
import { buildEleventyProject } from './eleventy.ts';
import { formatMemory, formatSeconds } from './figures.ts';
import { buildHugoProject } from './hugo.ts';
import { measureProcess, type ProcessRequest } from './measure-process.ts';
import { readPeerContent } from './peer-content.ts';
import { writeProject } from './project-files.ts';

const SEED = 1;
/** What outlasts a build. */
export const CACHE = path.join(projectRoot, 'node_modules', '.cache', 'jiangce');

/** A site generator that is started once a round, each time with an output folder of its own. */
export interface Generator {
  name: string;
  start: (output: string) => ProcessRequest;
}

/** The whole build of a large invented city beside Eleventy and Hugo on the same profiles, in turns: A B A B. */
export const buildBench: Bench = {
  title: '大站构建：用时和内存',
  async run(options) {
    const content = path.join(options.folder, 'content');
    options.report(`写 ${String(options.profiles)} 位虚构人物`);
    await writeSyntheticSite(content, { profiles: options.profiles, seed: SEED });
    const { ours, eleventy, others } = await prepareGenerators(content, options.folder);
    const checks = await measureInTurns([prepareCheck(content)], options);
    const all = await measureInTurns([ours, eleventy, ...others], options);
    const toMeasured = ({ name }: Generator): MeasuredGenerator => ({
      name,
      runs: all.get(name) ?? [],
      pages: listFiles(outputOf(name, 1, options)).filter((file) => file.endsWith('.html')).length,
    });
    return describeBuild({
      options,
      ours: toMeasured(ours),
      eleventy: toMeasured(eleventy),
      others: others.map(toMeasured),
      checks: [...checks.values()].flat(),
      directories: await weighDirectories(outputOf(ours.name, 1, options)),
    });
  },
};

/** Outputs of all rounds are kept to the end: deleting many files slows down the writing of others just after. */
const outputOf = (name: string, round: number, { folder }: BenchOptions): string =>
  path.join(folder, `${name}-${String(round)}`);

async function measureInTurns(
  generators: readonly Generator[],
  options: BenchOptions,
): Promise<Map<string, Measurement[]>> {
  const measured = new Map<string, Measurement[]>(generators.map(({ name }) => [name, []]));
  for (let round = 1; round <= options.runs; round += 1) {
    for (const { name, start } of generators) {
      // As on the first day: no templates compiled, no file parsed.
      rmSync(CACHE, { recursive: true, force: true });
      const measurement = toMeasurement(await measureProcess(start(outputOf(name, round, options))));
      measured.get(name)?.push(measurement);
      options.report(
        `第 ${String(round)} 轮，${name}：${formatSeconds(measurement.seconds)}，${formatMemory(measurement.peakBytes)}`,
      );
    }
  }
  return measured;
}

function prepareCheck(content: string): Generator {
  const command = [process.execPath, path.join(projectRoot, 'scripts', 'check.ts'), content];
  return { name: 'npm run check', start: () => ({ command, cwd: projectRoot }) };
}

/** Our build, Eleventy's and those of others that are installed, on the same profiles. */
export async function prepareGenerators(
  content: string,
  folder: string,
): Promise<{ ours: Generator; eleventy: Generator; others: Generator[] }> {
  const peers = await readPeerContent(content);
  const eleventyFolder = path.join(folder, 'eleventy');
  await writeProject(eleventyFolder, buildEleventyProject(peers));
  const build = [process.execPath, path.join(projectRoot, 'scripts', 'build.ts')];
  const eleventy = [process.execPath, findPackageProgram('@11ty/eleventy', 'eleventy'), '--quiet'];
  const hugoVersion = findHugoVersion();
  const hugoFolder = path.join(folder, 'hugo');
  if (hugoVersion !== undefined) await writeProject(hugoFolder, buildHugoProject(peers));
  return {
    ours: {
      name: '匠册',
      start: (output) => ({
        command: build,
        cwd: projectRoot,
        env: { SITE: `${content}${path.sep}`, OUT_DIR: output },
      }),
    },
    eleventy: {
      name: 'Eleventy 3.1.2',
      start: (output) => ({ command: [...eleventy, `--output=${output}`], cwd: eleventyFolder }),
    },
    others:
      hugoVersion === undefined
        ? []
        : [
            {
              name: `Hugo ${hugoVersion}`,
              start: (output) => ({ command: ['hugo', '--quiet', '--destination', output], cwd: hugoFolder }),
            },
          ],
  };
}

/** Version of the installed Hugo; undefined where there is none. */
function findHugoVersion(): string | undefined {
  const { error, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return error ? undefined : /v(\d[\d.]*)/.exec(stdout)?.[1];
}
