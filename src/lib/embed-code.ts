import { escapeHtml } from './html.ts';

/**
 * The code that others paste to show a chart. The press page's script makes it anew when something else is chosen, so it stands apart
 * from what only a build knows.
 */

/** What an embed shows: the chart with its words, or its drawing alone. */
export const EMBED_PARTS = ['all', 'chart'] as const;
export type EmbedPart = (typeof EMBED_PARTS)[number];
export const EMBED_THEMES = ['auto', 'light', 'dark'] as const;
export type EmbedTheme = (typeof EMBED_THEMES)[number];
/** Columns of articles: as wide as computers and most articles have them, or a phone's. */
export const EMBED_COLUMNS = ['wide', 'narrow'] as const;
export type EmbedColumn = (typeof EMBED_COLUMNS)[number];

export interface EmbedChoice {
  part: EmbedPart;
  theme: EmbedTheme;
  column: EmbedColumn;
}

/** What is copied where nobody chooses. */
export const DEFAULT_CHOICE: EmbedChoice = { part: 'all', theme: 'auto', column: 'wide' };

/** Heights that are enough without a script, in pixels. */
export interface EmbedHeights {
  /** At every width, so also on a phone. */
  phone: number;
  /** In a column of an article. */
  column: number;
}

/** An embedded page as others put it into theirs. */
export interface EmbedFrame {
  /** Full address. */
  url: string;
  title: string;
  heights: Readonly<Record<EmbedPart, EmbedHeights>>;
}

/** Width of the window from which a page is taken to have a column of articles, and not a phone's: that column and some air beside it. */
const WIDE_WINDOW_PX = 480;

/** `?only=chart&theme=dark`; empty where all is as nobody chose. */
export function embedQuery({ part, theme }: Pick<EmbedChoice, 'part' | 'theme'>): string {
  const asked = [...(part === 'chart' ? ['only=chart'] : []), ...(theme === 'auto' ? [] : [`theme=${theme}`])];
  return asked.length === 0 ? '' : `?${asked.join('&')}`;
}

/**
 * The frame alone, on one line. Its height is the column's; where styles are kept, windows of phones get theirs. `frameborder` is what
 * is left of the style where an editor cleans it away.
 */
export function embedLine({ url, title, heights }: EmbedFrame, choice: EmbedChoice): string {
  const { phone, column } = heights[choice.part];
  const height = choice.column === 'wide' ? column : phone;
  const styles = [
    'border:0',
    ...(phone > height
      ? [`height:clamp(${String(height)}px,(${String(WIDE_WINDOW_PX)}px - 100vw)*999,${String(phone)}px)`]
      : []),
  ];
  const src = escapeHtml(`${url}${embedQuery(choice)}`);
  return `<iframe src="${src}" title="${escapeHtml(title)}" width="100%" height="${String(height)}" loading="lazy" frameborder="0" style="${styles.join(';')}"></iframe>`;
}

/** Heights a frame may be given, whatever it asks for. */
const HEIGHT_LIMITS = { least: 100, most: 4000 } as const;

/**
 * A listener that fits frames to the height their charts say they need, and asks for it at once: the frames may have told it before
 * a script that comes late could hear them. It believes only messages from this site's own frames: their window, and their origin,
 * which is `null` for a frame with a sandbox of its own or of the page around it. It may stand on a page as often as there are charts, and holds no `&` or `<` that an
 * article editor could turn into an entity. `root` is the address below which all embeds stand.
 */
function embedScript(root: string): string {
  return `<script>
addEventListener('message', function (event) {
  var data = event.data || {};
  if (data.type !== 'jiangce:height' || !Number.isFinite(data.height)) return;
  document.querySelectorAll('iframe[src^="${root}"]').forEach(function (frame) {
    var isSandboxed = frame.hasAttribute('sandbox') || self.origin === 'null';
    var origins = ['${new URL(root).origin}'].concat(isSandboxed ? 'null' : []);
    if (event.source !== frame.contentWindow || !origins.includes(event.origin)) return;
    var height = Math.max(${String(HEIGHT_LIMITS.least)}, Math.min(data.height, ${String(HEIGHT_LIMITS.most)}));
    frame.style.setProperty('height', height + 'px', 'important');
  });
});
document.querySelectorAll('iframe[src^="${root}"]').forEach(function (frame) {
  frame.contentWindow.postMessage('jiangce:ask', '*');
});
</script>`;
}

/** The line with the script below it. */
export function embedCode(frame: EmbedFrame, choice: EmbedChoice, root: string): string {
  return `${embedLine(frame, choice)}\n${embedScript(root)}`;
}
