import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { digestOf, type KnownDigests, type PublishedFile, readSiteFiles } from './site-files.ts';

const FOLDER = path.join('node_modules', '.cache', 'jiangce', 'publishing');

/** The files of a built site; those that were read for the last publish are not read again. */
export function readBuiltFiles(folder: string): PublishedFile[] {
  const record = path.resolve(FOLDER, `${digestOf(path.resolve(folder)).slice(0, 16)}.json`);
  const { files, known } = readSiteFiles(folder, readKnown(record));
  mkdirSync(path.dirname(record), { recursive: true });
  const fresh = `${record}.${String(process.pid)}`;
  writeFileSync(fresh, JSON.stringify(known));
  renameSync(fresh, record);
  return files;
}

function readKnown(record: string): KnownDigests {
  try {
    return JSON.parse(readFileSync(record, 'utf8')) as KnownDigests;
  } catch {
    return {};
  }
}
