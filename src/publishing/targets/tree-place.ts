import { randomBytes } from 'node:crypto';
import { posix } from 'node:path';
import { ownName } from '../../lib/own-name.ts';
import type { FileStore, Place, ReleaseLink, StoredFile } from './file-store.ts';
import type { FileTree } from './file-tree.ts';

/** Of what is kept in the site's own folder, where it cannot lie beside. */
const INSIDE = '.jiangce';

/**
 * The place of a site in a tree of folders. Where its path is free and the tree knows links, releases lie beside each other in
 * `<path>.releases` and the path is a link to one of them; else files are exchanged one by one in the folder that is there.
 *
 * @param isForWriting whether to find out by trying if links can be made
 */
export async function openTreePlace(
  tree: FileTree,
  path: string,
  { label, isForWriting }: { label: string; isForWriting: boolean },
): Promise<Place> {
  const base = posix.basename(path);
  const releases = `${base}.releases`;
  const files = new TreeStore(tree, posix.dirname(path));
  const link = new TreeLink(tree, path, releases, files);
  if (isForWriting) await files.makeRoot();
  if (await isLinkable(tree, path, link, isForWriting)) {
    files.keepIn(`${releases}/`);
    return { files, site: `${base}/`, kept: `${releases}/`, link, label };
  }
  files.keepIn(`${base}/${INSIDE}/`);
  return { files, site: `${base}/`, kept: `${base}/${INSIDE}/`, label };
}

/** Files below a folder of a tree, by names relative to it. */
export function openTreeFiles(tree: FileTree, folder: string, kept: string): FileStore {
  const files = new TreeStore(tree, folder);
  files.keepIn(kept);
  return files;
}

async function isLinkable(tree: FileTree, path: string, link: TreeLink, isForWriting: boolean): Promise<boolean> {
  const kind = await tree.stat(path);
  if (kind === 'link') return (await link.read()) !== undefined;
  if (kind === 'folder' && ((await tree.readFolder(path)) ?? []).length > 0) return false;
  return tree.links !== undefined && (!isForWriting || (await canLink(tree, path)));
}

/**
 * Tells whether a link can be made beside a path, be replaced by another in one step and be read again, and whether the path's folder
 * makes way for one. A mounted disk cannot; nor can Windows, where most people may make no links, and none takes the place of another.
 */
async function canLink(tree: FileTree, path: string): Promise<boolean> {
  const trial = ownName(`${path}.try`);
  try {
    const isKept = await isLinkExchanged(tree, trial, `${trial}-next`);
    if (isKept && (await tree.stat(path)) === 'folder') await tree.removeFolder(path);
    return isKept && (await tree.stat(path)) === undefined;
  } catch {
    return false;
  }
}

async function isLinkExchanged(tree: FileTree, trial: string, next: string): Promise<boolean> {
  const { links } = tree;
  if (!links) return false;
  try {
    await links.make('nowhere/old', trial);
    await links.make('nowhere/new', next);
    await tree.rename(next, trial);
    return (await links.read(trial)) === 'nowhere/new';
  } finally {
    await Promise.allSettled([tree.removeFile(trial), tree.removeFile(next)]);
  }
}

/** Files below a folder of a tree. A file is written under another name and then put in its place. */
class TreeStore implements FileStore {
  readonly concurrency: number;
  readonly #tree: FileTree;
  readonly #root: string;
  readonly #made = new Map<string, Promise<void>>();
  readonly #mark = randomBytes(4).toString('hex');
  #kept = '';
  #written = 0;

  constructor(tree: FileTree, root: string) {
    this.#tree = tree;
    this.#root = root;
    this.concurrency = tree.concurrency;
  }

  keepIn(prefix: string): void {
    this.#kept = prefix;
  }

