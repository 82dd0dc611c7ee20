/** The entry of a package in package-lock.json (version 3): the fields that are used here. */
export interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly optional?: boolean;
  readonly dev?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly engines?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly funding?: unknown;
  readonly deprecated?: string;
}

export interface Lockfile {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockEntry>>;
}

/** An optional dependency without an entry. */
export interface MissingPackage {
  readonly name: string;
  /** Version or range that the parent requires. */
  readonly range: string;
  /** Path of the parent's entry, for example 'node_modules/pagefind'. */
  readonly parent: string;
}

/**
 * Finds the optional dependencies without an entry, one for each name and parent. npm writes such a lockfile if its registry
 * lacks the package of some platform, and `npm ci` then refuses it.
 */
export function findMissingPackages({ packages }: Lockfile): MissingPackage[] {
  return Object.entries(packages).flatMap(([parent, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => findEntryPath(packages, parent, name) === undefined)
      .map(([name, range]) => ({ name, range, parent })),
  );
}

/** Path of the entry that `name` resolves to from `parent`, by Node's rules. */
function findEntryPath(packages: Lockfile['packages'], parent: string, name: string): string | undefined {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (path in packages) return path;
    if (folder === '') return undefined;
  }
}

/** The entries of packages without a digest, which npm would install whatever came. A lockfile's first entry is the project. */
export function findEntriesWithoutDigest({ packages }: Lockfile): { path: string; name: string; entry: LockEntry }[] {
  return Object.entries(packages).flatMap(([path, entry]) =>
    path === '' || entry.integrity !== undefined
      ? []
      : [{ path, name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), entry }],
  );
}

/** The lockfile with the given entries, its packages in npm's order (the root first, then by path). */
export function addEntries(lockfile: Lockfile, entries: Readonly<Record<string, LockEntry>>): Lockfile {
  const all = Object.entries({ ...lockfile.packages, ...entries });
  all.sort(([left], [right]) => left.localeCompare(right, 'en'));
  return { ...lockfile, packages: Object.fromEntries(all) };
}
