/**
 * Opens the search dialog from any page: by the box in the header, `/`, or Ctrl/⌘ K. Until then nothing of search is loaded;
 * without script the box is a link to the search page.
 */
const box = document.querySelector<HTMLAnchorElement>('[data-search-open]');

async function open(target: HTMLAnchorElement): Promise<void> {
  // On the search page itself the field is already there.
  const field = document.querySelector<HTMLInputElement>('[data-search-field]');
  if (field) {
    field.focus();
    field.select();
    return;
  }
  try {
    const { openSearchDialog } = await import('./search-dialog.ts');
    openSearchDialog(new URL(target.dataset['base'] ?? '/', location.href).href, target.href);
  } catch {
    location.assign(target.href);
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

if (box) {
  box.addEventListener('click', (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void open(box);
  });
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey) return;
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isTyping(event.target);
    const isCommand = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (!isSlash && !isCommand) return;
    event.preventDefault();
    void open(box);
  });
}
