import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

type Reply<Answer> = { answer: Answer } | { error: { message: string; stack: string | undefined } };

/**
 * Of a large site: a hundred megabytes less for what a step needs only for a moment, in the same time. A step that goes on with
 * little of what it held may clear away the rest itself.
 */
const MEMORY = ['--max-semi-space-size=8', '--expose-gc'];

export interface StepOptions {
  /** Works with what the processor has left beside other steps. */
  isPatient?: boolean;
  /** Ends it, done or not. */
  signal?: AbortSignal;
}

/**
 * A step of a build in a process of its own, which answers one request after the other. Its memory ends with it, at once: of a
 * thread it would stay for seconds, and of a large site the checked content and the pages being made would be held at the same
 * time.
 */
export class StepProcess<Request extends object, Answer> {
  readonly #child;
  readonly #waiting: { resolve: (answer: Answer) => void; reject: (error: unknown) => void }[] = [];
  readonly #closed: Promise<void>;
  #failure: Error | undefined;

  constructor(script: URL, { isPatient = false, signal }: StepOptions = {}) {
    this.#child = fork(fileURLToPath(script), { execArgv: MEMORY, serialization: 'advanced' });
    if (isPatient) lowerPriority(this.#child.pid);
    this.#child.on('message', (message) => {
      const reply = message as Reply<Answer>;
      const asked = this.#waiting.shift();
      if ('answer' in reply) asked?.resolve(reply.answer);
      else asked?.reject(Object.assign(new Error(reply.error.message), reply.error));
    });
    const fail = (error: Error): void => {
      this.#failure ??= error;
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    };
    this.#child.on('error', fail);
    this.#closed = new Promise((resolve) => {
      this.#child.on('close', () => {
        fail(new Error(`${script.pathname} ended without an answer.`));
        resolve();
      });
    });
    signal?.addEventListener('abort', () => this.#child.kill());
  }

  ask(request: Request): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#failure) {
        reject(this.#failure);
        return;
      }
      this.#waiting.push({ resolve, reject });
      this.#child.send(request);
    });
  }

  /** Ends the process, whatever it is doing. */
  async stop(): Promise<void> {
    this.#child.kill();
    await this.#closed;
  }
}

/** Runs a step that has one request to answer. */
export async function runStep<Answer>(script: URL, request: object, options?: StepOptions): Promise<Answer> {
  options?.signal?.throwIfAborted();
  const step = new StepProcess<object, Answer>(script, options);
  try {
    return await step.ask(request);
  } finally {
    await step.stop();
  }
}

/** The other side: what a step does with the requests it gets. */
export function answerRequests(answer: (request: never) => unknown): void {
  const reply = (message: Reply<unknown>): void => void process.send?.(message);
  // Whoever asked is gone: a build that was killed.
  process.once('disconnect', () => process.exit());
  let last = Promise.resolve();
  process.on('message', (request) => {
    last = last
      .then(() => answer(request as never))
      .then(
        (value) => reply({ answer: value }),
        (error: unknown) => {
          const { message, stack } = error instanceof Error ? error : new Error(String(error));
          reply({ error: { message, stack } });
        },
      );
  });
}

function lowerPriority(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Gone already, or not allowed: then it takes its share of the processor like any other.
  }
}
