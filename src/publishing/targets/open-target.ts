import path from 'node:path';
import type { PublishTarget } from '../../schemas/publish.ts';
import type { Secrets } from '../access.ts';
import type { Place } from './file-store.ts';
import { openLocalTree } from './folder.ts';
import { openTreePlace } from './tree-place.ts';

/** A target that keeps releases. */
export type HostTarget = Exclude<PublishTarget, { kind: 'zip' }>;

export interface OpenOptions {
  secrets: Secrets;
  isForWriting: boolean;
}

/** Opens the place of a site at a target. */
export async function openTarget(target: HostTarget, options: OpenOptions): Promise<Place> {
  const { isForWriting } = options;
  const label = `「${target.name}」`;
  switch (target.kind) {
    case 'folder':
      return openTreePlace(openLocalTree(), path.resolve(target.path).replaceAll(path.sep, '/'), {
        label,
        isForWriting,
      });
    case 'sftp':
    case 'ftp':
    case 's3':
      throw new Error(`${target.kind} is not there yet.`);
  }
}
