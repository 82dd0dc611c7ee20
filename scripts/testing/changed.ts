import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findPackageProgram, projectRoot } from '../processes/node-process.ts';
import { testProjects } from './projects.ts';
import { nodeStep, type Step, vitestStep } from './steps.ts';

/** Tests that read files by themselves, where no import says so; the first reads every import. */
const ALWAYS = 'src/tests/architecture.test.ts';
const READERS: readonly { readonly read: RegExp; readonly tests: readonly string[] }[] = [
  {
    read: /^src\/tests\/fixtures\//,
    tests: ['src/tests/fixtures.test.ts', 'src/tests/issue-codes.test.ts', 'src/tests/issue-examples.test.ts'],
  },
  {
    read: /^[^/]+\.md$/,
    tests: ['src/tests/docs.test.ts', 'src/tests/editing-steps.test.ts', 'src/tests/issue-examples.test.ts'],
  },
  { read: /^content\//, tests: ['src/renderers/svg/render-svg.test.ts', 'src/renderers/wechat.test.ts'] },
];

/** Files that differ from the last commit, those not yet known to git too; of a clean tree those of the last commit. */
export function listChangedFiles(): string[] {
  const git = (...args: string[]): string[] =>
    execFileSync('git', ['-c', 'core.quotePath=false', ...args], { cwd: projectRoot, encoding: 'utf8' })
      .split('\n')
      .filter((line) => line !== '');
  const uncommitted = [...git('diff', '--name-only', 'HEAD'), ...git('ls-files', '--others', '--exclude-standard')];
  return uncommitted.length > 0 ? uncommitted : git('diff', '--name-only', 'HEAD~1', 'HEAD');
}

/** What `npm test -- changed` runs of a change: types, lint and format of its files, and the unit tests that can reach them. */
export function buildChangedSteps(changed: readonly string[]): Step[] {
  const [unit] = testProjects;
  const present = changed.filter((file) => existsSync(join(projectRoot, file)));
  const code = present.filter((file) => /^(?:src|scripts)\/.*\.(?:ts|astro)$|^[^/]+\.(?:ts|mjs)$/.test(file));
  const isCode = changed.some((file) => /\.(?:ts|astro|mjs)$/.test(file));
  const readers = READERS.flatMap(({ read, tests }) => (changed.some((file) => read.test(file)) ? tests : []));
  return [
    ...(isCode ? [typesStep(changed)] : []),
    ...(code.length > 0
      ? [{ ...nodeStep('lint', '检查代码（改过的文件）', ['scripts/lint.ts', ...code]), lane: 'right' } as const]
      : []),
    ...(present.length > 0 ? [formatStep(present)] : []),
    { ...vitestStep(unit, '单元测试（碰得到的）', relatedTests([...code, ALWAYS, ...readers])), lane: 'right' },
  ];
}

/** Components need astro check, which looks at everything anew; TypeScript alone remembers what it has checked. */
function typesStep(changed: readonly string[]): Step {
  if (changed.some((file) => file.endsWith('.astro')))
    return nodeStep('types', '检查类型（astro check）', ['scripts/types.ts']);
  const info = join('.cache', 'types.tsbuildinfo');
  const tsc = [findPackageProgram('typescript', 'tsc'), '--noEmit', '--incremental', '--tsBuildInfoFile', info];
  return nodeStep('types', '检查类型（tsc）', tsc);
}

function formatStep(files: readonly string[]): Step {
  const prettier = [findPackageProgram('prettier'), '--check', '--log-level=warn', '--ignore-unknown', ...files];
  return nodeStep('format', '检查格式（改过的文件）', prettier);
}

function relatedTests(files: readonly string[]): string[] {
  return ['related', '--run', ...new Set(files)];
}
