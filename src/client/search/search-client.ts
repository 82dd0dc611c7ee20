import type { SearchAnswer, SearchRequest } from './request.ts';
import type { WorkerQuestion, WorkerReply } from './worker.ts';

interface Waiting {
  resolve: (answer: SearchAnswer | undefined) => void;
  reject: (error: Error) => void;
}

/** A page's line to the search worker, which starts with the first question. */
export class SearchClient {
  readonly #base: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #lastId = 0;

  /** @param base address of the site's root, with a slash at the end */
  constructor(base: string) {
    this.#base = base;
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    const answer = await this.#ask(request);
    if (!answer) throw new Error('The worker gave no answer.');
    return answer;
  }

  /**
   * Something is being typed: loads what every query needs, or for a second one all that any may need. A failure shows with the
   * query.
   */
  prepare(): void {
    this.#ask(undefined).catch(() => undefined);
  }

  #ask(request: SearchRequest | undefined): Promise<SearchAnswer | undefined> {
    return new Promise((resolve, reject) => {
      this.#lastId += 1;
      this.#waiting.set(this.#lastId, { resolve, reject });
      const question: WorkerQuestion = { id: this.#lastId, base: this.#base, request };
      try {
        this.#worker ??= this.#start();
        this.#worker.postMessage(question);
      } catch (error) {
        this.#fail(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'search' });
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerReply>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ('error' in data) waiting?.reject(new Error(data.error));
      else waiting?.resolve(data.answer);
    });
    worker.addEventListener('error', () => this.#fail(new Error('The search worker did not start.')));
    return worker;
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
