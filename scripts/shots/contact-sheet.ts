import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { escapeHtml } from '../../src/lib/html.ts';
import type { ShotPage } from './pages.ts';
import { type Shot, SHOT_MODES, SHOT_WIDTHS, type ShotMode } from './take-shots.ts';

const MODE_LABELS = { light: '浅色', dark: '深色', elder: '长辈模式' } as const satisfies Record<ShotMode, string>;

const STYLE = `
  body { margin: 1.5rem; font: 16px/1.6 sans-serif; background: #fff; color: #111; }
  h2 { margin: 2rem 0 0.5rem; font-size: 1rem; }
  ul { display: flex; flex-wrap: wrap; gap: 1rem; margin: 0; padding: 0; list-style: none; align-items: start; }
  a { display: block; height: 26rem; overflow: hidden; border: 1px solid #999; }
  img { display: block; height: auto; }
  .w390 img { width: 10rem; }
  .w768 img { width: 16rem; }
  .w1280 img { width: 24rem; }
`;

/** Writes `index.html` beside the pictures: every page type in a row, each picture leading to its full size. Gives its path. */
export async function writeContactSheet(
  folder: string,
  pages: readonly ShotPage[],
  shots: readonly Shot[],
): Promise<string> {
  const rows = pages.map(({ type, path, slug }) => {
    const items = SHOT_MODES.flatMap((mode) =>
      SHOT_WIDTHS.flatMap((width) => {
        const shot = shots.find((one) => one.slug === slug && one.width === width && one.mode === mode);
        if (!shot) return [];
        const label = `${MODE_LABELS[mode]} ${String(width)}`;
        const image = `<img src="${escapeHtml(shot.file)}" alt="${label}" loading="lazy">`;
        return [`<li class="w${String(width)}">${label}<a href="${escapeHtml(shot.file)}">${image}</a></li>`];
      }),
    );
    return `<h2>${escapeHtml(type)} <small>${escapeHtml(path)}</small></h2>\n<ul>\n${items.join('\n')}\n</ul>`;
  });
  const html = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>页面样张</title>
<style>${STYLE}</style>
<h1>页面样张</h1>
${rows.join('\n')}
</html>
`;
  const file = join(folder, 'index.html');
  await writeFile(file, html);
  return file;
}
