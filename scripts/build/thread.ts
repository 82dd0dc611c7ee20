import { Worker } from 'node:worker_threads';

/**
 * Runs a step of a build in a thread of its own and gives its one answer. The step's memory ends with it: of a large site the
 * checked content and the pages being made would otherwise be held at the same time.
 */
export function runThread<Answer>(script: URL, request: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: request });
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error(`${script.pathname} ended without an answer.`)));
  });
}
