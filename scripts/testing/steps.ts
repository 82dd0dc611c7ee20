import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { buildStarterSite } from '../../src/authoring/starter-site.ts';
import { todayInChina } from '../../src/integrations/settings.ts';
import { findPackageProgram, projectRoot, runNode } from '../processes/node-process.ts';
import { listSiteNames } from '../sites/built-site.ts';
import { STARTER_SITE, starterContentFolder, testSitesFolder, TEST_SITES_VARIABLE } from '../sites/test-sites.ts';
import { testProjects } from './projects.ts';
import { countTests, type TestCount, type VitestReport } from './vitest-report.ts';

/** Where what a step prints goes: undefined for the terminal. */
export type Write = ((text: string) => void) | undefined;

export interface Step {
  /** Names the step on the command line: `npm test -- types lint`. */
  readonly name: string;
  /** What the terminal shows. */
  readonly title: string;
  /** Steps of one lane run one after the other, `left` and `right` at the same time; `after` what needs both, as the built sites. */
  readonly lane: 'left' | 'right' | 'after';
  readonly run: (write: Write) => Promise<TestCount>;
}

const reportsFolder = join(projectRoot, '.cache', 'test-reports');
/** Half of a browser test is waiting: three files at a time keep two processors busy. */
const BROWSER_WORKERS = Math.ceil(availableParallelism() * 1.5);

function toCount(exitCode: number): TestCount {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** A step that is one program. */
export function nodeStep(name: string, title: string, args: readonly string[]): Step {
  return { name, title, lane: 'left', run: async (write) => toCount(await runNode(args, {}, write)) };
}

function buildStep(site: string): Step {
  return {
    name: 'build',
    title: `构建 ${site}`,
    lane: 'right',
    run: async (write) => {
      const outFolder = join(testSitesFolder(), site);
      rmSync(outFolder, { recursive: true, force: true });
      const content = site === STARTER_SITE ? `${writeStarterContent()}/` : site;
      return toCount(await runNode(['scripts/build.ts'], { SITE: content, OUT_DIR: outFolder }, write));
    },
  };
}

/** What `npm run new -- site` writes for a city that nobody has written anything for yet. */
function writeStarterContent(): string {
  const folder = starterContentFolder();
  rmSync(folder, { recursive: true, force: true });
  const files = buildStarterSite({
    city: '威海市',
    shortCity: '威海',
    title: '威海匠册',
    url: 'https://example.org/weihai/',
    publisher: '威海匠册编辑部',
    colours: 'green',
    today: todayInChina(),
  });
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

function readReport(path: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as VitestReport;
  } catch {
    return undefined;
  }
}

/**
 * A step that is tests of one project.
 *
 * @param args what follows `vitest`: `['run']`, or `['related', '--run', …files]`
 */
export function vitestStep(
  project: (typeof testProjects)[number],
  title: string,
  args: readonly string[] = ['run'],
): Step {
  const run = async (write: Write): Promise<TestCount> => {
    mkdirSync(reportsFolder, { recursive: true });
    const reportPath = join(reportsFolder, `${project.name}.json`);
    rmSync(reportPath, { force: true });
    const exitCode = await runNode(
      [
        findPackageProgram('vitest'),
        ...args,
        '--project',
        project.name,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reportPath}`,
        ...(project.name === 'browser' ? [`--maxWorkers=${String(BROWSER_WORKERS)}`] : []),
      ],
      { [TEST_SITES_VARIABLE]: testSitesFolder() },
      write,
    );
    return countTests(readReport(reportPath), exitCode);
  };
  return { name: project.name, title, lane: project.name === 'unit' ? 'left' : 'after', run };
}

/** Everything that continuous integration runs, each lane in order. */
export function buildSteps(): Step[] {
  const sites = listSiteNames();
  const [unit, built, browser] = testProjects;
  return [
    ...sites.map((site) => nodeStep('check', `检查内容 ${site}`, ['scripts/check.ts', join('content', site)])),
    nodeStep('types', '检查类型（astro check）', ['scripts/types.ts']),
    nodeStep('lint', '检查代码（eslint）', ['scripts/lint.ts']),
    nodeStep('format', '检查格式（prettier）', [findPackageProgram('prettier'), '--check', '--log-level=warn', '.']),
    vitestStep(unit, '单元测试'),
    ...[...sites, STARTER_SITE].map(buildStep),
    vitestStep(built, '成品测试'),
    vitestStep(browser, '浏览器测试'),
  ];
}
