import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ISSUE_CODES } from '../issues/codes.ts';
import { AUTHOR_COMPONENTS } from '../schemas/author-components.ts';
import { documentKinds, ENTRY_KINDS, entryKinds } from '../schemas/kinds.ts';
import {
  DOCUMENTS,
  findCode,
  findIssueSections,
  findLinks,
  findNpmScripts,
  findPlaces,
  projectFolder,
  readDocument,
} from './documents.ts';

const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const editing = readDocument('EDITING.md');
const readme = readDocument('README.md');
const sections = findIssueSections(editing);

/** Folders of the project by which a path in the documents is known. */
const PATH = /(?:^|[\s"'(=：「])((?:src|scripts|content|public|\.ci|\.vscode)\/[\w@./*[\]-]*[\w*/\]])(?![\w…<{年章])/gu;
/** Cities that exist only in examples: the reader's own copy to practise on, and the one of the fixtures. */
const INVENTED = /^content\/(?:lianxi|haicheng)(?:\/|$)/;
const SCREENSHOT_LIMIT_BYTES = 150_000;

test('CONTRIBUTING.md names every package that is asked for, with its licence, why it is there and what would replace it', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(projectFolder, 'package.json'), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
  const { packages } = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { license?: string }>;
  };
  const rows = readDocument('CONTRIBUTING.md').matchAll(
    /^\| `([^`]+)` +\| ([^|]+?) +\| [^|\s][^|]* \| [^|\s][^|]* \|$/gm,
  );
  const told = [...rows].map(([, name = '', licence = '']) => [name, licence]);

  // ssh2 tells its licence in a field of old that no lockfile takes over.
  const licenceOf = (name: string): string => packages[`node_modules/${name}`]?.license ?? 'MIT';
  const asked = [...Object.keys(dependencies), ...Object.keys(devDependencies)];
  expect(told).toEqual(asked.map((name) => [name, licenceOf(name)]));
  expect(asked.map(licenceOf).filter((licence) => /(?<!L)GPL|SSPL|BUSL/.test(licence))).toEqual([]);
});

describe('EDITING.md', () => {
  test('explains every issue code at its anchor, in the order of the codes, and no code that does not exist', () => {
    expect(sections.map(({ code }) => code)).toEqual(Object.keys(ISSUE_CODES));
  });

  test('calls each issue by its title', () => {
    const wrong = Object.entries(ISSUE_CODES).filter(
      ([code, { title }]) =>
        !sections.find((section) => section.code === code)?.text.includes(`\n#### ${code} ${title}\n`),
    );
    expect(wrong.map(([code, { title }]) => `#### ${code} ${title}`)).toEqual([]);
  });

  test('says of the warnings, and only of them, that they are no errors', () => {
    const called = sections.filter(({ text }) => text.includes('这是提醒')).map(({ code }) => code);
    const warnings = Object.entries(ISSUE_CODES).filter(([, { severity }]) => severity === 'warning');
    expect(called).toEqual(warnings.map(([code]) => code));
  });

  test('names every kind of file an editor may write', () => {
    const names = [...entryKinds.map((kind) => `\`${kind}\``), ...documentKinds.map((kind) => `\`${kind}.json\``)];
    expect(names.filter((name) => !editing.includes(name))).toEqual([]);
    const labels = entryKinds.map((kind) => ENTRY_KINDS[kind].label);
    expect(labels.filter((label) => !editing.includes(label))).toEqual([]);
  });

  test('explains every author component with its attributes', () => {
    const missing = Object.entries(AUTHOR_COMPONENTS).flatMap(([name, { required, optional }]) => {
      const row = editing.split('\n').find((line) => line.startsWith(`| \`<${name}>\``)) ?? '';
      return [name, ...required, ...optional].filter((word) => !row.includes(word)).map((word) => `${name}: ${word}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('README.md', () => {
  test('lists every npm script in its table', () => {
    const listed = readme.split('\n').flatMap((line) => /^\| `npm (?:run )?([\w:-]+)/.exec(line)?.[1] ?? []);
    expect(listed.toSorted()).toEqual(Object.keys(scripts).toSorted());
  });

  test('shows screenshots that stand beside it, each small and each shown', () => {
    const files = globSync('screenshot-*.png', { cwd: projectFolder }).toSorted();
    expect(files.length).toBeGreaterThan(0);
    expect(
      findLinks(readme)
        .filter((target) => target.endsWith('.png'))
        .toSorted(),
    ).toEqual(files);
    const large = files.filter((file) => statSync(join(projectFolder, file)).size > SCREENSHOT_LIMIT_BYTES);
    expect(large).toEqual([]);
  });
});

describe.each(DOCUMENTS)('%s', (name) => {
  const markdown = readDocument(name);

  test('names only npm scripts that exist', () => {
    const named = findNpmScripts(markdown);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });

  test('names only files and folders that exist', () => {
    const paths = findCode(markdown).flatMap((code) => [...code.matchAll(PATH)].map((match) => match[1] ?? ''));
    expect(paths.length).toBeGreaterThan(0);
    const missing = paths.filter((path) => !INVENTED.test(path) && !isThere(path));
    expect([...new Set(missing)]).toEqual([]);
  });

  test('links only to places that exist', () => {
    const broken = findLinks(markdown).filter((target) => {
      const [file = '', place] = decodeURI(target).split('#');
      if (file !== '' && !existsSync(join(projectFolder, file))) return true;
      if (place === undefined) return false;
      const text = file === '' ? markdown : readFileSync(join(projectFolder, file), 'utf8');
      return !findPlaces(text).has(place);
    });
    expect(broken).toEqual([]);
  });

  test('names no folder of a particular machine', () => {
    expect(markdown).not.toMatch(/\/(?:home|root|Users|tmp|work)\//);
  });
});

function isThere(path: string): boolean {
  if (existsSync(join(projectFolder, path))) return true;
  return path.includes('*') && globSync(path, { cwd: projectFolder }).length > 0;
}
