import path from 'node:path';
import { build } from 'esbuild';
import { COLOURS, DEFAULT_SITE_COLOURS } from '../lib/colours.ts';

/** The desk's page, ready to be served. */
export interface DeskPage {
  html: Uint8Array;
  /** By name: `desk.js`, `desk.css`. */
  files: ReadonlyMap<string, Uint8Array>;
}

const PAGE = path.join(import.meta.dirname, 'page');

/** Bundles the page's script and style; it takes some 50 ms, so nothing is kept. */
export async function buildDeskPage(): Promise<DeskPage> {
  const { outputFiles } = await build({
    entryPoints: { desk: path.join(PAGE, 'main.tsx') },
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    target: 'chrome109',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    outdir: PAGE,
    logLevel: 'silent',
  });
  const files = new Map(outputFiles.map(({ path: file, contents }) => [path.basename(file), contents]));
  files.set('colours.css', Buffer.from(writeColours()));
  return { html: Buffer.from(HTML), files };
}

const HTML = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>编辑台</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/@desk/colours.css">
<link rel="stylesheet" href="/@desk/desk.css">
<script type="module" src="/@desk/desk.js"></script>
</head>
<body><div id="desk"></div><noscript>编辑台要用 JavaScript。</noscript></body>
</html>
`;

/** The colours of the site, as the site's own style has them. */
function writeColours(): string {
  const list = (own: Readonly<Record<string, string>>, seal: string, steel: string): string =>
    [...Object.entries({ ...own, seal, steel })].map(([name, value]) => `--${name}: ${value};`).join(' ');
  const { seal, sealDark, steel, steelDark } = DEFAULT_SITE_COLOURS;
  return `:root { ${list(COLOURS.light, seal, steel)} }
@media (prefers-color-scheme: dark) { :root { ${list(COLOURS.dark, sealDark, steelDark)} } }
`;
}
