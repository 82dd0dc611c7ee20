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

/** The platforms of a package, in npm's terms. */
export interface PlatformFields {
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
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

const OS_WORDS: Readonly<Record<string, string>> = {
  darwin: 'darwin',
  macos: 'darwin',
  linux: 'linux',
  win32: 'win32',
  windows: 'win32',
  freebsd: 'freebsd',
  openbsd: 'openbsd',
  android: 'android',
};
const CPU_WORDS: Readonly<Record<string, string>> = {
  x64: 'x64',
  arm64: 'arm64',
  arm: 'arm',
  ia32: 'ia32',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  wasm32: 'wasm32',
};
const LIBC_WORDS: Readonly<Record<string, string>> = { gnu: 'glibc', musl: 'musl' };

/**
 * Derives the platform from a binary package's name: '@bruits/satteri-linux-arm64-musl' runs on linux, arm64, musl.
 * A WebAssembly build ('…-wasm32-wasi') has the processor wasm32, which npm never installs by itself.
 *
 * @returns undefined if the name has no processor, or no system although one is needed
 */
export function findPlatformInName(name: string): PlatformFields | undefined {
  const words = name.split(/[/@_-]/);
  const pick = (table: Readonly<Record<string, string>>): readonly string[] =>
    words.flatMap((word) => table[word] ?? []).slice(0, 1);
  const [os, cpu, libc] = [pick(OS_WORDS), pick(CPU_WORDS), pick(LIBC_WORDS)];
  if (cpu.length === 0 || (os.length === 0 && cpu[0] !== 'wasm32')) return undefined;
  return {
    ...(os.length > 0 ? { os } : {}),
    cpu,
    ...(libc.length > 0 ? { libc } : {}),
  };
}

/** The lockfile with the given entries, its packages in npm's order (the root first, then by path). */
export function addEntries(lockfile: Lockfile, entries: Readonly<Record<string, LockEntry>>): Lockfile {
  const all = Object.entries({ ...lockfile.packages, ...entries });
  all.sort(([left], [right]) => left.localeCompare(right, 'en'));
  return { ...lockfile, packages: Object.fromEntries(all) };
}
