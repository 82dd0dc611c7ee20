/** Buttons that copy the text beside them and say what they copied: `data-copy="引用"`. Without script the text can be selected by hand. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const block = button.closest('section');
  const status = block?.querySelector('[data-copy-status]');
  button.addEventListener('click', () => {
    // Read now: on some pages the text follows what the reader chooses.
    copyText(block?.querySelector('[data-copy-text]')?.textContent.trim() ?? '').then(
      () => {
        if (status) status.textContent = `已复制${button.dataset['copy'] ?? ''}。`;
      },
      () => {
        if (status) status.textContent = '没有复制成，请长按或选中文字复制。';
      },
    );
  });
}

/** The clipboard needs a secure page; old intranet addresses have none, and there the selection is copied instead. */
async function copyText(text: string): Promise<void> {
  if (window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other way without a secure page
  const isCopied = document.execCommand('copy');
  area.remove();
  if (!isCopied) throw new Error('The browser refused to copy.');
}
