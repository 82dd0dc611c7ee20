/**
 * Buttons that copy the text beside them and say what they copied: `data-copy="引用"`. Without script the text can be selected by hand;
 * where every way to copy is refused, it is selected at once, so that the next long press or Ctrl-C copies it.
 */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const block = button.closest('section');
  const status = block?.querySelector('[data-copy-status]');
  const what = button.dataset['copy'] ?? '';
  button.addEventListener('click', () => {
    // Read now: on some pages the text follows what the reader chooses.
    const source = block?.querySelector('[data-copy-text]');
    void copyText(source?.textContent.trim() ?? '').then((isCopied) => {
      if (!isCopied && source) getSelection()?.selectAllChildren(source);
      if (status)
        status.textContent = isCopied ? `已复制${what}。` : '没有复制成。文字已经选中，请长按或按 Ctrl+C 复制。';
    });
  });
}

async function copyText(text: string): Promise<boolean> {
  return (await writeClipboard(text)) || copySelection(text);
}

/** False where the page is not secure (old intranet addresses), and where the browser refuses, as those inside of other programs do. */
async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The older way: the text is selected in a field and that is copied. */
function copySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  // No keyboard comes up, and the page does not jump to the field.
  area.readOnly = true;
  area.style.position = 'fixed';
  area.style.top = '0';
  document.body.append(area);
  area.select();
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other way where the clipboard is refused
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}

export {};
