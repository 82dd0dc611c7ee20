import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { CHECKED_CONTENT } from './settings.ts';

/** The module that pages get their collections from, as Astro resolves it. */
const STORE_MODULE = '\0astro:data-layer-content';
/** As Vite writes paths, on Windows too. */
const FILE_MODULE = fileURLToPath(new URL('content-file.ts', import.meta.url)).replaceAll('\\', '/');

/**
 * Gives the pages of a build the collections that were checked, read from a file when the pages are made. Until the file is
 * there standard input stays open: Astro has by then put together everything that needs no content. Astro's own way, which
 * `astro dev` uses, copies the collections into a store, a file, a module of the bundle and out again: of 10,000 profiles that
 * took 10 seconds and 700 MB more.
 */
export function checkedContent(): AstroIntegration {
  const file = process.env[CHECKED_CONTENT];
  const code = [
    `import { readContentFile } from ${JSON.stringify(FILE_MODULE)};`,
    'for await (const _ of process.stdin);',
    `const collections = Object.entries(readContentFile(${JSON.stringify(file)}));`,
    'const toMap = (records) => new Map(records.map((record) => [record.id, { id: record.id, data: record }]));',
    'export default new Map(collections.map(([name, records]) => [name, toMap(records)]));',
  ].join('\n');
  const handler = (id: string): string | undefined => (id === STORE_MODULE ? code : undefined);
  return {
    name: 'jiangce-checked-content',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        if (file === undefined) return;
        // Before Astro's own plugin, which would answer first.
        updateConfig({ vite: { plugins: [{ name: 'jiangce-checked-content', load: { order: 'pre', handler } }] } });
      },
    },
  };
}
