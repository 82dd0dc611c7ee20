import path from 'node:path';
import type { PublishTarget } from '../../schemas/publish.ts';
import type { Secrets } from '../access.ts';
import type { Place } from './file-store.ts';
import { openLocalTree } from './folder.ts';
import { openFtpTree } from './ftp.ts';
import { openS3Place } from './s3.ts';
import { openSftpTree } from './sftp.ts';
import { openTreePlace } from './tree-place.ts';

/** A target that keeps releases. */
export type HostTarget = Exclude<PublishTarget, { kind: 'zip' }>;

export interface OpenOptions {
  secrets: Secrets;
  isForWriting: boolean;
}

/** Opens the place of a site at a target. */
export async function openTarget(target: HostTarget, { secrets, isForWriting }: OpenOptions): Promise<Place> {
  const label = `「${target.name}」`;
  switch (target.kind) {
    case 'folder':
      return openTreePlace(openLocalTree(), localPath(target.path), { label, isForWriting });
    case 'sftp':
      return openTreePlace(await openSftpTree(target, secrets), target.path, { label, isForWriting });
    case 'ftp':
      return openTreePlace(await openFtpTree(target, secrets), target.path, { label, isForWriting });
    case 's3':
      return openS3Place(target, secrets, label);
  }
}

/** With forward slashes, on Windows too. */
export function localPath(folder: string): string {
  return path.resolve(folder).replaceAll(path.sep, '/');
}
