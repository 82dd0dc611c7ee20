/** A worker that parses the files it is sent. Answers go as bytes, which are handed over rather than copied. */
import { serialize } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { parseFiles } from './parsed-files.ts';
import type { ParseRequest } from './parse-in-parallel.ts';

parentPort?.on('message', ({ files, folder }: ParseRequest) => {
  void parseFiles(files, folder).then((parsed) => {
    const bytes = new Uint8Array(serialize(parsed));
    parentPort?.postMessage(bytes, [bytes.buffer]);
  });
});
