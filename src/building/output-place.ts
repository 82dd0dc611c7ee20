import { readlinkSync, realpathSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { BuildFailure, shorten } from './failures.ts';

/** Files that every built site has. */
const MARKS = ['index.html', 'search'] as const;

/** Folders that must not be lost. */
export interface KeptFolders {
  project: string;
  content: string;
}

/**
 * Refuses to build over anything but an older site: what stands in the output folder is thrown away. A folder that holds the
 * project or the content, and one with other things in it, is not taken. Places are compared as they are, not by the links to them.
 */
export async function refuseUnsafeOutput(place: string, { project, content }: KeptFolders): Promise<void> {
  const output = findRealPlace(place);
  const kept = { project: findRealPlace(project), content: findRealPlace(content) };
  const held = [kept.project, kept.content, findRealPlace(homedir())].find((folder) => isInside(output, folder));
  if (held !== undefined) {
    throw new BuildFailure(
      `网站不能放在 ${shorten(output)}：构建会换掉整个文件夹，里面还有别的东西。请把 OUT_DIR 改成别处。`,
    );
  }
  if (kept.content !== kept.project && isInside(kept.content, output)) {
    throw new BuildFailure(`网站不能放在内容文件夹 ${shorten(content)} 里面。请把 OUT_DIR 改成别处。`);
  }
  const names = await readdir(output).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return undefined;
    if (code === 'ENOTDIR')
      throw new BuildFailure(`${shorten(output)} 是一个文件，不是文件夹。请把 OUT_DIR 改成别处。`);
    throw error;
  });
  if (names === undefined || names.length === 0 || MARKS.every((mark) => names.includes(mark))) return;
  throw new BuildFailure(
    `${shorten(output)} 里放着别的东西，不是以前生成的网站；构建会把它们全部删掉。请换一个空文件夹，或者先把它移走。`,
  );
}

/**
 * The place itself, where links lead to it: a site is put in its place by renaming, which would replace the link to a web server's
 * folder and leave the folder that is served as it was. Of what is not there yet, the folders above count.
 */
export function findRealPlace(place: string, links = 0): string {
  try {
    return realpathSync(place);
  } catch {
    const target = links < MOST_LINKS ? readLink(place) : undefined;
    if (target !== undefined) return findRealPlace(path.resolve(path.dirname(place), target), links + 1);
    const parent = path.dirname(place);
    return parent === place ? place : path.join(findRealPlace(parent, links), path.basename(place));
  }
}

/** A link may lead to a folder that is not there yet, or round in a circle. */
const MOST_LINKS = 20;

function readLink(place: string): string | undefined {
  try {
    return readlinkSync(place);
  } catch {
    return undefined;
  }
}

/** True when `inner` is `outer` or lies below it. */
function isInside(outer: string, inner: string): boolean {
  const relative = path.relative(outer, inner);
  return !relative.startsWith('..') && !path.isAbsolute(relative);
}
