import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COLOURS, DEFAULT_SITE_COLOURS } from '../lib/colours.ts';

const projectFolder = join(import.meta.dirname, '..', '..');
const find = (pattern: string): string[] =>
  globSync(pattern, { cwd: projectFolder })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
const read = (file: string): string => readFileSync(join(projectFolder, file), 'utf8');

/** PostCSS and Tailwind as a build has them. */
const require = createRequire(import.meta.url);
const tailwind = require('tailwindcss') as (configFile: string) => object;
const postcss = createRequire(require.resolve('tailwindcss'))('postcss') as (plugins: object[]) => {
  process: (css: string, options: { from: undefined }) => PromiseLike<{ css: string }>;
};

async function compile(css: string): Promise<string> {
  return (await postcss([tailwind(join(projectFolder, 'tailwind.config.mjs'))]).process(css, { from: undefined })).css;
}

/** What global.css asks of Tailwind, and nothing else of it. */
const directives =
  read('src/styles/global.css')
    .match(/^@tailwind .*;$/gm)
    ?.join('\n') ?? '';

test('a rule of Tailwind is shipped for each `tw-` class of a component, and for nothing else', async () => {
  const written = find('src/{components,layouts,pages}/**/*.astro').flatMap((file) =>
    [...read(file).matchAll(/\bclass(?::list)?=(["'{])([^>]*?)["'}]/g)].flatMap(([, , list = '']) =>
      list.split(/[\s'"`,[\]{}]+/),
    ),
  );
  const shipped = [...(await compile(directives)).matchAll(/\.((?:\\.|[\w-])+)[^{}]*\{/g)].map(([, name = '']) =>
    name.replaceAll('\\', ''),
  );

  expect(written).toContain('page-head');
  expect(shipped.filter((name) => !written.includes(name))).toEqual([]);
  expect(written.filter((name) => /^tw-|:tw-/.test(name) && !shipped.includes(name))).toEqual([]);
});

test('style sheets take colours from the table of colours', async () => {
  expect(await compile('a { color: theme(colors.light.ink); fill: theme(colors.dark.ink / 18%) }')).toBe(
    `a { color: ${COLOURS.light.ink}; fill: rgb(236 229 213 / 18%) }`,
  );
});

test('a shared colour is written nowhere but in the table of colours', () => {
  const { light, dark } = COLOURS;
  const shared = [...Object.values(light), ...Object.values(dark), ...Object.values(DEFAULT_SITE_COLOURS)];
  const pattern = new RegExp(shared.join('|'), 'gi');
  const files = find('{src,scripts}/**/*.{ts,astro,css,mjs}').filter(
    (file) => !/\.test\.ts$|^src\/tests\//.test(file) && file !== 'src/lib/colours.ts',
  );
  // Comments and messages to authors may give a colour as an example.
  const code = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|`#[\dA-F]{6}`|写成 #[\dA-F]{6}/g, '');

  expect(files.length).toBeGreaterThan(300);
  expect(
    files.flatMap((file) => [...code(read(file)).matchAll(pattern)].map(([colour]) => `${file}: ${colour}`)),
  ).toEqual([]);
});
