/** `npm run publish`: builds the site of SITE and brings it to a target of its `publish.json`, or to a folder. */
import { existsSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { recordPublished } from '../src/authoring/published-figures.ts';
import { digestCode } from '../src/building/code-digest.ts';
import { buildSite } from '../src/building/build-site.ts';
import { describeFailure, shorten } from '../src/building/failures.ts';
import { findWithdrawnIds } from '../src/catalogue/withdrawn-ids.ts';
import { contentFolder, contentLabel, outputFolder, todayInChina } from '../src/integrations/settings.ts';
import { ContentFolder } from '../src/opening/content-folder.ts';
import type { OpenedSite } from '../src/opening/open-site.ts';
import { readSecrets } from '../src/publishing/access.ts';
import { PublishFailure, TargetBusy } from '../src/publishing/failures.ts';
import {
  goBack,
  listReleases,
  planPublish,
  publish,
  type PublishOptions,
  type PublishPlan,
} from '../src/publishing/publish.ts';
import { provePublic } from '../src/publishing/prove.ts';
import { nodeFileSystem } from '../src/reader/file-system.ts';
import { PublishSchema, type PublishTarget } from '../src/schemas/publish.ts';
import { parseCommandLine, runCommand, UsageError } from './command-line/arguments.ts';
import { describePlan, describeProgress, describeReleases, describeResult } from '../src/publishing/describe.ts';
import { readBuiltFiles } from '../src/publishing/known-digests.ts';
import { describeProof } from '../src/publishing/describe-proof.ts';

const USAGE = [
  '用法：npm run publish [-- 目的地 | --to 文件夹]',
  '  --dry-run 只看要发什么；--yes 不再问；--list 看留着的版本；--back 退回前一版；--release 版本号 退到那一版',
].join('\n');

/** For scripts: 1 failed, 2 typed wrong, 3 somebody else is publishing, 4 not confirmed, 5 sent, but visitors see something else. */
const EXIT = { done: 0, failed: 1, busy: 3, declined: 4, unproven: 5 } as const;

await runCommand(USAGE, async () => {
  const request = readArguments();
  const folder = contentFolder();
  const stop = new AbortController();
  process.once('SIGINT', () => {
    process.stderr.write('\n正在停下……\n');
    stop.abort(new PublishFailure('停下了。网站照常能看；再运行一次，就接着发。'));
  });
  try {
    return await run(request, folder, stop.signal);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const message =
      error instanceof PublishFailure ? error.message : describeFailure(error, { folder, label: contentLabel(folder) });
    process.stderr.write(`${message}\n`);
    return error instanceof TargetBusy ? EXIT.busy : EXIT.failed;
  }
});

interface Request {
  target: string | undefined;
  to: string | undefined;
  isTrial: boolean;
  isSure: boolean;
  isList: boolean;
  isBack: boolean;
  release: string | undefined;
}

function readArguments(): Request {
  const { values, positionals } = parseCommandLine({
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      back: { type: 'boolean', default: false },
      release: { type: 'string' },
    },
  });
  if (positionals.length > 1 || (positionals.length === 1 && values.to !== undefined))
    throw new UsageError('一次发布到一个目的地。');
  return {
    target: positionals[0],
    to: values.to,
    isTrial: values['dry-run'],
    isSure: values.yes,
    isList: values.list,
    isBack: values.back || values.release !== undefined,
    release: values.release,
  };
}

async function run(request: Request, folder: string, signal: AbortSignal): Promise<number> {
  const opened = await new ContentFolder(folder, digestCode()).open();
  const target = chooseTarget(request, opened);
  const options: PublishOptions = {
    secrets: readSecrets(process.env),
    who: `${userInfo().username}（在 ${hostname()} 上）`,
    signal,
    onProgress: progressWriter(),
  };
  const withdrawn = findWithdrawnIds(opened.raw);
  if (request.isList) return list(target, options);
  if (request.isBack) return back(request, { target, withdrawn, options });
  return send(request, { folder, target, withdrawn, options });
}

interface Job {
  target: PublishTarget;
  withdrawn: string[];
  options: PublishOptions;
}

async function list(target: PublishTarget, options: PublishOptions): Promise<number> {
  process.stdout.write(`${describeReleases(await listReleases(target, options)) || '那里还没有发布过。'}\n`);
  return EXIT.done;
}

