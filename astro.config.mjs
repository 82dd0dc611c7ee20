import { readFileSync } from 'node:fs';
import path from 'node:path';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import tailwind from '@astrojs/tailwind';
import { defineConfig } from 'astro/config';
import { checkedContent } from './src/integrations/checked-content.ts';
import { CHECKED_CONTENT, CHECKED_URL, contentFolder, outputFolder } from './src/integrations/settings.ts';
import { basePath } from './src/lib/url.ts';

const url = process.env[CHECKED_URL] ?? JSON.parse(readFileSync(path.join(contentFolder(), 'site.json'), 'utf8')).url;

export default defineConfig({
  site: new URL(url).origin,
  base: basePath(url),
  outDir: outputFolder(),
  // Each build has its own cache: two builds at once must not mix their content.
  cacheDir: process.env.JIANGCE_CACHE_DIR ?? 'node_modules/.cache/jiangce/astro',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never', assets: '_assets' },
  integrations: [
    checkedContent(),
    mdx(),
    tailwind({ applyBaseStyles: false }),
    sitemap({ filter: (page) => !/\/(?:embed|design)\//.test(page) }),
  ],
  devToolbar: { enabled: false },
  // A build counts the files itself; to name each of ten thousand takes Astro's log a second.
  logger: { entrypoint: 'astro/logger/node', config: { level: process.env[CHECKED_CONTENT] ? 'warn' : 'info' } },
  // No script inside pages: the site's Content-Security-Policy allows none.
  vite: {
    build: { target: 'chrome109', assetsInlineLimit: (file) => (file.endsWith('.js') ? false : undefined) },
    worker: { format: 'es' },
  },
});
