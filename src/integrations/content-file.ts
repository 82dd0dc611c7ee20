import { type Collections, groupRecords, listRecords, type NamedRecord } from '../catalogue/collections.ts';
import { readLineFile, writeLineFile } from '../reader/line-file.ts';

/** Leaves checked content in a file, for the other steps of a build. */
export function writeContentFile(file: string, collections: Collections): void {
  writeLineFile(file, listRecords(collections));
}

export function readContentFile(file: string): Collections {
  return groupRecords(readLineFile(file) as Iterable<NamedRecord>);
}
