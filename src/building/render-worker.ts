/** A worker that makes files of a site: renders or takes over what it is sent, and says what it left. */
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { type CompiledTemplates, loadRenderer } from './compiled-templates.ts';
import { once } from '../lib/memoize.ts';
import type { FrameData } from '../views/frame.ts';
import { type CompressionOptions, type SiteFile, SiteFolder } from './site-folder.ts';

export interface WorkerSetup extends Pick<CompiledTemplates, 'entry'>, CompressionOptions {
  frame: FrameData;
  contentFolder: string;
  /** Folder of the site that is being made, and that of the last one. */
  site: string;
  last: string | undefined;
}

/** One file to be made: from its model, as JSON, or as it stands; or files of the last site to be taken over. */
export type Job = { path: string; json: string } | { path: string; text: string } | { path: string; keep: SiteFile[] };

export type WorkerReply = { files: SiteFile[][] } | { error: { message: string; stack: string | undefined } };

const { entry, frame, contentFolder, site, last: lastSite, hasBrotliPages } = workerData as WorkerSetup;
const folder = new SiteFolder(site);
/** A worker that only takes files over needs no templates. */
const getRenderer = once(() => loadRenderer(entry, frame, contentFolder));

/** One request after the other: answers are told apart by their order. */
let last = Promise.resolve();
parentPort?.on('message', (jobs: Job[]) => {
  last = last
    .then(() => makeAll(jobs))
    .then(
      (files) => reply({ files }),
      (error: unknown) => {
        const { message, stack } = error instanceof Error ? error : new Error(String(error));
        reply({ error: { message, stack } });
      },
    );
});

function reply(message: WorkerReply): void {
  parentPort?.postMessage(message);
}

async function makeAll(jobs: readonly Job[]): Promise<SiteFile[][]> {
  const files: SiteFile[][] = [];
  for (const job of jobs) files.push(await make(job));
  return files;
}

async function make(job: Job): Promise<SiteFile[]> {
  if ('keep' in job) {
    folder.takeOver(job.keep, lastSite ?? '');
    return job.keep;
  }
  const content = 'text' in job ? Buffer.from(job.text) : await render(job);
  return folder.write(fileName(job.path), content, { hasBrotliPages });
}

async function render({ path: sitePath, json }: { path: string; json: string }): Promise<Uint8Array> {
  return (await getRenderer()).render(sitePath, JSON.parse(json) as Record<string, unknown>);
}

/** `/craftsmen/` → `craftsmen/index.html` */
function fileName(sitePath: string): string {
  return path.posix.join(sitePath.slice(1), sitePath.endsWith('/') ? 'index.html' : '');
}