  async makeRoot(): Promise<void> {
    if ((await this.#tree.stat(this.#root)) === undefined) await this.#makeFolder(this.#root);
  }

  path(name: string): string {
    return posix.join(this.#root, name);
  }

  async list(prefix: string): Promise<StoredFile[]> {
    const folder = prefix.replace(/\/$/, '');
    const entries = (await this.#tree.readFolder(this.path(folder))) ?? [];
    const below = await Promise.all(
      entries.map(async ({ name, kind, size, modifiedMs }): Promise<StoredFile[]> => {
        if (kind === 'folder') return this.list(`${folder}/${name}/`);
        return kind === 'file' ? [{ name: `${folder}/${name}`, size, modifiedMs }] : [];
      }),
    );
    return below.flat();
  }

  read(name: string): Promise<Uint8Array | undefined> {
    return this.#tree.readFile(this.path(name));
  }

  async write(name: string, content: Uint8Array): Promise<void> {
    this.#written += 1;
    const trial = `${this.#kept}sending/${ownName(`${this.#mark}${String(this.#written)}`)}`;
    await Promise.all([
      this.#makeFolder(posix.dirname(this.path(trial))),
      this.#makeFolder(posix.dirname(this.path(name))),
    ]);
    await this.#tree.writeFile(this.path(trial), content);
    await this.#tree.rename(this.path(trial), this.path(name));
  }

  async copy(from: string, to: string): Promise<void> {
    await this.#makeFolder(posix.dirname(this.path(to)));
    await this.#tree.copyFile(this.path(from), this.path(to));
  }

  async remove(name: string): Promise<void> {
    const file = this.path(name);
    await this.#tree.removeFile(file);
    // Folders that hold nothing any more go too, but never the place of the site itself.
    const top = this.path(name.split('/')[0] ?? '');
    for (let folder = posix.dirname(file); folder.startsWith(`${top}/`); folder = posix.dirname(folder)) {
      this.#made.delete(folder);
      await this.#tree.removeFolder(folder);
      if ((await this.#tree.stat(folder)) !== undefined) return;
    }
  }

  close(): Promise<void> {
    return this.#tree.close();
  }

  /** Each folder is asked of the target once. */
  #makeFolder(folder: string): Promise<void> {
    const known = this.#made.get(folder);
    if (known) return known;
    const made = this.#make(folder);
    this.#made.set(folder, made);
    return made;
  }

  async #make(folder: string): Promise<void> {
    const parent = posix.dirname(folder);
    if (parent !== folder) {
      if (parent.startsWith(this.#root) && parent !== this.#root) await this.#makeFolder(parent);
      else if ((await this.#tree.stat(parent)) === undefined) await this.#makeFolder(parent);
    }
    await this.#tree.makeFolder(folder);
  }
}

class TreeLink implements ReleaseLink {
  readonly #tree: FileTree;
  readonly #path: string;
  readonly #releases: string;
  readonly #files: TreeStore;

  constructor(tree: FileTree, path: string, releases: string, files: TreeStore) {
    this.#tree = tree;
    this.#path = path;
    this.#releases = releases;
    this.#files = files;
  }

  async read(): Promise<string | undefined> {
    if (!this.#tree.links || (await this.#tree.stat(this.#path)) !== 'link') return undefined;
    const [folder, id, ...rest] = (await this.#tree.links.read(this.#path)).split('/').slice(-2);
    return folder === this.#releases && rest.length === 0 ? id : undefined;
  }

  async point(id: string): Promise<void> {
    const next = ownName(`${this.#path}.next`);
    await this.#tree.removeFile(next);
    await this.#tree.links?.make(`${this.#releases}/${id}`, next);
    await this.#tree.rename(next, this.#path);
  }

  async removeRelease(id: string): Promise<void> {
    await this.#removeBelow(this.#files.path(`${this.#releases}/${id}`));
  }

  async #removeBelow(folder: string): Promise<void> {
    const entries = await this.#tree.readFolder(folder);
    if (!entries) return;
    for (const { name, kind } of entries) {
      const path = posix.join(folder, name);
      await (kind === 'folder' ? this.#removeBelow(path) : this.#tree.removeFile(path));
    }
    await this.#tree.removeFolder(folder);
  }
}
