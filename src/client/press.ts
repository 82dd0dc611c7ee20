/** The press kit's own parts: embed codes as chosen, frames as high as what they hold, and the article body copied as rich text. */
import {
  EMBED_COLUMNS,
  EMBED_PARTS,
  EMBED_THEMES,
  type EmbedChoice,
  embedCode,
  type EmbedFrame,
  embedLine,
  embedQuery,
} from '../lib/embed-code.ts';

const choices = document.querySelector<HTMLElement>('[data-embed-choices]');
choices?.addEventListener('change', () => showChoice(readChoice(choices)));
// A browser that comes back to the page has kept what was chosen.
if (choices) showChoice(readChoice(choices));

function readChoice(group: HTMLElement): EmbedChoice {
  const chosen = (name: string): string | undefined =>
    group.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value;
  return {
    part: pick(EMBED_PARTS, chosen('part')),
    theme: pick(EMBED_THEMES, chosen('theme')),
    column: pick(EMBED_COLUMNS, chosen('column')),
  };
}

function pick<Value>(values: readonly [Value, ...Value[]], chosen: unknown): Value {
  return values.find((value) => value === chosen) ?? values[0];
}

/** Makes every code and every preview of the page anew. */
function showChoice(choice: EmbedChoice): void {
  for (const block of document.querySelectorAll<HTMLElement>('[data-embed-codes]')) {
    const { frame, root } = JSON.parse(block.dataset['embedCodes'] ?? '') as { frame: EmbedFrame; root: string };
    const [line, code] = block.querySelectorAll('[data-copy-text]');
    if (line) line.textContent = embedLine(frame, choice);
    if (code) code.textContent = embedCode(frame, choice, root);
  }
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-embed]')) {
    const address = new URL(frame.src);
    address.search = embedQuery(choice);
    if (address.href !== frame.src) frame.src = address.href;
  }
  const alone = document.querySelector<HTMLElement>('[data-embed-alone]');
  if (alone) alone.hidden = choice.part !== 'chart';
}

/** Embedded charts tell their height, as they tell everybody's pages. */
window.addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
  if (origin !== location.origin || !isHeightMessage(data)) return;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-embed]')) {
    if (frame.contentWindow === source) frame.style.height = `${String(data.height)}px`;
  }
});

// Frames that were there before this script have told it already.
for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-embed]')) {
  frame.contentWindow?.postMessage('jiangce:ask', location.origin);
}

function isHeightMessage(data: unknown): data is { height: number } {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    data.type === 'jiangce:height' &&
    'height' in data &&
    typeof data.height === 'number'
  );
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy-rich]')) {
  const block = button.closest('section');
  const frame = block?.querySelector('iframe');
  const status = block?.querySelector('[data-copy-status]');
  if (!frame) continue;
  const prepare = (): void => {
    const content = frame.contentDocument;
    if (!content?.body.firstElementChild) return;
    fit(frame);
    new ResizeObserver(() => fit(frame)).observe(content.body);
  };
  frame.addEventListener('load', prepare);
  if (frame.contentDocument?.readyState === 'complete') prepare();
  button.addEventListener('click', () => {
    const isCopied = copyRich(frame);
    if (status)
      status.textContent = isCopied
        ? `已复制${button.dataset['copyRich'] ?? ''}，可以粘贴了。`
        : '没有复制成，请打开单独的一页，全选后复制。';
  });
}

/** As high as its body, and the line round the frame. */
function fit(frame: HTMLIFrameElement): void {
  const height = frame.contentDocument?.body.offsetHeight ?? 0;
  if (height > 0) frame.style.height = `${String(height + frame.offsetHeight - frame.clientHeight)}px`;
}

/**
 * Puts the frame's body on the clipboard just as it is written. The newer clipboard interface would clean it up on the way: it
 * rewrites styles, and needs a secure page.
 */
function copyRich(frame: HTMLIFrameElement): boolean {
  const body = frame.contentDocument?.body;
  if (!body) return false;
  const html = body.innerHTML;
  const text = body.innerText;
  let isWritten = false;
  const write = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    isWritten = true;
  };
  document.addEventListener('copy', write);
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- no other way gives the text as it is written
    return document.execCommand('copy') && isWritten;
  } finally {
    document.removeEventListener('copy', write);
  }
}
