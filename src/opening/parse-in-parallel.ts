import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { deserialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { FoundFile } from '../reader/read-file.ts';
import { type Parse, type ParsedFile, parseFiles } from './parsed-files.ts';

/** Fewer files are parsed before a worker has started. */
const LEAST_FILES = 2000;
/** A tenth of a second of work: whoever is done takes the next files, so that all end at the same time. */
const BATCH = 100;
const MOST_WORKERS = 3;

export interface ParseRequest {
  files: readonly FoundFile[];
  folder: string;
}

/** Parses many files on all processors; this thread does its share. */
export const parseInParallel: Parse = async (files, folder) => {
  const workerCount = files.length < LEAST_FILES ? 0 : Math.min(MOST_WORKERS, availableParallelism() - 1);
  if (workerCount < 1) return parseFiles(files, folder);
  const workers = Array.from({ length: workerCount }, () => new Worker(new URL('parse-worker.ts', import.meta.url)));
  const parsed: ParsedFile[] = [];
  let next = 0;
  const work = async (parse: Parse): Promise<void> => {
    while (next < files.length) {
      const start = next;
      next += BATCH;
      for (const [at, file] of (await parse(files.slice(start, start + BATCH), folder)).entries()) {
        parsed[start + at] = file;
      }
      // Parsing never yields, so give the event loop a turn, or the workers' answers are only seen at the end.
      await setImmediate();
    }
  };
  try {
    await Promise.all([
      work(parseFiles),
      ...workers.map((worker) => work((batch) => askWorker(worker, batch, folder))),
    ]);
    return parsed;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
};

function askWorker(worker: Worker, files: readonly FoundFile[], folder: string): Promise<ParsedFile[]> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (bytes: Uint8Array) => {
      worker.off('error', reject);
      resolve(deserialize(bytes) as ParsedFile[]);
    });
    worker.postMessage({ files, folder } satisfies ParseRequest);
  });
}
