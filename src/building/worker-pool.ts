import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SiteFile } from './site-folder.ts';
import type { Job, WorkerReply, WorkerSetup } from './render-worker.ts';

/** More have nothing to do while one thread makes models for all of them. */
const MOST_WORKERS = 4;
/** Requests that wait at a worker: one to begin when the last is done. */
const MOST_WAITING = 2;
/** A smaller young generation takes 100 MB off a large site, in the same time. */
const LIMITS = { maxYoungGenerationSizeMb: 16 } as const;

interface Member {
  worker: Worker;
  waiting: { resolve: (files: SiteFile[][]) => void; reject: (error: unknown) => void }[];
}

/** Workers that make files of a site, on all processors. */
export class WorkerPool {
  readonly #members: Member[] = [];
  readonly #setup: WorkerSetup;
  #freed: (() => void)[] = [];
  /** What ended a worker; from then on nothing more is made. */
  #failure: Error | undefined;

  constructor(setup: WorkerSetup) {
    this.#setup = setup;
  }

  /**
   * Gives jobs to the worker that has least to do, when there is one that can take them.
   *
   * @returns once they are given; what is made of them, the files of each job, comes with `done`
   */
  async give(jobs: readonly Job[]): Promise<{ done: Promise<SiteFile[][]> }> {
    let member = this.#findFree();
    while (!member) {
      await new Promise<void>((resolve) => this.#freed.push(resolve));
      member = this.#findFree();
    }
    if (this.#failure) throw this.#failure;
    const { waiting, worker } = member;
    const done = new Promise<SiteFile[][]>((resolve, reject) => waiting.push({ resolve, reject }));
    // Whoever waits for all jobs hears of it.
    done.catch(() => undefined);
    worker.postMessage(jobs);
    return { done };
  }

  async stop(): Promise<void> {
    await Promise.all(this.#members.map(({ worker }) => worker.terminate()));
  }

  #findFree(): Member | undefined {
    const [least] = this.#members.toSorted((a, b) => a.waiting.length - b.waiting.length);
    if (least && (least.waiting.length === 0 || !this.#canGrow())) {
      return least.waiting.length < MOST_WAITING ? least : undefined;
    }
    return this.#start();
  }

  /** A site with little to do anew needs one worker. */
  #canGrow(): boolean {
    return this.#members.length < Math.min(MOST_WORKERS, availableParallelism());
  }

  #start(): Member {
    const worker = new Worker(new URL('render-worker.ts', import.meta.url), {
      workerData: this.#setup,
      resourceLimits: LIMITS,
    });
    const member: Member = { worker, waiting: [] };
    const settle = (): void => {
      for (const resolve of this.#freed.splice(0)) resolve();
    };
    worker.on('message', (reply: WorkerReply) => {
      const asked = member.waiting.shift();
      if ('files' in reply) asked?.resolve(reply.files);
      else asked?.reject(Object.assign(new Error(reply.error.message), reply.error));
      settle();
    });
    worker.on('error', (thrown) => {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      this.#failure ??= error;
      for (const { reject } of member.waiting.splice(0)) reject(error);
      settle();
    });
    this.#members.push(member);
    return member;
  }
}
