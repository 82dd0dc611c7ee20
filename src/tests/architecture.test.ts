import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { findImports, type FoundImport } from './imports.ts';

/**
 * The one direction: content files → reader → schemas → catalogue → charts → views → outputs → templates. What each folder of src
 * may import of the others. `issues` and `lib` are open to all but `lib`, and every folder may import from itself.
 */
const MAY_IMPORT = {
  lib: [],
  issues: ['lib'],
  /** How a finished site is served: knows paths and nothing of their content. */
  serving: [],
  reader: [],
  schemas: ['reader'],
  catalogue: ['reader', 'schemas'],
  charts: ['reader', 'schemas', 'catalogue'],
  /** What the commands for editors do to content files; the site itself uses neither. */
  authoring: ['reader', 'schemas', 'catalogue', 'charts', 'opening'],
  spreadsheet: ['reader', 'schemas', 'catalogue', 'charts', 'opening', 'authoring'],
  renderers: ['serving', 'reader', 'schemas', 'catalogue', 'charts'],
  views: ['serving', 'reader', 'schemas', 'catalogue', 'charts', 'renderers'],
  outputs: ['reader', 'schemas', 'catalogue', 'charts', 'renderers', 'views'],
  /** What lies outside the pure part: the environment, fonts, pictures, Astro's adapter. */
  integrations: ['reader', 'schemas', 'catalogue', 'charts', 'renderers', 'views', 'outputs'],
  /** Templates know models and how to draw; neither content nor catalogue, or a page could show what its model does not tell. */
  components: ['renderers', 'views', 'outputs', 'client', 'styles'],
  layouts: ['serving', 'renderers', 'views', 'outputs', 'components', 'client', 'styles'],
  /** Runs in the browser, so it takes nothing that knows content or files; what it reaches is tested below. */
  client: ['schemas', 'catalogue', 'charts', 'renderers', 'views'],
  styles: [],
  pages: [
    'schemas',
    'charts',
    'renderers',
    'views',
    'outputs',
    'components',
    'layouts',
    'integrations',
    'client',
    'styles',
  ],
  'middleware.ts': ['outputs'],
  /** A content folder read and checked. */
  opening: ['reader', 'schemas', 'catalogue', 'charts', 'renderers', 'integrations'],
  building: [...['serving', 'schemas', 'catalogue', 'views', 'outputs', 'integrations', 'opening']],
  /** A site that is shown while it is edited. */
  live: ['serving', 'views', 'outputs', 'integrations', 'opening', 'building'],
  /** A built site brought to its host. */
  publishing: ['serving', 'schemas', 'building'],
  /** The editing desk: its server, and in `page` what runs in the editor's browser. */
  desk: [
    'serving',
    'reader',
    'schemas',
    'catalogue',
    'integrations',
    'opening',
    'building',
    'authoring',
    'spreadsheet',
    'live',
    'publishing',
  ],
} as const satisfies Record<string, readonly string[]>;

/** Scripts may import anything of src but what only Astro can read. */
const CLOSED_TO_SCRIPTS = ['pages', 'components'];

/** Packages that only some places may import. A place is a folder of src, `scripts`, or a pattern of paths. */
const GUARDED_PACKAGES: readonly { packages: RegExp; what: string; allowed: readonly (string | RegExp)[] }[] = [
  {
    packages: /^(?:node:)?fs(?:\/|$)/,
    what: 'files',
    allowed: [
      'reader',
      'scripts',
      'integrations',
      'opening',
      'building',
      'live',
      'publishing',
      'desk',
      /^src\/authoring\/writing\//,
    ],
  },
  {
    packages: /^astro:/,
    what: "Astro's virtual modules",
    allowed: ['pages', 'integrations'],
  },
  { packages: /^chart\.js(?:\/|$)/, what: "a canvas, in the reader's browser", allowed: ['renderers', 'client'] },
];

