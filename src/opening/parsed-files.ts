import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nodeFileSystem } from '../reader/file-system.ts';
import { readStamp } from './file-stamp.ts';
import { type FileContent, type FoundFile, readFiles } from '../reader/read-file.ts';
import { SITE_LAYOUT } from '../schemas/kinds.ts';

/** A file as it was when it was parsed. */
export interface ParsedFile {
  /** Changes with every write to the file: size, times and inode. Empty when it could not be read. */
  stamp: string;
  /** Of its bytes, for when the stamp has changed and the file has not, as after a copy. */
  digest: string;
  /** When it was read, in milliseconds. */
  readAt: number;
  /** What messages call it: issues name it. */
  file: string;
  content: FileContent;
}

/** Parsed files by path in the content folder. */
export type ParsedFiles = ReadonlyMap<string, ParsedFile>;

/** Parses files of a content folder, in their order. */
export type Parse = (files: readonly FoundFile[], folder: string) => Promise<ParsedFile[]>;

export interface ParseResult {
  files: ParsedFiles;
  /** Paths of what was parsed or read again, or is gone: what is kept of them elsewhere is out of date. */
  changed: string[];
}

/** Parses only what has changed since it was parsed last. */
export async function parseChanged(
  found: readonly FoundFile[],
  { folder, known, parse }: { folder: string; known: ParsedFiles; parse: Parse },
): Promise<ParseResult> {
  const files = new Map<string, ParsedFile>();
  const unknown: FoundFile[] = [];
  const changed: string[] = [];
  for (const file of found) {
    const before = known.get(file.path);
    const same = before?.file === file.file ? confirm(before, path.join(folder, file.path)) : undefined;
    // A place in the order of paths, which a file that is parsed later takes too.
    if (same) files.set(file.path, same);
    else unknown.push(file);
    if (same !== before || !same) changed.push(file.path);
  }
  for (const [at, parsed] of (await parse(unknown, folder)).entries()) files.set(unknown[at]?.path ?? '', parsed);
  for (const file of known.keys()) if (!files.has(file)) changed.push(file);
  return { files, changed };
}

/** What was parsed of a file, if the file is as it was; its bytes are asked where its times cannot tell. */
function confirm(before: ParsedFile, file: string): ParsedFile | undefined {
  const stamp = readStamp(file);
  if (!stamp || before.stamp === '') return undefined;
  if (stamp.text === before.stamp && before.readAt > stamp.settledAt) return before;
  const readAt = Date.now();
  return digestOf(readFileSync(file)) === before.digest ? { ...before, stamp: stamp.text, readAt } : undefined;
}

/** Reads and parses files, one after the other. */
export const parseFiles: Parse = async (files, folder) => {
  const parsed: ParsedFile[] = [];
  for (const found of files) {
    const stamp = readStamp(path.join(folder, found.path))?.text ?? '';
    const readAt = Date.now();
    let digest = '';
    const read = async (file: string): Promise<Uint8Array> => {
      const bytes = await nodeFileSystem.read(file);
      digest = digestOf(bytes);
      return bytes;
    };
    const fileSystem = { ...nodeFileSystem, read };
    for (const content of await readFiles([found], { fileSystem, folder, layout: SITE_LAYOUT })) {
      parsed.push({ stamp, digest, readAt, file: found.file, content });
    }
  }
  return parsed;
};

function digestOf(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('base64');
}
