import mdx from '@astrojs/mdx';
import tailwind from '@astrojs/tailwind';
import { defineConfig } from 'astro/config';
import { BASE_VARIABLE, renderer, RENDERER_VARIABLE } from './src/integrations/renderer.ts';

/**
 * Astro makes the templates into a program that renders any page when it is given what the page shows (ARCHITECTURE.md, “How a
 * build runs”). It never sees the content, so this is done once for each state of the code and not for each build.
 */
const folder = process.env[RENDERER_VARIABLE] ?? 'node_modules/.cache/jiangce/renderer';

export default defineConfig({
  base: process.env[BASE_VARIABLE] ?? '/',
  output: 'server',
  adapter: renderer(),
  outDir: folder,
  cacheDir: `${folder}/cache`,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never', assets: '_assets' },
  integrations: [mdx(), tailwind({ applyBaseStyles: false })],
  devToolbar: { enabled: false },
  // No script inside pages: the site's Content-Security-Policy allows none.
  vite: {
    build: { target: 'chrome109', assetsInlineLimit: (file) => (file.endsWith('.js') ? false : undefined) },
    worker: { format: 'es' },
  },
});