/** A text in code that begins a path into the scripts: `'scripts'`, `'../../scripts/report'`. */
const SCRIPTS_PATH = /(['"`])(?:\.{0,2}\/)*scripts(?:\/[^'"`\n]*)?\1/;
const projectFolder = join(import.meta.dirname, '..', '..');
const OPEN_TO_ALL = ['issues', 'lib'];

/** Tests may import whatever they test. */
const isTest = (file: string): boolean => file.startsWith('src/tests/') || file.endsWith('.test.ts');

const files = globSync(['src/**/*.{ts,tsx,astro}', 'scripts/**/*.{ts,mjs}'], {
  cwd: projectFolder,
  exclude: ['src/tests/fixtures/**'],
})
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !isTest(file))
  .sort();

interface ProjectImport extends FoundImport {
  file: string;
  /** Path in the project of what is imported; undefined for a package. */
  target: string | undefined;
}

const imports: ProjectImport[] = files.flatMap((file) =>
  findImports(readFileSync(join(projectFolder, file), 'utf8'), file).map((found) => ({
    ...found,
    file,
    target: found.specifier.startsWith('.')
      ? posix.join(posix.dirname(file), found.specifier.replace(/\?.*$/, ''))
      : undefined,
  })),
);

/** `src/reader/body.ts` → reader; `scripts/check.ts` → scripts. */
function folderOf(file: string): string {
  const [top = '', folder = ''] = file.split('/');
  return top === 'src' ? folder : top;
}

function describeImport({ file, line, specifier }: ProjectImport, why: string): string {
  return `${file}:${String(line)} imports ${specifier}: ${why}`;
}

test('every folder of src stands in the table', () => {
  const folders = new Set(files.filter((file) => file.startsWith('src/')).map(folderOf));

  expect([...folders].filter((folder) => !Object.hasOwn(MAY_IMPORT, folder))).toEqual([]);
});

test('folders import only in the one direction', () => {
  const offences = imports.flatMap((found) => {
    if (found.target === undefined) return [];
    const from = folderOf(found.file);
    const to = folderOf(found.target);
    if (from === to) return [];
    if (from === 'scripts')
      return CLOSED_TO_SCRIPTS.includes(to) ? [describeImport(found, `scripts may not import ${to}`)] : [];
    const allowed: readonly string[] = Object.hasOwn(MAY_IMPORT, from)
      ? MAY_IMPORT[from as keyof typeof MAY_IMPORT]
      : [];
    if (
      allowed.includes(to) ||
      (OPEN_TO_ALL.includes(to) && from !== 'lib' && from !== 'client') ||
      (from === 'client' && to === 'lib')
    )
      return [];
    return [describeImport(found, `${from} may not import ${to}`)];
  });

  expect(offences).toEqual([]);
});

test('only tests import from the tests', () => {
  const offences = imports.filter(({ target }) => target !== undefined && isTest(target));

  expect(offences.map((found) => describeImport(found, 'only tests may import from the tests'))).toEqual([]);
});

test('no file of src reads one of the scripts by its path', () => {
  const readers = files
    .filter((file) => file.startsWith('src/'))
    .filter((file) => SCRIPTS_PATH.test(readFileSync(join(projectFolder, file), 'utf8')));

  expect(readers).toEqual([]);
});

test.each(GUARDED_PACKAGES)('only $allowed may import $packages', ({ packages, what, allowed }) => {
  const offences = imports.filter(({ file, specifier }) => {
    const isAllowed = allowed.some((place) =>
      typeof place === 'string' ? place === folderOf(file) : place.test(file),
    );
    return packages.test(specifier) && !isAllowed;
  });

  expect(offences.map((found) => describeImport(found, `${what} is not for ${folderOf(found.file)}`))).toEqual([]);
});

/** The files and packages that something is made of, types left out: they are gone before anything runs. */
function reach(start: readonly string[]): { files: Set<string>; packages: Set<string> } {
  const found = { files: new Set(start), packages: new Set<string>() };
  const visit = (file: string): void => {
    const text = readFileSync(join(projectFolder, file), 'utf8');
    const running = ts.transpileModule(text, {
      compilerOptions: { target: ts.ScriptTarget.ESNext, verbatimModuleSyntax: true },
    });
    for (const { specifier } of findImports(running.outputText, file)) {
      const target = posix.join(posix.dirname(file), specifier);
      if (!specifier.startsWith('.')) found.packages.add(specifier);
      else if (!found.files.has(target)) {
        found.files.add(target);
        visit(target);
      }
    }
  };
  for (const file of start) visit(file);
  return found;
}

describe('what runs in the browser', () => {
  const { files: reached, packages } = reach(files.filter((file) => /^src\/client\/.*\.ts$/.test(file)));

  test('is made of few packages, and neither of schemas nor of Node', () => {
    expect([...packages].sort()).toEqual(['chart.js', 'fflate', 'uqr']);
  });

  test('asks for nothing that the oldest browser does not have', () => {
    // Chromium 110 and later. Syntax is translated for the oldest browser, functions are not.
    const young =
      /\.(?:toSorted|toReversed|toSpliced|isSubsetOf|isSupersetOf|isDisjointFrom)\(|\b(?:Map|Object)\.groupBy\(|\bRegExp\.escape\(|\bPromise\.(?:withResolvers|try)\(|\bArray\.fromAsync\(|\bIterator\.from\(/;
    expect([...reached].filter((file) => young.test(readFileSync(join(projectFolder, file), 'utf8')))).toEqual([]);
  });
});

test('only lib/gzip packs with gzip, whose header would name the system', () => {
  const packers = files.filter(
    (file) =>
      file.startsWith('src/') &&
      /\b(?:gzipSync|createGzip|zlib\.gzip)\b/.test(readFileSync(join(projectFolder, file), 'utf8')),
  );

  expect(packers).toEqual(['src/lib/gzip.ts']);
});

test('what is imported exists', () => {
  const isThere = (target: string): boolean =>
    globSync(target.replaceAll(/[[\]]/g, '\\$&'), { cwd: projectFolder }).length > 0;

  expect(
    imports
      .filter(({ target }) => target !== undefined && !isThere(target))
      .map((found) => describeImport(found, 'no such file')),
  ).toEqual([]);
});

test('no files import each other in a circle', () => {
  expect(
    findCycles(files, (file) => imports.filter((found) => found.file === file).flatMap(({ target }) => target ?? [])),
  ).toEqual([]);
});

/** Each circle once, as `a → b → a`. */
function findCycles(nodes: readonly string[], next: (node: string) => readonly string[]): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): void => {
    const at = path.indexOf(node);
    if (at !== -1) cycles.push([...path.slice(at), node].join(' → '));
    if (at !== -1 || done.has(node)) return;
    for (const target of next(node)) visit(target, [...path, node]);
    done.add(node);
  };
  for (const node of nodes) visit(node, []);
  return cycles;
}

describe('the search for circles', () => {
  const graph: Readonly<Record<string, readonly string[]>> = {
    a: ['b', 'd'],
    b: ['c'],
    c: ['a'],
    d: ['c', 'e'],
    e: ['e'],
  };

  test('finds each of them once, and names the whole way round', () => {
    expect(findCycles(Object.keys(graph), (node) => graph[node] ?? [])).toEqual(['a → b → c → a', 'e → e']);
  });

  test('finds none where two ways lead to one file', () => {
    expect(findCycles(['a', 'b', 'c', 'd'], (node) => ({ a: ['b', 'c'], b: ['d'], c: ['d'] })[node] ?? [])).toEqual([]);
  });
});
