import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

type Reply<Answer> = { answer: Answer } | { error: { message: string; stack: string | undefined } };

/**
 * Runs a step of a build in a process of its own and gives its one answer. The step's memory ends with it, at once: of a thread
 * it would stay for seconds, and of a large site the checked content and the pages being made would be held at the same time.
 */
export function runStep<Answer>(script: URL, request: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(script), { execArgv: [], serialization: 'advanced' });
    let reply: Reply<Answer> | undefined;
    child.on('message', (message) => {
      reply = message as Reply<Answer>;
    });
    child.on('error', reject);
    child.on('close', () => {
      if (!reply) reject(new Error(`${script.pathname} ended without an answer.`));
      else if ('answer' in reply) resolve(reply.answer);
      else reject(Object.assign(new Error(reply.error.message), reply.error));
    });
    child.send(request);
  });
}

/** The other side: what a step does with the request it gets. */
export function answerRequest(answer: (request: never) => Promise<unknown>): void {
  const reply = (message: Reply<unknown>): void => void process.send?.(message, () => process.disconnect());
  // Whoever asked is gone: a build that was killed.
  process.once('disconnect', () => process.exit());
  process.once('message', (request) => {
    answer(request as never).then(
      (value) => reply({ answer: value }),
      (error: unknown) => {
        const { message, stack } = error instanceof Error ? error : new Error(String(error));
        reply({ error: { message, stack } });
      },
    );
  });
}
