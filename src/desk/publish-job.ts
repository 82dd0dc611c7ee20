import { hostname, userInfo } from 'node:os';
import { recordPublished } from '../authoring/published-figures.ts';
import { buildSite } from '../building/build-site.ts';
import { BuildFailure, describeFailure } from '../building/failures.ts';
import { todayInChina } from '../integrations/settings.ts';
import { readSecrets } from '../publishing/access.ts';
import { describeProgress, describeResult } from '../publishing/describe.ts';
import { PublishFailure } from '../publishing/failures.ts';
import { readBuiltFiles } from '../publishing/known-digests.ts';
import {
  goBack,
  listReleases,
  planPublish,
  publish,
  type PublishOptions,
  type PublishPlan,
} from '../publishing/publish.ts';
import { nodeFileSystem } from '../reader/file-system.ts';
import type { PublishTarget } from '../schemas/publish.ts';

/** What a publish would change, as the page shows it. */
export interface PlannedRelease {
  target: string;
  added: readonly string[];
  changed: readonly string[];
  gone: readonly string[];
  files: number;
  bytes: number;
  isUpToDate: boolean;
  clearedReleases: readonly string[];
}

/** The one long work that the desk does at a time; it is still told after the page was loaded again. */
export interface JobState {
  kind: 'plan' | 'publish' | 'back';
  target: string;
  isRunning: boolean;
  /** How far it is, in words. */
  progress: string;
  plan?: PlannedRelease | undefined;
  /** What was done, in words. */
  result?: string | undefined;
  fault?: string | undefined;
}

export interface PublishPlace {
  folder: string;
  label: string;
  /** Where the site is built. */
  output: string;
}

/** Builds, compares, sends and takes back, one thing at a time, by the functions of `npm run publish`. */
export class PublishJobs {
  readonly #place: PublishPlace;
  readonly #onChange: () => void;
  #state: JobState | undefined;
  #plan: PublishPlan | undefined;
  #stop = new AbortController();

  constructor(place: PublishPlace, onChange: () => void) {
    this.#place = place;
    this.#onChange = onChange;
  }

  get state(): JobState | undefined {
    return this.#state;
  }

  /** Builds what changed and compares it with what is there. False while another work runs. */
  plan(target: PublishTarget, withdrawn: string[]): boolean {
    return this.#run('plan', target, async () => {
      const { folder, label, output } = this.#place;
      await buildSite({
        folder,
        label,
        output,
        today: todayInChina(),
        isClean: false,
        onStage: (stage) => this.#tell({ progress: stage }),
        onRemark: () => undefined,
      });
      this.#tell({ progress: '与网上的对照' });
      const plan = await planPublish(
        { folder: output, files: readBuiltFiles(output), withdrawn },
        target,
        this.#options(),
      );
      this.#plan = plan;
      this.#tell({ plan: describe(plan) });
    });
  }

  /** Sends what was planned last. */
  send(): boolean {
    const plan = this.#plan;
    if (!plan) return false;
    return this.#run('publish', plan.target, async () => {
      const started = performance.now();
      const result = await publish(plan, {
        ...this.#options(),
        onProgress: (progress) =>
          this.#tell({ progress: describeProgress(progress, performance.now() - started).slice(2) }),
      });
      this.#plan = undefined;
      const { folder, output } = this.#place;
      const told = await recordPublished({ folder, output, by: '编辑台' }, nodeFileSystem);
      this.#tell({ result: `${describeResult(result)}。${told ?? ''}` });
    });
  }

  /** Lets visitors see an earlier release again. */
  goBack(target: PublishTarget, id: string | undefined, withdrawn: readonly string[]): boolean {
    return this.#run('back', target, async () => {
      const { release } = await goBack(target, { id, withdrawn }, this.#options());
      this.#tell({ result: `网上现在是 ${release} 这一版。内容没有动，再发布一次就又是新的。` });
    });
  }

  async releases(target: PublishTarget): Promise<Awaited<ReturnType<typeof listReleases>>> {
    return target.kind === 'zip' ? [] : listReleases(target, this.#options());
  }

  stop(): void {
    this.#stop.abort(new PublishFailure('停下了。网站照常能看；再发布一次，就接着发。'));
  }

  #options(): PublishOptions {
    return {
      secrets: readSecrets(process.env),
      who: `${userInfo().username}（在 ${hostname()} 上）`,
      signal: this.#stop.signal,
    };
  }

  #run(kind: JobState['kind'], target: PublishTarget, work: () => Promise<void>): boolean {
    if (this.#state?.isRunning === true) return false;
    this.#stop = new AbortController();
    this.#state = { kind, target: target.name, isRunning: true, progress: '' };
    this.#onChange();
    work().then(
      () => this.#tell({ isRunning: false }),
      (error: unknown) => this.#tell({ isRunning: false, fault: this.#explain(error) }),
    );
    return true;
  }

  #tell(news: Partial<JobState>): void {
    if (this.#state) this.#state = { ...this.#state, ...news };
    this.#onChange();
  }

  #explain(error: unknown): string {
    if (error instanceof PublishFailure || error instanceof BuildFailure) return error.message;
    const { folder, label } = this.#place;
    return describeFailure(error, { folder, label });
  }
}

function describe({ target, pages, send, isUpToDate, clearedReleases }: PublishPlan): PlannedRelease {
  return { target: target.name, ...pages, ...send, isUpToDate, clearedReleases };
}