async function back(request: Request, { target, withdrawn, options }: Job): Promise<number> {
  if (!(await confirm(`让「${target.name}」退回${request.release ?? '前一版'}吗？`, request))) return EXIT.declined;
  const started = performance.now();
  const { release } = await goBack(target, { id: request.release, withdrawn }, options);
  process.stdout.write(`退回到 ${release}，用时 ${seconds(started)} 秒。\n`);
  return EXIT.done;
}

async function send(
  request: Request,
  { folder, target, withdrawn, options }: Job & { folder: string },
): Promise<number> {
  const output = await build(folder);
  const plan = await planPublish({ folder: output, files: readBuiltFiles(output), withdrawn }, target, options);
  if (plan.isUpToDate) {
    process.stdout.write(`「${target.name}」已经是这一版，不用发。\n`);
    await record(request, { folder, output });
    return EXIT.done;
  }
  process.stdout.write(`${describePlan(plan)}\n`);
  if (request.isTrial) return EXIT.done;
  if (!(await confirm('发布吗？', request))) return EXIT.declined;
  const started = performance.now();
  const result = await publish(plan, options);
  process.stdout.write(`${describeResult(result)}，用时 ${seconds(started)} 秒。\n`);
  await record(request, { folder, output });
  return prove(plan, options);
}

/** Keeps in mind what readers have seen. A folder that was named by hand may be a trial. */
async function record({ to }: Request, place: { folder: string; output: string }): Promise<void> {
  if (to !== undefined) return;
  const told = await recordPublished({ ...place, by: 'npm run publish' }, nodeFileSystem);
  if (told !== undefined) process.stdout.write(`${told}\n`);
}

/** Looks at the public address, where one is given. Gives the exit code. */
async function prove({ target, site, pages }: PublishPlan, { signal }: PublishOptions): Promise<number> {
  if (target.publicUrl === undefined || target.kind === 'zip') return EXIT.done;
  const proof = await provePublic(site, { publicUrl: target.publicUrl, pages, signal });
  process.stdout.write(`${describeProof(proof)}\n`);
  return proof.differences.length > 0 ? EXIT.unproven : EXIT.done;
}

/** The target that was named, or the first one of the site. */
function chooseTarget({ target, to }: Request, { raw }: OpenedSite): PublishTarget {
  if (to !== undefined) return { kind: 'folder', id: 'to', name: shorten(path.resolve(to)), path: to };
  const settings = raw.entries.find(({ kind }) => kind === 'publish');
  if (!settings) throw new UsageError('还没有写发布到哪里：在内容文件夹里写 publish.json，或者用 --to 指一个文件夹。');
  const { success, data } = PublishSchema.safeParse(settings.value);
  if (!success) throw new PublishFailure(`${settings.file} 有错误，运行 npm run check 看看。`);
  const found = target === undefined ? data.targets[0] : data.targets.find(({ id }) => id === target);
  if (found) return found;
  throw new UsageError(`没有「${String(target)}」这个目的地。有的是：${data.targets.map(({ id }) => id).join('、')}。`);
}

/** Builds what changed, and gives the folder of the site. */
async function build(folder: string): Promise<string> {
  const output = outputFolder();
  await buildSite({
    folder,
    label: contentLabel(folder),
    output,
    today: todayInChina(),
    isClean: false,
    onStage: (stage) => process.stdout.write(`· ${stage}\n`),
    onRemark: (text) => process.stderr.write(`${text}\n`),
  });
  if (!existsSync(output)) throw new Error(`${output} is not there.`);
  return output;
}

async function confirm(question: string, { isSure }: Request): Promise<boolean> {
  if (isSure) return true;
  if (!process.stdin.isTTY) throw new UsageError('这里不能问你，要发就加 --yes。');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await lines.question(`${question}（y 是，回车否）`);
  lines.close();
  return /^(?:y|yes|是)$/i.test(answer.trim());
}

/** Writes over one line on a terminal; elsewhere says each stage once. */
function progressWriter(): NonNullable<PublishOptions['onProgress']> {
  let started: number | undefined;
  let last: string | undefined;
  return (progress) => {
    started ??= performance.now();
    const line = describeProgress(progress, performance.now() - started);
    if (process.stdout.isTTY) {
      process.stdout.write(`\r\u001b[K${line}${progress.done === progress.total ? '\n' : ''}`);
    } else if (progress.stage !== last) process.stdout.write(`${line}\n`);
    last = progress.stage;
  };
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}
