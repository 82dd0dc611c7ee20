import { expect, test } from 'vitest';
import { findImports } from './imports.ts';

test('every kind of import of a module is found, with its line', () => {
  const text = [
    "import a from './a.ts';",
    "import { b, type B } from './b.ts';",
    "import type { C } from './c.ts';",
    "import './d.css';",
    "export { e } from './e.ts';",
    "export type { F } from './f.ts';",
    "export * from './g.ts';",
    "const h = await import('./h.ts');",
    "let i: import('./i.ts').I;",
    'import {',
    '  j,',
    "} from 'package/j';",
  ].join('\n');

  expect(findImports(text, 'a.ts')).toEqual([
    ...['./a.ts', './b.ts', './c.ts', './d.css', './e.ts', './f.ts', './g.ts', './h.ts', './i.ts'].map(
      (specifier, at) => ({ specifier, line: at + 1 }),
    ),
    { specifier: 'package/j', line: 12 },
  ]);
});

test('comments and texts import nothing', () => {
  expect(
    findImports(`// import a from './a.ts';\n/* import('./b.ts') */\nconst c = "import d from './d.ts'";`, 'a.ts'),
  ).toEqual([]);
});

test('an Astro component imports in its frontmatter and its scripts, and not in its markup', () => {
  const text = [
    '---',
    "import Card from './Card.astro';",
    "import '../styles/site.css';",
    '---',
    "<p>import x from './x.ts';</p>",
    '<script>',
    "  import '../client/search.ts';",
    '</script>',
    "<script is:inline>import('./y.js')</script>",
  ].join('\n');

  expect(findImports(text, 'a.astro')).toEqual([
    { specifier: './Card.astro', line: 2 },
    { specifier: '../styles/site.css', line: 3 },
    { specifier: '../client/search.ts', line: 7 },
    { specifier: './y.js', line: 9 },
  ]);
});
